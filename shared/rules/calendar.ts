import { getLunarDate, getSolarDateFromLunar, getSolarTermDate, isHoliday, isWorkday } from 'chinese-days'
import { addDays, addMonths, type Day, weekday } from './days'
import type { Span } from './profiles'

/** The only place that knows which days a town works, and so when a deadline falls. */

/** What a day is that is not what its weekday says: off, or worked to make up for a day off. */
export type DayKind = 'holiday' | 'workday'
export type ListedDays = ReadonlyMap<Day, DayKind>

export interface Calendar {
  isWorkingDay(day: Day): boolean
  /** In a year without an official list a deadline is 暂定: it may move when the list comes out. */
  isTentative(day: Day): boolean
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
  return {
    isTentative: (day) => yearOf(day) > lastYearInProgram && !official.has(yearOf(day)),
    isWorkingDay(day) {
      const kind = local.get(day) ?? listed.get(day)
      if (kind !== undefined) return kind === 'workday'
      return official.has(yearOf(day)) ? !isWeekend(day) : isWorkingDayInProgram(day)
    },
  }
}

const yearOf = (day: Day) => Number(day.slice(0, 4))
const isWeekend = (day: Day) => weekday(day) === 0 || weekday(day) === 6

/** The program has the list of a year when it knows National Day, of whose three days one is always a weekday. */
const isInProgram = (year: number) =>
  [`${year}-10-01`, `${year}-10-02`, `${year}-10-03`].some((day) => !isWeekend(day) && isHoliday(day))

const lastYearInProgram = (() => {
  let year = 2024
  while (isInProgram(year + 1)) year += 1
  return year
})()

/** Which of the thirteen days of 全国年节及纪念日放假办法 (2024) this is, in words. */
export function holidayOf(day: Day): string | undefined {
  const monthDay = day.slice(5)
  if (monthDay === '01-01') return '元旦'
  if (monthDay === '05-01' || monthDay === '05-02') return '劳动节'
  if (['10-01', '10-02', '10-03'].includes(monthDay)) return '国庆节'
  if (day === getSolarTermDate(yearOf(day), 4, 'pure_brightness')) return '清明节'
  const { lunarMon, lunarDay, isLeap } = getLunarDate(day)
  if (lunarMon === 1 && lunarDay <= 3 && !isLeap) return '春节'
  if (lunarMon === 5 && lunarDay === 5 && !isLeap) return '端午节'
  if (lunarMon === 8 && lunarDay === 15 && !isLeap) return '中秋节'
  return addDays(day, 1) === getSolarDateFromLunar(`${yearOf(day)}-01-01`).date ? '除夕' : undefined
}

/** What the program says by itself. It is worked out anew each time, and the same days are asked for again and again. */
function isWorkingDayInProgram(day: Day): boolean {
  const answer = known.get(day) ?? workOutInProgram(day)
  known.set(day, answer)
  return answer
}
const known = new Map<Day, boolean>()
const workOutInProgram = (day: Day) =>
  yearOf(day) <= lastYearInProgram ? isWorkday(day) : !isWeekend(day) && holidayOf(day) === undefined

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
export const endOfSpan = (from: Day, span: Span, calendar = nationalCalendar): Day =>
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
