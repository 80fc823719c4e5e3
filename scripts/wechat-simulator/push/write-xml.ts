import { isObject } from '../endpoint'

function writeValue(value: unknown): string {
  if (typeof value === 'number') return String(value)
  // The end of a CDATA section may not stand inside one.
  return `<![CDATA[${String(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** A list is the same element several times. */
function writeElement(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => writeElement(name, item)).join('')
  return `<${name}>${isObject(value) ? writeElements(value) : writeValue(value)}</${name}>`
}

function writeElements(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => writeElement(name, value))
    .join('')
}

export function writeXml(fields: object): string {
  return `<xml>${writeElements(fields)}</xml>`
}
