import { addDays, addMonths, type Day, isWeekend, yearOf } from './days'
import { type DayKind, holidayOf, lastListedYear, listedInProgram } from './festivals'
import type { Span } from './spans'

/** The only place that knows which days a town works, and so when a deadline falls. */

export type ListedDays = ReadonlyMap<Day, DayKind>

/** A day that is not what its weekday says, and who says so: the town, a list, or, without one, the law alone. */
export interface UnusualDay {
  kind: DayKind
  by: 'town' | 'list' | 'law'
}

export interface Calendar {
  isWorkingDay(day: Day): boolean
  /** In a year without an official list a deadline is 暂定: it may move when the list comes out. */
  isTentative(day: Day): boolean
  /** Undefined where a day is what its weekday says. */
  unusual(day: Day): UnusualDay | undefined
}

/**
 * @param official the State Council's lists that were loaded, by their year; they stand before the one in the program.
 *   A list may reach into the December before its year.
 * @param local days that the town itself sets; they stand before all lists
 */
export function createCalendar({
  official = new Map<number, ListedDays>(),
  local = new Map<Day, DayKind>(),
}: { official?: ReadonlyMap<number, ListedDays>; local?: ListedDays } = {}): Calendar {
  const byYear = [...official].sort(([one], [other]) => one - other)
  const listed = new Map(byYear.flatMap(([, days]) => [...days]))
  const kindOf = (day: Day) => local.get(day) ?? listed.get(day) ?? withoutLoaded(day)
  const withoutLoaded = (day: Day) => (official.has(yearOf(day)) ? undefined : kindInProgram(day))
  const isTentative = (day: Day) => yearOf(day) > lastListedYear && !official.has(yearOf(day))
  return {
    isTentative,
    isWorkingDay(day) {
      const kind = kindOf(day)
      return kind === undefined ? !isWeekend(day) : kind === 'workday'
    },
    unusual(day) {
      const kind = kindOf(day)
      if (kind === undefined) return undefined
      return { kind, by: local.has(day) ? 'town' : isTentative(day) && !listed.has(day) ? 'law' : 'list' }
    },
  }
}

/** What the program says by itself: its lists, and after the last of them the days of the law. */
function kindInProgram(day: Day): DayKind | undefined {
  if (yearOf(day) <= lastListedYear) return listedInProgram(day)
  return holidayOf(day) === undefined ? undefined : 'holiday'
}

/** What counts where nothing was loaded and the town sets no days of its own. */
export const nationalCalendar = createCalendar()

export const isTentative = (day: Day) => nationalCalendar.isTentative(day)
export const isWorkingDay = (day: Day) => nationalCalendar.isWorkingDay(day)

/** The day itself, or the first working day after it (Civil Code art. 203). */
export function onOrAfterWorkingDay(day: Day, calendar = nationalCalendar): Day {
  let at = day
  while (!calendar.isWorkingDay(at)) at = addDays(at, 1)
  return at
}

/** The day itself, or the last working day before it: what has to be done ahead is not done on a day off. */
export function onOrBeforeWorkingDay(day: Day, calendar = nationalCalendar): Day {
  let at = day
  while (!calendar.isWorkingDay(at)) at = addDays(at, -1)
  return at
}

/** The `count`th working day after `day`; the day itself does not count (Civil Code art. 201). */
export function addWorkingDays(day: Day, count: number, calendar = nationalCalendar): Day {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (calendar.isWorkingDay(at)) left -= 1
  }
  return at
}

/** A time limit in calendar months, moved off holidays (Civil Code art. 202, 203). */
export const deadlineAfterMonths = (from: Day, months: number, calendar = nationalCalendar): Day =>
  onOrAfterWorkingDay(addMonths(from, months), calendar)

/** The last day of a limit that begins to count on the day after `from`; a last day off moves on. */
export function endOfSpan(from: Day, span: Span, calendar = nationalCalendar): Day {
  const known = knownEnds.get(calendar) ?? new Map<string, Day>()
  knownEnds.set(calendar, known)
  const [unit, count] = Object.entries(span)[0] as [string, number]
  const asked = `${from} ${count} ${unit}`
  const end = known.get(asked) ?? workOutEnd(from, span, calendar)
  if (known.size >= mostKnownEnds) known.clear()
  known.set(asked, end)
  return end
}
/** A step asks for the ends of the same few limits again and again, and each looks at every day on its way. */
const knownEnds = new WeakMap<Calendar, Map<string, Day>>()
const mostKnownEnds = 1000

const workOutEnd = (from: Day, span: Span, calendar: Calendar): Day =>
  'workingDays' in span
    ? addWorkingDays(from, span.workingDays, calendar)
    : 'days' in span
      ? onOrAfterWorkingDay(addDays(from, span.days), calendar)
      : deadlineAfterMonths(from, span.months, calendar)

/**
 * Where a deadline that stands in the books falls by another calendar. What was counted to, and not what came of it,
 * is moved off the days off again; a day that was set by hand only moves when it is itself a day off now.
 */
export function movedDeadline(
  { countedTo, deadlineOn }: { countedTo: Day | null; deadlineOn: Day },
  before: Calendar,
  after: Calendar,
): Day {
  const wasCounted = countedTo !== null && onOrAfterWorkingDay(countedTo, before) === deadlineOn
  return onOrAfterWorkingDay(wasCounted ? countedTo : deadlineOn, after)
}

/** The State Council publishes the list of a year in the November before it. */
const firstDayOfReminder = '11-01'

/** The year whose list ought to be loaded by now. */
export function yearToLoad(today: Day, calendar = nationalCalendar): number | undefined {
  const year = yearOf(today)
  const due = today.slice(5) >= firstDayOfReminder ? [year, year + 1] : [year]
  return due.find((one) => calendar.isTentative(`${one}-01-01`))
}
