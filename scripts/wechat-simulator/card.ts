import { isObject } from './endpoint'
import { fitsField } from './field-rules'
import { refuse } from './refusal'
import { type Template } from './shapes'
import { type Message } from './state'

/**
 * The lines of a card, or 47003 that names the first bad key in template order (section 9.5).
 * Keys that the template does not have are ignored (assumption 10).
 */
export function readCard(template: Template, given: unknown): Message['lines'] {
  const entries = isObject(given) ? given : {}
  return template.keys.map((field) => {
    const entry = entries[field.key]
    const value = isObject(entry) ? entry.value : undefined
    const isEmpty = value === undefined || value === null || (typeof value === 'string' && !value.trim())
    if (isEmpty) return refuse(47003, `argument invalid! data.${field.key}.value is empty`)
    if (typeof value !== 'string' || !fitsField(field, value)) {
      return refuse(47003, `argument invalid! data.${field.key}.value invalid`)
    }
    return { key: field.key, label: field.label, value }
  })
}
