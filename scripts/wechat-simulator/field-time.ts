/** The ways to write a day (section 3.2, A): 年月日, or `-` `/` `.`; the year or the day may be missing. */
const days = [
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月$/,
  /^(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
  /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
]

/** A day that the calendar has; without a year, 29 February passes. */
function isDay(text: string): boolean {
  const parts = days.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined)
  if (!parts) return false
  const year = Number(parts.year ?? 2024)
  const month = Number(parts.month)
  const day = Number(parts.day ?? 1)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** `HH:MM` or `HH:MM:SS`, 24 hours. */
function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)
}

function isDayWithClock(text: string): boolean {
  const [day = '', clock = '', ...rest] = text.split(' ')
  return rest.length === 0 && isDay(day) && isClock(clock)
}

/** One moment, or two joined by `~`. */
function isRange(text: string, isMoment: (side: string) => boolean): boolean {
  const sides = text.split('~')
  return sides.length <= 2 && sides.every(isMoment)
}

/** The `time` type: a clock, which a day may stand before. */
export function isTime(text: string): boolean {
  return isRange(text, (side) => isClock(side) || isDayWithClock(side))
}

/** The `date` type: a day, which a clock may follow. */
export function isDate(text: string): boolean {
  return isRange(text, (side) => isDay(side) || isDayWithClock(side))
}
