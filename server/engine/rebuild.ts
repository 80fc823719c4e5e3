import type { Calendar } from '../../shared/rules/calendar'
import type { Database, Reader } from '../database/source'
import { sqlInstant } from '../database/sql'
import { holdersIn } from './asks/facts'
import { readKept } from './kept'
import { kindNamed } from './known-kinds'
import { readCalendar } from './read-calendar'
import { derive, differences, refreshRead } from './refresh'
import { keepTokens } from './tokens'
import { piecesOf } from './words-found'

interface Row {
  id: string
  kind: string
  townId: string
  nextAt: string | null
}

const slice = 200
/** From so many on the tables beside the matters are others than before. */
const many = 500

/** Every matter, some at a time. */
async function* everyMatter(reader: Reader) {
  const calendars = new Map<string, Calendar>()
  for (let from = ''; ;) {
    const rows = await reader.query<Row[]>(
      `SELECT id, kind, town_id AS townId, next_at AS nextAt FROM matter
       WHERE id > ? ORDER BY id LIMIT ${slice}`,
      [from],
    )
    for (const row of rows) {
      const calendar = calendars.get(row.townId) ?? (await readCalendar(reader, row.townId))
      calendars.set(row.townId, calendar)
      yield { ...row, calendar }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < slice) return
    from = last.id
  }
}

/**
 * Derives everything that is kept beside the matters anew. What a migration has left is no more than the clock's.
 * @returns how many there are
 */
export async function rebuild(database: Database, now: Date): Promise<number> {
  let count = 0
  for await (const { id, kind: name, townId, calendar } of everyMatter(database.reader)) {
    const kind = kindNamed(name)
    await database.transaction(async (tx) => {
      const record = await kind.read(tx, townId, id)
      if (record === undefined) return
      await refreshRead(tx, kind, record, calendar, now)
      const [head] = (await readKept(tx, id)).rows
      await keepTokens(tx, townId, [{ kind: name, id, pieces: piecesOf(head?.foundBy ?? '') }])
    })
    count += 1
  }
  if (count >= many) await database.analyze('all')
  return count
}

/** What is kept of a matter and would not be derived from it. */
export interface Difference {
  kind: string
  id: string
  state: string
  /** Null where the matter has no row of its own. */
  found: { head: boolean; next: boolean; holders: readonly string[]; words: readonly string[] } | null
}

/**
 * What a rebuild would change: nothing, where every step has written all that follows from it. What the clock has not
 * looked at yet is behind, and no difference.
 */
export async function findDifferences(reader: Reader, now: Date): Promise<Difference[]> {
  const found: Difference[] = []
  for await (const row of everyMatter(reader)) {
    const { id, kind: name, townId, nextAt, calendar } = row
    if (nextAt !== null && nextAt <= sqlInstant(now)) continue
    const kind = kindNamed(name)
    const record = await kind.read(reader, townId, id)
    if (record === undefined) {
      found.push({ kind: name, id, state: '', found: null })
      continue
    }
    const { rows, told } = await readKept(reader, id)
    const derived = derive(kind, record, await holdersIn(reader, kind, record), told, calendar, now)
    const { headChanged, nextChanged, changed, gone } = differences(rows, derived, now)
    const [kept, wanted] = [await readPieces(reader, name, id), piecesOf(derived.head.foundBy)]
    const holders = [
      ...changed.map(({ party, holder }) => `+${party} ${holder}`),
      ...gone.map(({ party, holder }) => `-${party} ${holder}`),
    ]
    const words = [
      ...[...wanted].filter((piece) => !kept.has(piece)).map((piece) => `+${piece}`),
      ...[...kept].filter((piece) => !wanted.has(piece)).map((piece) => `-${piece}`),
    ]
    if (headChanged || nextChanged || holders.length > 0 || words.length > 0)
      found.push({
        ...{ kind: name, id, state: record.state },
        found: { head: headChanged, next: nextChanged, holders, words },
      })
  }
  return found
}

async function readPieces(reader: Reader, kind: string, id: string): Promise<ReadonlySet<string>> {
  const kept = await reader.query<{ token: string }[]>(
    'SELECT token FROM search_token WHERE matter_id = ? AND kind = ?',
    [id, kind],
  )
  return new Set(kept.map(({ token }) => token))
}
