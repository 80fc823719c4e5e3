import { getLunarDate } from 'chinese-days'
import lists from 'chinese-days/dist/chinese-days.json'
import { addDays, type Day, yearOf } from './days'

/**
 * What the program knows of days off by itself. Of the library only its lists and its lunar days are taken: it counts
 * both without looking at the time zone, while all its answers about days of the sun look at the zone of the machine.
 */
export type DayKind = 'holiday' | 'workday'

/** Which of the thirteen days of 全国年节及纪念日放假办法 (2024) this is, in words. */
export function holidayOf(day: Day): string | undefined {
  if (!known.has(day)) known.set(day, workOut(day))
  return known.get(day)
}
/** The same days are asked for again and again, and a lunar day takes long to work out. */
const known = new Map<Day, string | undefined>()

function workOut(day: Day): string | undefined {
  const monthDay = day.slice(5)
  if (monthDay === '01-01') return '元旦'
  if (monthDay === '05-01' || monthDay === '05-02') return '劳动节'
  if (['10-01', '10-02', '10-03'].includes(monthDay)) return '国庆节'
  if (monthDay === clearAndBright(yearOf(day))) return '清明节'
  const { lunarMon, lunarDay, isLeap } = getLunarDate(day)
  if (isLeap) return undefined
  if (lunarMon === 1 && lunarDay <= 3) return '春节'
  if (lunarMon === 5 && lunarDay === 5) return '端午节'
  if (lunarMon === 8 && lunarDay === 15) return '中秋节'
  const next = lunarMon === 12 && lunarDay >= 29 ? getLunarDate(addDays(day, 1)) : undefined
  return next?.lunarMon === 1 && next.lunarDay === 1 ? '除夕' : undefined
}

/** A day by the moon: how the month counts it, and as people say it. */
export function lunarDay(day: Day): { date: number; spoken: string } {
  const { lunarDay: date, lunarMonCN, lunarDayCN } = getLunarDate(day)
  return { date, spoken: `农历${lunarMonCN}${lunarDayCN}` }
}

/** The day of 清明, by the sun; right for this century. */
function clearAndBright(year: number): string {
  const inCentury = year % 100
  return `04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`
}

/** The program has the list of a year when it knows National Day. */
const isListed = (year: number) => Object.hasOwn(lists.holidays, `${year}-10-01`)

export const lastListedYear = (() => {
  let year = 2024
  while (isListed(year + 1)) year += 1
  return year
})()

/** What the State Council's list in the program says of a day. */
export function listedInProgram(day: Day): DayKind | undefined {
  if (Object.hasOwn(lists.workdays, day)) return 'workday'
  return Object.hasOwn(lists.holidays, day) ? 'holiday' : undefined
}

/** For what holiday the list in the program gives a day off, or has it worked. */
export function nameInProgram(day: Day): string | undefined {
  const named: Readonly<Record<string, string>> = { ...lists.holidays, ...lists.workdays }
  return named[day]?.split(',')[1]
}
