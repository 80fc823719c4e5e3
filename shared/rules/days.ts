/**
 * Calendar days in Beijing time, as `YYYY-MM-DD`. Pure arithmetic without holidays, small enough for the phone;
 * deadlines are computed in `calendar.ts`.
 */
export type Day = string

const beijingOffsetMs = 8 * 3_600_000
const dayMs = 86_400_000
/** A deadline in working days looks at each day on its way: parts cost half of what parsing and printing do. */
const toUtc = (day: Day) => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10))
const ofTwo = (part: number) => (part < 10 ? `0${part}` : `${part}`)
const fromUtc = (ms: number): Day => {
  const at = new Date(ms)
  return `${at.getUTCFullYear()}-${ofTwo(at.getUTCMonth() + 1)}-${ofTwo(at.getUTCDate())}`
}

/** The day that a clock in Beijing shows at this instant. */
export const beijingDay = (instant: Date): Day => fromUtc(instant.getTime() + beijingOffsetMs)

/** The instant at which this day begins in Beijing. */
export const startOfDay = (day: Day): Date => new Date(toUtc(day) - beijingOffsetMs)

/** The same time of another day. */
export const sameTimeOn = (day: Day, instant: Date): Date =>
  new Date(instant.getTime() + daysBetween(beijingDay(instant), day) * dayMs)

export const addDays = (day: Day, count: number): Day => fromUtc(toUtc(day) + count * dayMs)

/** Same day number `count` months later, or the last day of that month where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const firstOfTarget = Date.UTC(year, month - 1 + count, 1)
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return fromUtc(firstOfTarget + (Math.min(date, lastDate) - 1) * dayMs)
}

/** The first day of its quarter. */
export const quarterOf = (day: Day): Day =>
  addMonths(`${day.slice(0, 8)}01`, -((Number(day.slice(5, 7)) - 1) % 3))

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((toUtc(to) - toUtc(from)) / dayMs)

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: Day): number => new Date(toUtc(day)).getUTCDay()

/** Whether there is such a day. */
export const isDay = (text: string): boolean => {
  const at = toUtc(text)
  return !Number.isNaN(at) && fromUtc(at) === text
}

export const isWeekend = (day: Day): boolean => weekday(day) === 0 || weekday(day) === 6

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** `12月3日`; with the year when it is not this year's. */
export function spokenDay(day: Day, today: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year === Number(today.slice(0, 4)) ? '' : `${year}年`}${month}月${date}日`
}

/** `12月8日 周二`. */
export const spokenDate = (day: Day, today: Day) => `${spokenDay(day, today)} ${weekdayNames[weekday(day)]}`

/** `11月21日 09:05` in Beijing time. */
export function spokenInstant(instant: Date, today: Day): string {
  const local = new Date(instant.getTime() + beijingOffsetMs).toISOString()
  return `${spokenDay(local.slice(0, 10), today)} ${local.slice(11, 16)}`
}

/** `今天 9:05`, `昨天 9:05`; further back the day with its weekday, within two weeks, and without. */
export function spokenWhen(instant: Date, today: Day): string {
  const day = beijingDay(instant)
  const ago = daysBetween(day, today)
  const [hour = '', minute = ''] = new Date(instant.getTime() + beijingOffsetMs)
    .toISOString()
    .slice(11, 16)
    .split(':')
  if (ago === 0 || ago === 1) return `${ago === 0 ? '今天' : '昨天'} ${Number(hour)}:${minute}`
  return ago > 1 && ago <= 14 ? spokenDate(day, today) : spokenDay(day, today)
}
