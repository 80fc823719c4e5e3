import { type CongressSessionDays, contradictionAmong } from '../../../shared/registers/congress-sessions'
import { CongressSession } from '../../database/entities/suggestion/congress-session'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { readSessions } from '../congress-sessions/queries'
import type { Problem } from './problem'
import { type RowOf, sheets } from './sheets'
import type { Tally } from './tally'

/** The sessions of the file, each checked against those above it. */
export function planSessions(
  rows: readonly RowOf<'sessions'>[],
  report: (problem: Problem) => void,
): CongressSessionDays[] {
  const planned: CongressSessionDays[] = []
  for (const { row, closedOn, ...rest } of rows) {
    const session = { ...rest, closedOn: closedOn ?? null }
    const contradiction = contradictionAmong(planned, session)
    if (contradiction === undefined) planned.push(session)
    else {
      const { heading } = sheets.sessions.columns[contradiction.field]
      report({ sheet: sheets.sessions.name, row, heading, sentence: contradiction.sentence })
    }
  }
  return planned
}

/** Adds or changes the sessions. @returns what does not fit those that were there before, for the office to look at */
export async function writeSessions(
  tx: Tx,
  planned: readonly CongressSessionDays[],
  townId: string,
  tally: Tally,
): Promise<string[]> {
  const known = await readSessions(tx, townId)
  const isSame = (one: CongressSessionDays, other: CongressSessionDays) =>
    one.termNo === other.termNo && one.sessionNo === other.sessionNo
  for (const session of planned) {
    const before = known.find((one) => isSame(one, session))
    if (before) await tx.update(CongressSession, { id: before.id }, session)
    else
      await tx.insert(CongressSession, {
        id: newId(),
        townId,
        ...session,
        version: 0,
        endedOn: null,
        endedWhy: null,
      })
    tally.add('sessions', before ? 'kept' : 'added')
  }
  const others = known.filter((one) => !planned.some((session) => isSame(one, session)))
  return planned.flatMap((session) => contradictionAmong(others, session)?.sentence ?? [])
}
