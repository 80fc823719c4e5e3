import { type CongressSessionDays, filedUnder } from '../../../shared/registers/congress-sessions'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'

export type KeptSession = CongressSessionDays & { id: string }

/** The sessions of a town that count, newest first. */
export const readSessions = (reader: Reader, townId: string) =>
  reader.query<KeptSession[]>(
    `SELECT id, term_no AS termNo, session_no AS sessionNo, opened_on AS openedOn, closed_on AS closedOn
     FROM congress_session WHERE town_id = ? AND ended_on IS NULL ORDER BY opened_on DESC`,
    [townId],
  )

/** Under which session a suggestion of this day is filed. */
export const sessionOn = async (reader: Reader, townId: string, day: Day) =>
  filedUnder(await readSessions(reader, townId), day)

/** How many suggestions have a number of each session, in it and after it. */
export async function countsOfSessions(reader: Reader, townId: string, ids: readonly string[]) {
  const rows = await reader.query<{ sessionId: string; period: string; count: number | string }[]>(
    `SELECT congress_session_id AS sessionId, period, COUNT(*) AS count FROM suggestion
     WHERE town_id = ? AND congress_session_id IN (${marks(ids)}) AND suggestion_no IS NOT NULL
     GROUP BY congress_session_id, period`,
    [townId, ...ids],
  )
  const counts = new Map<string, Record<string, number>>()
  for (const { sessionId, period, count } of rows)
    counts.set(sessionId, { ...counts.get(sessionId), [period]: Number(count) })
  return counts
}
