import { getLunarDate, getSolarDateFromLunar, getSolarTermDate, isWorkday } from 'chinese-days'
import { addDays, addMonths, type Day, weekday } from './days'
import type { Span } from './profiles'

/** The only place that knows which days the town works, and so when a deadline falls. */

/** Last year for which the State Council's list of holidays and make-up days is in the calendar. */
const lastOfficialYear = 2026

/** A deadline in a year without an official list is 暂定: it may move when the list comes out. */
export const isTentative = (day: Day) => Number(day.slice(0, 4)) > lastOfficialYear

export function isWorkingDay(day: Day): boolean {
  if (!isTentative(day)) return isWorkday(day)
  return weekday(day) !== 0 && weekday(day) !== 6 && !isStatutoryHoliday(day)
}

/** The thirteen days of 全国年节及纪念日放假办法 (2024), without any make-up days. */
function isStatutoryHoliday(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  const monthDay = day.slice(5)
  if (['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].includes(monthDay)) return true
  if (day === getSolarTermDate(year, 4, 'pure_brightness')) return true
  const lunar = getLunarDate(day)
  if (lunar.lunarMon === 1 && lunar.lunarDay <= 3 && !lunar.isLeap) return true
  if (lunar.lunarMon === 5 && lunar.lunarDay === 5 && !lunar.isLeap) return true
  if (lunar.lunarMon === 8 && lunar.lunarDay === 15 && !lunar.isLeap) return true
  return addDays(day, 1) === getSolarDateFromLunar(`${year}-01-01`).date
}

/** The day itself, or the first working day after it (Civil Code art. 203). */
export function onOrAfterWorkingDay(day: Day): Day {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, 1)
  return at
}

/** The `count`th working day after `day`; the day itself does not count (Civil Code art. 201). */
export function addWorkingDays(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** A time limit in calendar months from hand-over, moved off holidays (Civil Code art. 202, 203). */
export const deadlineAfterMonths = (handedOverOn: Day, months: number): Day =>
  onOrAfterWorkingDay(addMonths(handedOverOn, months))

/** The last day of a limit that begins to count on the day after `from`; a last day off moves on. */
export const endOfSpan = (from: Day, span: Span): Day =>
  'workingDays' in span
    ? addWorkingDays(from, span.workingDays)
    : 'days' in span
      ? onOrAfterWorkingDay(addDays(from, span.days))
      : deadlineAfterMonths(from, span.months)
