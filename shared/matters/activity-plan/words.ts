import { type ActivityKind, activityKindWords } from '../activity/kinds'
import { type MeetingKind, votingWords } from '../meeting/kinds'

const { groupOuting: _, ...ofTown } = activityKindWords

/** What a town plans: its meetings, and its activities; those of a group are planned by the group. */
export const plannedKinds: Readonly<Record<PlannedKind, string>> = { ...votingWords, ...ofTown }
export type PlannedKind = Exclude<MeetingKind, 'groupMeeting'> | Exclude<ActivityKind, 'groupOuting'>

const monthNumbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const
type MonthNumber = (typeof monthNumbers)[number]
export const months = Object.fromEntries(monthNumbers.map((no) => [no, `${no} 月`])) as Readonly<
  Record<MonthNumber, string>
>

export const mostItems = 80
export const mostTimes = 12

/** `3 月到 5 月`, or one month. */
export const spokenMonths = (first: number, last: number) =>
  first === last ? `${first} 月` : `${first} 月到 ${last} 月`

export const planTitle = (year: number) => `${year} 年活动计划`

interface TypedItem {
  title: string
  kind: PlannedKind
  times: number
  firstMonth: string
  lastMonth: string
}
/** What the history says of a line. */
export const spokenItem = ({ title, kind, times, firstMonth, lastMonth }: TypedItem) =>
  `${title}（${plannedKinds[kind]}，${spokenMonths(Number(firstMonth), Number(lastMonth))}，${times} 次）`
export const changedTo = (before: string, after: TypedItem, reason: string) =>
  `${before}，改成：${spokenItem(after)}。${reason}`
