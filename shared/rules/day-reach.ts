import { addDays, addMonths, type Day, spokenDay } from './days'

/** Which days somebody can mean, from today: a slip of the finger makes no promise for the year 9999. */
interface Reach {
  from: Bound
  to: Bound
}
type Bound = { days: 0 | 1 } | { years: number }

const reaches = {
  /** It has been: written down on the day itself or later. */
  happened: { from: { years: -10 }, to: { days: 0 } },
  /** It was handed in on paper, and is written down now: not so long ago that it belongs among what is past. */
  handedIn: { from: { years: -1 }, to: { days: 0 } },
  /** It has been, maybe long before the matter it is told of. */
  earlier: { from: { years: -10 }, to: { days: 0 } },
  /** People are asked to come. */
  arranged: { from: { days: 0 }, to: { years: 1 } },
  /** Somebody has until then: a term of the congress, no longer. */
  promised: { from: { days: 1 }, to: { years: 5 } },
  /** A limit that somebody else has set, as it stands in their paper. */
  limited: { from: { years: -10 }, to: { years: 5 } },
  /** Of a session of the congress; old ones are registered too. */
  session: { from: { years: -40 }, to: { years: 1 } },
  /** Where a time begins or ends that is looked back on; a year may be asked for to its end. */
  counted: { from: { years: -40 }, to: { years: 1 } },
  /** Of the calendar: the lists of days off go as far as the next year. */
  calendar: { from: { days: 1 }, to: { years: 2 } },
} as const satisfies Record<string, Reach>
export type DayReach = keyof typeof reaches

const dayAt = (bound: Bound, today: Day) =>
  'days' in bound ? addDays(today, bound.days) : addMonths(today, 12 * bound.years)

/** The first and the last day that make sense here. */
export const daysWithin = (reach: DayReach, today: Day): { from: Day; to: Day } => ({
  from: dayAt(reaches[reach].from, today),
  to: dayAt(reaches[reach].to, today),
})

/** Always with its year: the year is what was mistyped. */
export const withYear = (day: Day) => spokenDay(day, '')

/** Why nobody can mean this day, or undefined. */
export function beyondReach(reach: DayReach, label: string, day: Day, today: Day): string | undefined {
  const { from, to } = daysWithin(reach, today)
  const bounds: Reach = reaches[reach]
  if (day > to) {
    return 'days' in bounds.to
      ? `${label}还没有到，最迟填今天（${withYear(to)}）。`
      : `${label}最迟填到${withYear(to)}，请核对年份。`
  }
  if (day >= from) return undefined
  if ('years' in bounds.from) return `${label}最早填到${withYear(from)}，请核对年份。`
  return bounds.from.days === 0
    ? `${label}已经过去，最早填今天（${withYear(from)}）。`
    : `${label}要在今天以后，最早填明天（${withYear(from)}）。`
}
