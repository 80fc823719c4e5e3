import { addDays, beijingDay, startOfDay } from '../../../shared/rules/days'
import { daysOf, type HalfYear } from '../../../shared/rules/half-years'
import type { Reader } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { readBoard } from '../board/queries'
import { closedSql, confirmedSql, inHandSql, solvedSql } from '../figures/facts'
import { overdueSql } from '../figures/overdue'
import { knownTown } from '../towns/known-town'

/** The half-year as instants: from its first moment up to, and without, the first of the next. */
const bounds = (half: HalfYear) => {
  const { from, to } = daysOf(half)
  return { start: startOfDay(from), end: startOfDay(addDays(to, 1)) }
}

/** What was done in a half-year, for everyone (catalogue 75). @throws Refusal `not_found` */
export async function readBulletin(reader: Reader, townId: string, half: HalfYear, now: Date) {
  await knownTown(reader, townId)
  const { start, end } = bounds(half)
  const period = [sqlInstant(start), sqlInstant(end)]
  const [row] = await reader.query<Record<string, number | string | null>[]>(
    `SELECT SUM(CASE WHEN s.accepted_at >= ? AND s.accepted_at < ? THEN 1 ELSE 0 END) AS accepted,
       SUM(CASE WHEN EXISTS (SELECT 1 FROM reply x WHERE x.suggestion_id = s.id AND x.at >= ? AND x.at < ?)
         THEN 1 ELSE 0 END) AS replied,
       SUM(CASE WHEN ${closedInPeriod} THEN 1 ELSE 0 END) AS closed,
       SUM(CASE WHEN ${closedInPeriod} AND ${solvedSql('a', 'e')} THEN 1 ELSE 0 END) AS solved,
       SUM(CASE WHEN ${closedInPeriod} AND ${confirmedSql('a', 'e')} THEN 1 ELSE 0 END) AS confirmed,
       SUM(CASE WHEN ${inHandSql} THEN 1 ELSE 0 END) AS inHand,
       SUM(CASE WHEN ${overdueSql} THEN 1 ELSE 0 END) AS overdue
     FROM suggestion s JOIN matter sm ON sm.id = s.id
     LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
     LEFT JOIN evaluation e ON e.suggestion_id = s.id AND e.round_no = s.current_round
     WHERE s.town_id = ?`,
    [...period, ...period, ...period, ...period, ...period, beijingDay(now), beijingDay(now), townId],
  )
  const of = (name: string) => Number(row?.[name] ?? 0)
  return {
    accepted: of('accepted'),
    replied: of('replied'),
    closed: of('closed'),
    solved: of('solved'),
    confirmed: of('confirmed'),
    inHand: of('inHand'),
    overdue: of('overdue'),
  }
}

const closedInPeriod = `${closedSql} AND sm.state_since >= ? AND sm.state_since < ?`

/** The public matters that were in hand at any time of the half-year, as they stand now. @throws Refusal `not_found` */
export const listBulletin = (
  reader: Reader,
  townId: string,
  { half, cursor }: { half: HalfYear; cursor?: string | undefined },
  now: Date,
) => readBoard(reader, townId, { inHandDuring: bounds(half), cursor }, now)
