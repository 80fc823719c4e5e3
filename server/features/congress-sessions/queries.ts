import { type CongressSessionDays, filedUnder } from '../../../shared/registers/congress-sessions'
import { addDays, type Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { part, readTogether } from '../../database/together'

export type KeptSession = CongressSessionDays & { id: string }

/** The sessions of a town that count, newest first. */
export const sessionsPart = (townId: string) =>
  part<KeptSession>({
    columns: {
      ...{ id: 'c.id', termNo: 'c.term_no', sessionNo: 'c.session_no' },
      ...{ openedOn: 'c.opened_on', closedOn: 'c.closed_on' },
    },
    from: 'FROM congress_session c WHERE c.town_id = ? AND c.ended_on IS NULL',
    order: 'c.opened_on DESC',
    parameters: [townId],
  })

export const readSessions = async (reader: Reader, townId: string) =>
  (await readTogether(reader, { sessions: sessionsPart(townId) })).sessions

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

/** Each term from its first session to the day before the next; the newest first. */
export function termsAmong(
  sessions: readonly { termNo: number; openedOn: Day }[],
): { no: number; from: Day; to: Day | null }[] {
  const first = new Map<number, Day>()
  for (const { termNo, openedOn } of sessions) {
    const known = first.get(Number(termNo))
    if (known === undefined || openedOn < known) first.set(Number(termNo), openedOn)
  }
  const begun = [...first].map(([no, from]) => ({ no, from })).sort((a, b) => b.no - a.no)
  return begun.map((term, at) => {
    const next = begun[at - 1]
    return { ...term, to: next === undefined ? null : addDays(next.from, -1) }
  })
}

/** The day on which the term that is running began, with its first session. @returns null where no session is known */
export function termBegunOn(sessions: readonly { termNo: number; openedOn: Day }[]): Day | null {
  const term = Math.max(...sessions.map(({ termNo }) => Number(termNo)))
  const own = sessions.filter(({ termNo }) => Number(termNo) === term)
  return own.map(({ openedOn }) => openedOn).sort()[0] ?? null
}
