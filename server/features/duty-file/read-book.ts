import { createHash } from 'node:crypto'
import type { DutyBook } from '../../../shared/api/duty-books'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { readSessions, termsAmong } from '../congress-sessions/queries'
import { countedIn, type Line, readLines } from './lines'
import { fileOf } from './read-file'
import type { Whose } from './source'
import { readTermLists } from './term-lists'

export interface Asked {
  year?: string | undefined
  term?: string | undefined
}

/**
 * 年册 and 届册: the file of a year, or of a term with its years side by side. What is printed twice has one number, as long
 * as nothing in it has changed. @throws Refusal `bad_input`
 */
export async function readBook(
  reader: Reader,
  owner: Pick<Whose, 'townId' | 'personId'>,
  asked: Asked,
  isOwn: boolean,
  now: Date,
): Promise<DutyBook> {
  const terms = termsAmong(await readSessions(reader, owner.townId))
  const { termNo, from, to } = daysOf(asked, terms, beijingDay(now))
  const whose = { ...owner, from, to }
  const lines = await readLines(reader, whose)
  const file = await fileOf(reader, whose, lines, isOwn)
  const shown = lines.filter(({ restricted }) => isOwn || !restricted)
  const content = {
    ...file,
    years: yearsWithin(from, to).map((year) => ({ year, counted: countedIn(inYear(shown, year)) })),
    ...(termNo === null ? { suggestions: [], reports: [] } : await readTermLists(reader, whose, isOwn)),
  }
  return { ...content, termNo, terms, count: shown.length, check: checkOf(content) }
}

/** A term that is still running goes to today. */
function daysOf({ year, term }: Asked, terms: DutyBook['terms'], today: Day) {
  if (term === undefined) {
    const own = year ?? today.slice(0, 4)
    return { termNo: null, from: `${own}-01-01`, to: `${own}-12-31` }
  }
  const found = term === 'now' ? terms[0] : terms.find(({ no }) => no === Number(term))
  if (found === undefined)
    throw wrongField('term', '没有登记过这一届的会议，不知道从哪天算起。请镇人大办先登记人代会会议。')
  return { termNo: found.no, from: found.from, to: found.to ?? today }
}

const yearsWithin = (from: Day, to: Day) => {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))) as [number, number]
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => first + at)
}
const inYear = (lines: readonly Line[], year: number) => lines.filter(({ on }) => on.startsWith(`${year}-`))

/** 校验码, over what stands in it; the day of printing, and until when a running term goes, are no part of it. */
function checkOf({ to: _, ...content }: Omit<DutyBook, 'termNo' | 'terms' | 'count' | 'check'>) {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}
