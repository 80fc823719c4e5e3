import type { Calendar } from '../../shared/rules/calendar'
import { Refusal } from '../../shared/words/refusals'
import { Matter } from '../database/entities/matters/matter'
import type { Database, Tx } from '../database/source'
import { isDuplicate } from '../database/sql-errors'
import { isoInstant, sqlInstant } from '../database/sql'
import { act } from './act'
import { holdersIn } from './asks/facts'
import { clocksOf, openToClock, standingAlone } from './awaited'
import { systemOf } from './kind'
import { kindNamed } from './known-kinds'
import { readCalendar } from './read-calendar'
import { notDerived, refreshRead } from './refresh'
import { remind } from './remind'

/** How many matters one look takes. */
export const atOnce = 100
/** What could not be looked at is looked at again after this. */
const againMs = 10 * 60_000

export interface Waiting {
  id: string
  kind: string
  townId: string
  nextAt: string
}

export const dueSql = `SELECT id, kind, town_id AS townId, next_at AS nextAt FROM matter WHERE next_at <= ? ORDER BY next_at, id LIMIT ${atOnce}`

/**
 * One slice of what the clock has to say: for each matter whose time has come the rung of a ladder, or the step of the
 * system, and when to look again. What is not derived yet comes first and is only derived: until it all is, nobody is
 * told anything.
 * @param failed told of what could not be looked at; the others are looked at all the same
 * @returns how many were looked at; more may wait where it is not 0
 */
export async function lookAtClock(
  database: Database,
  now: Date,
  failed: (error: unknown, matter: Waiting) => void,
): Promise<number> {
  const rows = await database.reader.query<Waiting[]>(dueSql, [sqlInstant(now)])
  const calendars = new Map<string, Calendar>()
  const owed = rows.filter(isNotDerived)
  const turn = owed.length > 0 ? owed : rows
  for (const row of turn) {
    const calendar = calendars.get(row.townId) ?? (await readCalendar(database.reader, row.townId))
    calendars.set(row.townId, calendar)
    try {
      await database.transaction((tx) => lookAtOne(tx, row, calendar, now))
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unavailable') throw error
      // Another instance, or a person at the last moment, was quicker.
      if (!isDuplicate(error) && !(error instanceof Refusal)) failed(error, row)
      await database.transaction((tx) =>
        tx.query('UPDATE matter SET next_at = ? WHERE id = ? AND next_at <= ?', [
          sqlInstant(new Date(now.getTime() + againMs)),
          row.id,
          sqlInstant(now),
        ]),
      )
    }
  }
  return turn.length
}

const isNotDerived = ({ nextAt }: Waiting) => Date.parse(isoInstant(nextAt)) === notDerived.getTime()

async function lookAtOne(tx: Tx, row: Waiting, calendar: Calendar, now: Date) {
  const { id, kind: name, townId } = row
  const kind = kindNamed(name)
  const record = await kind.read(tx, townId, id)
  if (record === undefined) {
    await tx.update(Matter, { id }, { nextAt: null })
    return
  }
  if (isNotDerived(row)) {
    await refreshRead(tx, kind, record, calendar, now)
    return
  }
  const standing = standingAlone(kind, record, calendar, now)
  const action = openToClock(kind, standing)
  if (action !== undefined) {
    await act(tx, kind, systemOf(townId), id, action, { version: record.version, form: {} }, now)
    return
  }
  const holders = await holdersIn(tx, kind, record)
  for (const clock of clocksOf(kind, standing)) await remind(tx, kind, standing, holders, clock)
  const { nextAt } = await refreshRead(tx, kind, record, calendar, now)
  if (nextAt !== null && nextAt <= now) throw new Error(`the clock has nothing to do for ${name} ${id}`)
}
