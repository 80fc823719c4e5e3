import { addDays, startOfDay } from '../../../shared/rules/days'
import { type Outcome, outcomes, type Satisfaction, satisfactions } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { cohortSql, lapsedSql, type Period } from './cohort'
import { knownTown } from '../towns/known-town'
import { lastGiven, readGiven } from './given-reports'
import { readFigures } from './queries'

/** What everyone reads of a year (代表法 51 ¶3). @throws Refusal `not_found` */
export async function readPublicReport(reader: Reader, townId: string, year: string, now: Date) {
  await knownTown(reader, townId)
  const { units, ...report } = await readYear(reader, townId, year, now)
  return {
    ...report,
    given: await lastGiven(reader, townId, year),
    units: units
      .filter(({ partOf }) => partOf === null)
      .map(({ name, counts, rates }) => ({ name, counts, rates })),
  }
}

/** The numbers of the yearly report on handling (catalogue 76; 代表法 art. 51). */
export async function readAnnualFigures(reader: Reader, townId: string, year: string, now: Date) {
  const { groups: categories } = await readFigures(reader, townId, { by: 'category', ...periodOf(year) }, now)
  return { ...(await readYear(reader, townId, year, now)), categories }
}

/** The same, with the days on which it was given. */
export async function readAnnualReport(reader: Reader, townId: string, year: string, now: Date) {
  const figures = await readAnnualFigures(reader, townId, year, now)
  return { ...figures, given: (await readGiven(reader, townId, year)).map(({ id, on }) => ({ id, on })) }
}

const periodOf = (year: string) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

async function readYear(reader: Reader, townId: string, year: string, now: Date) {
  const period = periodOf(year)
  const { total, groups: units } = await readFigures(reader, townId, { by: 'unit', ...period }, now)
  const words = await countWords(reader, townId, period)
  return {
    received: await countReceived(reader, townId, period),
    total,
    units,
    outcomes: tally(words, 'outcome', Object.keys(outcomes) as Outcome[]),
    ratings: tally(words, 'rating', Object.keys(satisfactions) as Satisfaction[]),
  }
}

async function countReceived(reader: Reader, townId: string, { from, to }: { from: string; to: string }) {
  const [row] = await reader.query<Record<string, number | string | null>[]>(
    `SELECT COUNT(*) AS submitted,
       SUM(CASE WHEN s.accepted_at IS NOT NULL THEN 1 ELSE 0 END) AS accepted,
       SUM(CASE WHEN sm.state = 'notAccepted' THEN 1 ELSE 0 END) AS notAccepted,
       SUM(CASE WHEN sm.state = 'withdrawn' THEN 1 ELSE 0 END) AS withdrawn
     FROM suggestion s JOIN matter sm ON sm.id = s.id WHERE s.town_id = ? AND s.submitted_at >= ? AND s.submitted_at < ?`,
    [townId, sqlInstant(startOfDay(from)), sqlInstant(startOfDay(addDays(to, 1)))],
  )
  const of = (name: string) => Number(row?.[name] ?? 0)
  return {
    submitted: of('submitted'),
    accepted: of('accepted'),
    notAccepted: of('notAccepted'),
    withdrawn: of('withdrawn'),
  }
}

interface Counted {
  outcome: string | null
  rating: string | null
  count: number | string
}

/** How many there are of each outcome with each rating. */
function countWords(reader: Reader, townId: string, period: Period) {
  const cohort = cohortSql(townId, period)
  const rating = `CASE WHEN NOT ${lapsedSql} THEN le.result_rating END`
  return reader.query<Counted[]>(
    `SELECT la.outcome AS outcome, ${rating} AS rating, COUNT(*) AS count ${cohort.joined} ${cohort.where}
     GROUP BY la.outcome, ${rating}`,
    cohort.parameters,
  )
}

/** How many there are of each of these words, the absent ones as 0. */
const tally = <K extends string>(
  rows: readonly Counted[],
  of: 'outcome' | 'rating',
  words: readonly K[],
): Record<K, number> =>
  Object.fromEntries(
    words.map((word) => [
      word,
      rows.filter((row) => row[of] === word).reduce((sum, { count }) => sum + Number(count), 0),
    ]),
  ) as Record<K, number>
