import { type Calendar, endOfSpan, nationalCalendar } from '../rules/calendar'
import { addDays, beijingDay, type Day, startOfDay } from '../rules/days'
import type { Party } from '../words/parties'
import type { Profile } from '../rules/profiles'
import type { Span } from '../rules/spans'
import type { Limit, StateRow, Within } from './matter'

/** How a matter stands against its clock. Always computed, never stored, never dependent on a job having run. */
export type Urgency = 'inTime' | 'dueSoon' | 'overdue'

export interface Due {
  /** The last day in time. */
  on: Day
  /** The instant from which the matter is late. */
  lateFrom: Date
  /** The first day that counts as close. */
  soonFrom: Day
  /** The instant from which it counts as close. */
  soonAt: Date
  urgency: Urgency
}

/** Limits in working days are short; they count as close two days ahead. */
const soonDaysOfShortLimits = 2
/** Limits in hours are shorter still: close when three quarters have passed, not from the first minute. */
const soonShare = 0.75
const isInHours = (limit: Limit | null) => typeof limit === 'object' && limit !== null && 'hours' in limit

/**
 * When the one whose turn it is must have moved: the limit of the state, or the deadline of the round where
 * that comes first. Null where the matter rests or another clock counts.
 * @param since when the matter entered the state
 * @param deadlineOn deadline of the current round, if one runs
 * @param dayOf the days that the matter itself names
 */
export function dueOf<P extends Party, G extends string>(
  row: StateRow<P, G>,
  since: Date,
  deadlineOn: Day | null,
  profile: Profile,
  now: Date,
  calendar: Calendar = nationalCalendar,
  dayOf: (name: string) => Day | null = () => null,
): Due | null {
  const ownEnd = limitEnd(row, since, profile, calendar, dayOf)
  const ends = [ownEnd, row.waitsFor === 'leadUnit' ? endOfDay(deadlineOn) : null].filter(
    (end) => end !== null,
  )
  if (row.limit === null || ends.length === 0) return null
  const lateFrom = ends.reduce((first, end) => (end < first ? end : first))
  if (isInHours(row.limit) && lateFrom === ownEnd)
    return dueAt(
      lateFrom,
      new Date(since.getTime() + (lateFrom.getTime() - since.getTime()) * soonShare),
      now,
    )
  const soonDays = row.limit === 'deadline' ? profile.dueSoonDays : soonDaysOfShortLimits
  return dueInDays(lateFrom, soonDays, now)
}

/** How the public deadline of a round stands on a given day. */
export const dueOn = (deadlineOn: Day, profile: Profile, now: Date): Due =>
  dueInDays(startOfDay(addDays(deadlineOn, 1)), profile.dueSoonDays, now)

/** How a day stands that counts as close so many days ahead. */
export const dueWithin = (day: Day, soonDays: number, now: Date): Due =>
  dueInDays(startOfDay(addDays(day, 1)), soonDays, now)

/** How a day stands that counts as close from an hour of itself. @param hour of Beijing */
export const dueFromHour = (day: Day, hour: number, now: Date): Due =>
  dueAt(startOfDay(addDays(day, 1)), new Date(startOfDay(day).getTime() + hour * 3_600_000), now)

/** How a day stands that somebody has to himself, for a few days only. */
export const shortDueOn = (day: Day, now: Date): Due => dueWithin(day, soonDaysOfShortLimits, now)

const dueInDays = (lateFrom: Date, soonDays: number, now: Date) =>
  dueAt(lateFrom, startOfDay(addDays(beijingDay(new Date(lateFrom.getTime() - 1)), -soonDays)), now)

function dueAt(lateFrom: Date, soonFrom: Date, now: Date): Due {
  const on = beijingDay(new Date(lateFrom.getTime() - 1))
  const overdue = now >= lateFrom
  const dueSoon = !overdue && now >= soonFrom
  return {
    on,
    lateFrom,
    soonFrom: beijingDay(soonFrom),
    soonAt: soonFrom,
    urgency: overdue ? 'overdue' : dueSoon ? 'dueSoon' : 'inTime',
  }
}

const endOfDay = (day: Day | null) => (day === null ? null : startOfDay(addDays(day, 1)))

function limitEnd<P extends Party, G extends string>(
  row: StateRow<P, G>,
  since: Date,
  profile: Profile,
  calendar: Calendar,
  dayOf: (name: string) => Day | null,
): Date | null {
  const limit = row.limit
  if (limit === null || limit === 'deadline' || limit === 'suggestion') return null
  if ('day' in limit) return endOfDay(dayOf(limit.day))
  if ('hours' in limit) return new Date(since.getTime() + profile[limit.hours] * 3_600_000)
  return endOfDay(endOfSpan(beijingDay(since), spanOf(limit, profile), calendar))
}

/** The last day on which a step may have happened that has to within so long; null where nothing is counted yet. */
export const lastDayWithin = (
  { since, workingDays }: Within,
  dayOf: (name: string) => Day | null,
  profile: Profile,
  calendar: Calendar,
): Day | null => {
  const from = dayOf(since)
  return from === null ? null : endOfSpan(from, { workingDays: profile[workingDays] }, calendar)
}

/** The time that a limit of whole days gives under these rules. */
export function spanOf(
  limit: Exclude<Limit, string | { hours: unknown } | { day: unknown }>,
  profile: Profile,
): Span {
  if ('span' in limit) return profile[limit.span]
  return 'months' in limit ? { months: profile[limit.months] } : { workingDays: profile[limit.workingDays] }
}
