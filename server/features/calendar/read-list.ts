import type { ListedDays } from '../../../shared/rules/calendar'
import { type DayKind, holidayOf } from '../../../shared/rules/festivals'
import {
  isNotice,
  longestHoliday,
  namesDays,
  type NoticeLine,
  readNoticeLine,
  yearOfNotice,
} from './read-notice'
import {
  addDays,
  type Day,
  daysBetween,
  isDay,
  isWeekend,
  spokenDay,
  weekday,
} from '../../../shared/rules/days'

/** A list as somebody typed or pasted it: each day with what it is, or a sentence for each line that is not right. */
export interface ReadList {
  days: ListedDays
  problems: string[]
  /** What named a day and counts for nothing. */
  notes: string[]
}

const kindWords: Readonly<Record<string, DayKind>> = {
  holiday: 'holiday',
  放假: 'holiday',
  休: 'holiday',
  workday: 'workday',
  上班: 'workday',
  班: 'workday',
}
const line = /^(\d{4}-\d\d-\d\d)(?:\s*(?:至|到|~|～|—)\s*(\d{4}-\d\d-\d\d))?[\s,，、:：;；]+(\S+)$/
const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/**
 * Reads the State Council's list of one year: its notice as it was pasted, lines like `2027-01-01,放假`,
 * `2027-02-05 至 2027-02-11 放假`, `2027年2月14日上班`, or JSON `[{"day":"2027-01-01","kind":"holiday"}]`. It is right
 * only as a whole.
 */
export function readList(pasted: string, year: number): ReadList {
  const text = pasted.normalize('NFKC')
  const days = new Map<Day, DayKind>()
  const rowOf = new Map<Day, number>()
  const notes: string[] = []
  const other = yearOfNotice(text)
  if (other !== undefined && Number(other) !== year)
    return { days, problems: [`这是 ${other} 年的通知，要载入的是 ${year} 年，请核对。`], notes }
  const problems: string[] = []
  const prose = isNotice(text)
  linesOf(text).forEach((written, index) => {
    if (written === '') return
    const row = index + 1
    const read = namesDays(written) ? readNoticeLine(written, year) : readPlain(written, prose)
    problems.push(...read.problems.map((problem) => `第 ${row} 行：${problem}`))
    notes.push(...read.notes)
    for (const { kind, day } of read.parts.flatMap((part) =>
      part.days.map((one) => ({ ...part, day: one })),
    )) {
      const problem = problemOf(day, kind, year, rowOf.get(day))
      if (problem !== undefined) problems.push(`第 ${row} 行：${problem}`)
      else {
        days.set(day, kind)
        rowOf.set(day, row)
      }
    }
  })
  if (problems.length === 0) problems.push(...missingHolidays(days, year))
  return { days, problems, notes }
}

/** JSON is taken as its lines, so that both have the same numbers and the same sentences. */
function linesOf(text: string): string[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (!trimmed.startsWith('[')) return trimmed.split(/\r?\n/).map((one) => one.trim())
  try {
    return (JSON.parse(trimmed) as unknown[]).map((entry) => {
      const { day, kind } = (entry ?? {}) as { day?: unknown; kind?: unknown }
      return typeof day === 'string' && typeof kind === 'string' ? `${day},${kind}` : JSON.stringify(entry)
    })
  } catch {
    return ['JSON']
  }
}

/** A line of a list, where it is no sentence; in a notice there are lines that say nothing of days. */
function readPlain(written: string, prose: boolean): NoticeLine {
  const nothing = { parts: [], problems: [], notes: [] }
  const [, first, last = first, word = ''] = line.exec(withDashes(written)) ?? []
  const kind = Object.hasOwn(kindWords, word) ? kindWords[word] : undefined
  if (first === undefined || last === undefined || kind === undefined) {
    if (prose && !/^\d/.test(written)) return nothing
    const shown = written.slice(0, 40)
    return { ...nothing, problems: [`“${shown}”读不懂，请写成“2027-01-01,放假”或“2027-02-14,上班”。`] }
  }
  const unreal = [first, last].find((day) => !isDay(day))
  if (unreal !== undefined) return { ...nothing, problems: [`没有 ${unreal} 这一天，请核对。`] }
  const length = daysBetween(first, last) + 1
  if (length < 1 || length > longestHoliday)
    return { ...nothing, problems: [`${first} 至 ${last} 不像一个假期，请核对前后两个日期。`] }
  return { ...nothing, parts: [{ days: Array.from({ length }, (_, ahead) => addDays(first, ahead)), kind }] }
}

/** `2027/1/1` and `2027.1.1` are days too. */
const withDashes = (written: string) =>
  written.replace(
    /(\d{4})[-./](\d{1,2})[-./](\d{1,2})/g,
    (_, year: string, month: string, date: string) =>
      `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
  )

function problemOf(
  day: Day,
  kind: DayKind,
  year: number,
  earlierRow: number | undefined,
): string | undefined {
  if (earlierRow !== undefined) return `${day} 写了两次，第 ${earlierRow} 行已经有了。`
  if (!day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`))
    return `${day} 不在 ${year} 年，请核对年份。`
  if (kind === 'holiday') return undefined
  if (holidayOf(day) !== undefined) return `${day} 是${holidayOf(day)}，法定节日不能上班，请核对。`
  return !isWeekend(day) ? `${day} 是${weekdayNames[weekday(day)]}，本来就上班，请核对日期。` : undefined
}

/** A list without one of the days of the law was not copied to its end. */
function missingHolidays(days: ListedDays, year: number): string[] {
  const missing: string[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const holiday = holidayOf(day)
    if (holiday !== undefined && days.get(day) !== 'holiday') {
      missing.push(`清单里没有 ${spokenDay(day, day)}（${holiday}），请核对是不是漏了几行。`)
    }
  }
  return missing
}
