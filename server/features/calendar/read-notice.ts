import { addDays, type Day, daysBetween, isDay, spokenDay, weekday } from '../../../shared/rules/days'
import type { DayKind } from '../../../shared/rules/festivals'

/** A line of 国务院办公厅关于部分节假日安排的通知, as it is pasted: what it says of days, and what is wrong in it. */
export interface NoticeLine {
  parts: { days: Day[]; kind: DayKind }[]
  problems: string[]
  /** What names a day and says neither that it is off nor that it is worked: it counts for nothing. */
  notes: string[]
}

/** What only a notice says; its other lines are no list and need no day. */
export const isNotice = (text: string) => /国务院办公厅|节假日安排|通知如下/.test(text)
/** For which year a notice is, where it says so. */
export const yearOfNotice = (text: string) => /关于\s*(\d{4})\s*年/.exec(text)?.[1]
export const namesDays = (line: string) => /\d{1,2}月\d{1,2}日/.test(line)

const date = String.raw`(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(\([^)]*\))?`
const later = String.raw`(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日(\([^)]*\))?`
const words = new RegExp(String.raw`${date}(?:(?:至|到|-|—|~)+${later})?|(放假|上班)`, 'g')
const kinds: Readonly<Record<string, DayKind>> = { 放假: 'holiday', 上班: 'workday' }
const weekdays = '日一二三四五六'

export function readNoticeLine(line: string, year: number): NoticeLine {
  const read: NoticeLine = { parts: [], problems: [], notes: [] }
  for (const sentence of line.replace(/\s+/g, '').split(/[。;]/)) readSentence(sentence, year, read)
  return read
}

function readSentence(sentence: string, year: number, { parts, problems, notes }: NoticeLine) {
  let named: Day[] = []
  const off: Day[] = []
  for (const found of sentence.matchAll(words)) {
    const kind = kinds[found[0]]
    if (kind === undefined) {
      const span = spanOf(found, year)
      problems.push(...span.problems)
      named.push(...span.days)
      continue
    }
    if (named.length > 0) parts.push({ days: named, kind })
    if (kind === 'holiday') off.push(...named)
    named = []
  }
  const [, all] = /(?:共|放假)(\d+)天/.exec(sentence) ?? []
  if (all !== undefined && off.length > 0 && problems.length === 0 && Number(all) !== off.length)
    problems.push(`写的是 ${all} 天，读出来是 ${off.length} 天，请核对日期。`)
  // The day under which it was signed stands alone.
  if (named.length > 0 && /[^\d年月日]/.test(sentence))
    notes.push(`“${sentence.slice(0, 40)}”没有说放假还是上班，没有算进去。`)
}

function spanOf(found: RegExpMatchArray, year: number): { days: Day[]; problems: string[] } {
  const [, yearFrom, monthFrom = '', dateFrom = '', asideFrom, yearTo, monthTo = monthFrom, dateTo, asideTo] =
    found
  // Where only the second day is of the new year, the first is of the old one.
  const turns = dateTo !== undefined && Number(monthTo) < Number(monthFrom)
  const firstYear = Number(yearFrom ?? (turns ? year - 1 : year))
  const first = dayOf(firstYear, monthFrom, dateFrom)
  const last =
    dateTo === undefined
      ? first
      : dayOf(Number(yearTo ?? (turns ? firstYear + 1 : firstYear)), monthTo, dateTo)
  const unreal = [first, last].find((day) => !isDay(day))
  if (unreal !== undefined) return { days: [], problems: [`没有 ${unreal} 这一天，请核对。`] }
  const problems = [...wrongWeekday(first, asideFrom), ...wrongWeekday(last, asideTo)]
  const length = daysBetween(first, last) + 1
  if (length < 1 || length > longestHoliday)
    return { days: [], problems: [`${first} 至 ${last} 不像一个假期，请核对前后两个日期。`] }
  return { days: Array.from({ length }, (_, ahead) => addDays(first, ahead)), problems }
}
/** Longer than any holiday there ever was: somebody mistyped the month. */
export const longestHoliday = 15

const dayOf = (year: number, month: string, dayOfMonth: string): Day =>
  `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`

/** What stands in brackets behind a day tells whether it is of this year. */
function wrongWeekday(day: Day, aside = ''): string[] {
  const [, said] = /(?:周|星期)([一二三四五六日天])/.exec(aside) ?? []
  const is = weekdays.charAt(weekday(day))
  if (said === undefined || said.replace('天', '日') === is) return []
  return [`${spokenDay(day, '')}是周${is}，不是周${said}，请核对年份和日期。`]
}
