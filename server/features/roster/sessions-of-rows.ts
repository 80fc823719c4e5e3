import { standsAlready } from '../../../shared/grammar/nothing-changed'
import type { Values } from '../../../shared/grammar/register'
import {
  type CongressSessionDays,
  contradictionAmong,
  spokenSession,
} from '../../../shared/registers/congress-sessions'
import type { Tx } from '../../database/source'
import { type Planned, plannedRow, writeRows } from '../../engine/registers/keep'
import { commandLine } from '../../engine/registers/kept-register'
import { allRows } from '../../engine/registers/rows'
import { registerNamed } from '../registers/found'
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

/**
 * Adds or changes the sessions, through their register, so that each has its history.
 * @returns what does not fit those that were there before, for the office to look at
 */
export async function writeSessions(
  tx: Tx,
  planned: readonly CongressSessionDays[],
  townId: string,
  tally: Tally,
  now: Date,
): Promise<string[]> {
  const kept = registerNamed('congressSession')
  const known = await allRows(tx, kept, townId)
  const writes: Planned[] = []
  const notices: string[] = []
  for (const session of planned) {
    const before = known.find(({ values }) => isSame(daysOf(values), session))
    tally.add('sessions', before ? 'kept' : 'added')
    if (before !== undefined && before.endedOn !== null)
      notices.push(`${spokenSession(session)}登记过，后来作废了，没有改动；要用请在页面上恢复它。`)
    else if (before === undefined || !standsAlready(before.values, session))
      writes.push(plannedRow(kept, before ?? null, { ...session }))
  }
  await writeRows(tx, kept, commandLine(townId), writes, now)
  const others = known
    .filter(({ endedOn }) => endedOn === null)
    .map(({ values }) => daysOf(values))
    .filter((one) => !planned.some((session) => isSame(one, session)))
  return [...notices, ...planned.flatMap((session) => contradictionAmong(others, session)?.sentence ?? [])]
}

const daysOf = (values: Values) => values as unknown as CongressSessionDays
const isSame = (one: CongressSessionDays, other: CongressSessionDays) =>
  one.termNo === other.termNo && one.sessionNo === other.sessionNo
