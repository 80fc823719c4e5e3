import type { Calendar } from '../../shared/rules/calendar'
import type { Database, Reader } from '../database/source'
import { sqlInstant } from '../database/sql'
import { holdersIn } from './asks/facts'
import { kindNamed } from './known-kinds'
import { readCalendar } from './read-calendar'
import { derive, differences, notDerived, readKept, refreshRead } from './refresh'

interface Row {
  id: string
  kind: string
  townId: string
  nextAt: string | null
}

const slice = 200

/**
 * Derives everything that is kept beside the matters anew, some at a time, and gives the loop back between them.
 * @param only those that are not derived yet, as after a migration, or all
 * @returns how many there are
 */
export async function rebuild(database: Database, now: Date, only: 'notDerived' | 'all'): Promise<number> {
  const calendars = new Map<string, Calendar>()
  let count = 0
  for (let from = ''; ;) {
    const rows = await database.reader.query<Row[]>(
      `SELECT id, kind, town_id AS townId FROM matter
       WHERE id > ? ${only === 'notDerived' ? 'AND next_at = ?' : ''} ORDER BY id LIMIT ${slice}`,
      [from, ...(only === 'notDerived' ? [sqlInstant(notDerived)] : [])],
    )
    for (const { id, kind: name, townId } of rows) {
      const kind = kindNamed(name)
      const calendar = calendars.get(townId) ?? (await readCalendar(database.reader, townId))
      calendars.set(townId, calendar)
      await database.transaction(async (tx) => {
        const record = await kind.read(tx, townId, id)
        if (record !== undefined) await refreshRead(tx, kind, record, calendar, now)
      })
      await new Promise((next) => setImmediate(next))
    }
    count += rows.length
    const last = rows.at(-1)
    if (last === undefined || rows.length < slice) return count
    from = last.id
  }
}

/**
 * What a rebuild would change, in words: nothing, where every step has written all that follows from it. What the clock has
 * not looked at yet is behind, and no difference.
 */
export async function findDifferences(reader: Reader, now: Date): Promise<string[]> {
  const rows = await reader.query<Row[]>(
    'SELECT id, kind, town_id AS townId, next_at AS nextAt FROM matter ORDER BY id',
  )
  const calendars = new Map<string, Calendar>()
  const found: string[] = []
  for (const { id, kind: name, townId, nextAt } of rows) {
    if (nextAt !== null && nextAt <= sqlInstant(now)) continue
    const kind = kindNamed(name)
    const calendar = calendars.get(townId) ?? (await readCalendar(reader, townId))
    calendars.set(townId, calendar)
    const record = await kind.read(reader, townId, id)
    if (record === undefined) {
      found.push(`${name} ${id} has no row of its own`)
      continue
    }
    const kept = await readKept(reader, id)
    const derived = derive(kind, record, await holdersIn(reader, kind, record), kept.told, calendar, now)
    const { headChanged, nextChanged, changed, gone } = differences(kept.rows, derived, now)
    if (headChanged || nextChanged || changed.length > 0 || gone.length > 0)
      found.push(
        `${name} ${id} in ${record.state}: ${JSON.stringify({ headChanged, nextChanged, changed, gone })}`,
      )
  }
  return found
}
