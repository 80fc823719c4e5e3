import * as z from 'zod/mini'
import { choice, line } from '../../../shared/grammar/fields'
import { overrideRule } from '../../../shared/api/rules'
import { type RuleField, ruleFields, type RuleRow } from '../../../shared/rules/rule-fields'
import { ruleHelp } from '../../../shared/rules/rules'
import type { Values } from '../hooks/use-form'

const units = { workingDays: '工作日', days: '日（含休息日）', months: '月' } as const
const { reason } = overrideRule.input.shape

/** What is asked of somebody who changes this rule; named like the input of the server, so that its "no" finds its place. */
export function ruleForm(field: RuleField): z.ZodMiniType {
  const { label, kind, options }: RuleRow = ruleFields[field]
  if (kind === 'options') return z.strictObject({ value: choice(label, options ?? {}), reason })
  // The sentence of a wrong answer, without the name that stands above the field already.
  const value = line(label, 3, { help: ruleHelp(field).replace(`“${label}”`, '') })
  return kind === 'span'
    ? z.strictObject({ value, unit: choice('按什么算', units), reason })
    : z.strictObject({ value, reason })
}

export function valuesOf(written: string): Values {
  const [value, unit] = written.split(' ')
  return { value, ...(unit === undefined ? {} : { unit }) }
}

export const ruleOf = (values: Values) =>
  [values.value, values.unit].filter((part) => typeof part === 'string').join(' ')
