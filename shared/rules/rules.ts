import { type Profile, type ProfileName, profiles } from './profiles'
import { type Span, spokenSpan } from './spans'
import { type RuleField, ruleFields, type RuleRow } from './rule-fields'

/** A rule of one town that is not its profile's, as it is kept and sent: `2`, `5 days`, `each`, `true`. */
export interface Override {
  field: RuleField
  value: string
  reason: string
}

/** The rules that a matter stands under: a profile, and the town's own numbers as JSON of `Override[]`. */
export interface KeptRules {
  profileName: ProfileName
  overrides: string | null
}

export const readOverrides = (kept: string | null): Override[] =>
  kept === null ? [] : (JSON.parse(kept) as Override[])

export function rulesOf({ profileName, overrides }: KeptRules): Profile {
  const own = readOverrides(overrides).flatMap(({ field, value }) => {
    // A rule that a later release no longer has.
    const read = field in ruleFields ? readRule(field, value) : undefined
    return read === undefined ? [] : [[field, read] as const]
  })
  return { ...profiles[profileName], ...Object.fromEntries(own) }
}

type RuleValue = Profile[RuleField]
const units = ['workingDays', 'days', 'months'] as const

/** The value that this text stands for, or undefined where it is none for this rule. */
export function readRule(field: RuleField, text: string): RuleValue | undefined {
  const row: RuleRow = ruleFields[field]
  if (row.kind === 'options') return readOption(row, text)
  const [number = '', unit = '', more] = text.split(' ')
  const count = /^[1-9]\d{0,2}$/.test(number) ? Number(number) : 0
  if (count === 0 || count > (row.most ?? 0) || more !== undefined) return undefined
  if (row.kind !== 'span') return unit === '' ? count : undefined
  const known = units.find((one) => one === unit)
  return known === undefined ? undefined : ({ [known]: count } as unknown as Span)
}

function readOption(row: RuleRow, text: string): RuleValue | undefined {
  if (!Object.keys(row.options ?? {}).includes(text)) return undefined
  return text === 'true' || text === 'false' ? text === 'true' : (text as Profile['clockStart'])
}

export function writeRule(value: RuleValue): string {
  if (typeof value !== 'object') return String(value)
  const [[unit, count] = []] = Object.entries(value)
  return `${count} ${unit}`
}

const unitWords = {
  months: '个月',
  workingDays: '个工作日',
  days: '日',
  hours: '小时',
  rounds: '轮',
} as const

/** `2 个月`, `每位代表`. */
export function spokenRule(field: RuleField, text: string): string {
  const row: RuleRow = ruleFields[field]
  if (row.kind === 'options') return row.options?.[text] ?? text
  if (row.kind !== 'span') return `${text} ${unitWords[row.kind]}`
  const span = readRule(field, text)
  return typeof span === 'object' ? spokenSpan(span) : text
}

const countedIn = (kind: Exclude<RuleRow['kind'], 'options'>) =>
  kind === 'span' ? '再选工作日、日或月' : `按${unitWords[kind].replace('个', '')}算`

/** What a person should have written, in one sentence. */
export function ruleHelp(field: RuleField): string {
  const { label, kind, most, options }: RuleRow = ruleFields[field]
  if (kind === 'options') return `“${label}”请从${Object.values(options ?? {}).join('、')}里选一个。`
  return `“${label}”请填 1 到 ${most} 的整数，${countedIn(kind)}。`
}

/** Why these rules cannot stand together, or undefined. */
export const contradictionIn = ({ replyMonths, hardReplyMonths }: Profile): string | undefined =>
  hardReplyMonths < replyMonths
    ? `延办后最长的答复期限（${hardReplyMonths} 个月）不能比答复期限（${replyMonths} 个月）还短。`
    : undefined
