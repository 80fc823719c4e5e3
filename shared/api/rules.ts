import * as z from 'zod/mini'
import { choice, paragraph } from '../grammar/fields'
import { asLine } from '../grammar/written'
import { type ProfileName, profiles } from '../rules/profiles'
import { type RuleField, ruleFields } from '../rules/rule-fields'
import { get, post } from '../grammar/endpoint'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]
const words = <K extends string, Row>(list: Readonly<Record<K, Row>>, word: (row: Row) => string) =>
  Object.fromEntries(keys(list).map((key) => [key, word(list[key])])) as Record<K, string>

const field = choice<RuleField>(
  '要改的规定',
  words(ruleFields, ({ label }) => label),
)
/** Which one somebody has before their eyes who changes it. */
const version = z.int().check(z.minimum(0))
const reason = paragraph('理由', 200, { help: '例如：镇人代会 2026 年 11 月决定。理由会留在操作日志里。' })

const rules = z.strictObject({
  /** How often they were changed. */
  version: z.int(),
  profile: z.enum(keys<ProfileName>(profiles)),
  rules: z.array(
    z.strictObject({
      field: z.enum(keys<RuleField>(ruleFields)),
      /** What counts, and what the profile says: `2`, `5 days`, `each`. */
      value: z.string(),
      standard: z.string(),
      /** Why the town departs from its profile. */
      reason: z.nullable(z.string()),
    }),
  ),
})

export const showRules = get('/towns/:town/rules', {
  who: 'setRules',
  says: '本镇适用的规则和期限，以及与规定不同的地方',
  output: rules,
})

export const pickProfile = post('/towns/:town/rules/profile', {
  who: 'setRules',
  says: '选用一套地方规则；已经开始办的事不变',
  input: z.strictObject({
    version,
    profile: choice<ProfileName>(
      '适用规则',
      words(profiles, ({ name }) => name),
    ),
    reason,
  }),
  output: rules,
})

export const overrideRule = post('/towns/:town/rules/override', {
  who: 'setRules',
  says: '单独改一项规定，写明理由；已经开始办的事不变',
  input: z.strictObject({
    version,
    field,
    value: z.string('请填写新的规定。').check(z.overwrite(asLine), z.maxLength(40, '新的规定写得太长。')),
    reason,
  }),
  output: rules,
})

export const removeOverride = post('/towns/:town/rules/standard', {
  who: 'setRules',
  says: '恢复一项规定，写明理由；已经开始办的事不变',
  input: z.strictObject({ version, field, reason }),
  output: rules,
})
