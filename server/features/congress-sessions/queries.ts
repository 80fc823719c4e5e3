import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { listSessions } from '../../../shared/registers/congress-session-endpoints'
import { type CongressSessionDays, filedUnder } from '../../../shared/registers/congress-sessions'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'

export type KeptSession = CongressSessionDays & { id: string }

/** The sessions of a town, newest first. */
export const readSessions = (reader: Reader, townId: string) =>
  reader.query<KeptSession[]>(
    `SELECT id, term_no AS termNo, session_no AS sessionNo, opened_on AS openedOn, closed_on AS closedOn
     FROM congress_session WHERE town_id = ? ORDER BY opened_on DESC`,
    [townId],
  )

/** Under which session a suggestion of this day is filed. */
export const sessionOn = async (reader: Reader, townId: string, day: Day) =>
  filedUnder(await readSessions(reader, townId), day)

/** The sessions with how many suggestions have a number of theirs. */
export async function listOfSessions(reader: Reader, townId: string): Promise<OutputOf<typeof listSessions>> {
  const counts = await reader.query<{ sessionId: string; period: string; count: number | string }[]>(
    `SELECT congress_session_id AS sessionId, period, COUNT(*) AS count FROM suggestion
     WHERE town_id = ? AND congress_session_id IS NOT NULL AND suggestion_no IS NOT NULL
     GROUP BY congress_session_id, period`,
    [townId],
  )
  const countOf = (id: string, wanted: string) =>
    Number(counts.find(({ sessionId, period }) => sessionId === id && period === wanted)?.count ?? 0)
  return {
    sessions: (await readSessions(reader, townId)).map((session) => ({
      ...session,
      inSession: countOf(session.id, 'inSession'),
      interSession: countOf(session.id, 'interSession'),
    })),
  }
}
