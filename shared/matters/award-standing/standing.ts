import { addDays, addMonths, type Day } from '../../rules/days'

/**
 * 取消评先资格: more than two suggestions of one unit in a year whose result the deputy does not accept, without a
 * valid reason, cost the unit its award eligibility (catalogue 81). A rule of local party committees, stricter than
 * any regulation that was read; the law knows none (rules §3.10).
 */

/** So many may there be; one more is too many. */
export const mostUnaccepted = 2

/** How a town counts the year; a rule of its profile. */
export const standingYears = { calendar: '自然年', rolling: '最近 12 个月' } as const
export type StandingYear = keyof typeof standingYears

/** What is true of a suggestion at the same time when it counts. The last one says who decides. */
export const unacceptedConditions = {
  lowSatisfaction: '代表评过“不满意”（任何一轮，态度或结果）',
  endNotAccepted: '代表对最后一次答复的结果“不满意”，而且不再重新办理',
  noValidReason: '主席团没有认定有正当理由',
} as const
export type UnacceptedCondition = keyof typeof unacceptedConditions

/**
 * `counted`: all three hold. `pending`: it may still be handled again. `excused`: there was a valid reason.
 * `settled`: a decision of another year stands on it already, and nobody loses anything twice for one matter.
 * `setAside`: a decision that stood on it was lifted on appeal, and what an appeal has set aside is no ground again.
 */
export const itemStandings = {
  counted: '计入',
  pending: '还可以重新办理，暂不计',
  excused: '有正当理由，不计',
  settled: '上一年度已经据此作过决定，不重复计',
  setAside: '申诉成立，不再计',
} as const
export type ItemStanding = keyof typeof itemStandings

/** `clear`, `warned` (one more would be too many), `over`. */
export type StandingLevel = 'clear' | 'warned' | 'over'
export const levelOf = (count: number): StandingLevel =>
  count > mostUnaccepted ? 'over' : count === mostUnaccepted ? 'warned' : 'clear'

export const disqualificationSentence = '取消该单位和单位负责人当年的评先资格，主管的副职当年不得评为优秀。'

/** What becomes of an appeal. */
export const appealAnswers = { upheld: '维持决定', lifted: '撤销决定，恢复资格' } as const
export type AppealAnswer = keyof typeof appealAnswers

/** The first and last day of the ratings that are counted for a year: this one, as far as it has come, or a past one. */
export function standingPeriod(counting: StandingYear, year: number, today: Day): { from: Day; to: Day } {
  const to = year < Number(today.slice(0, 4)) ? `${year}-12-31` : today
  return { from: counting === 'calendar' ? `${year}-01-01` : addDays(addMonths(to, -12), 1), to }
}

/** How it is called in a list. */
export const standingTitle = (unit: string, year: number) => `${unit} ${year} 年评先资格`

/** What is counted over, in the middle of a sentence. */
export const spokenPeriod = (counting: StandingYear, year: number) =>
  counting === 'calendar' ? ` ${year} 年` : standingYears.rolling
