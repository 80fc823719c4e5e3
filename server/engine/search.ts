import type { Reader } from '../database/source'
import { marks } from '../database/sql'
import type { Actor } from '../http/actor'
import { workersOf } from './holders'
import type { Found } from './list'
import { wantedPieces } from './words-found'

/** So many are shown; a further word narrows it. */
export const mostFound = 40
/** So many of one piece are looked at before it counts as a frequent one. */
const rare = 1000

/**
 * What somebody holds whose number, title or names have all the words. The rarest piece comes first, so that a frequent
 * one is only asked about what that has left.
 */
export async function searchWork(
  reader: Reader,
  actor: Actor,
  text: string,
  { kind, today }: { kind?: string | undefined; today: string },
): Promise<{ found: Found[]; more: boolean }> {
  const holders = workersOf(actor)
  const { words, pieces } = wantedPieces(text)
  if (holders.length === 0 || pieces.length === 0) return { found: [], more: false }
  const [first = '', ...others] = await byRarity(reader, actor.townId, pieces)
  const { sql, parameters } = searchSql(actor.townId, holders, [first, ...others], words, kind, today)
  const rows = await reader.query<Found[]>(sql, parameters)
  const once = rows.filter(({ id }, index) => rows.findIndex((one) => one.id === id) === index)
  return { found: once.slice(0, mostFound), more: once.length > mostFound }
}

async function byRarity(reader: Reader, townId: string, pieces: readonly string[]): Promise<string[]> {
  if (pieces.length === 1) return [...pieces]
  const rows = await reader.query<{ token: string; count: number | string }[]>(
    pieces
      .map(
        () =>
          `SELECT ? AS token, COUNT(*) AS count FROM (SELECT 1 FROM search_token WHERE town_id = ? AND token = ? LIMIT ${rare}) AS some`,
      )
      .join(' UNION ALL '),
    pieces.flatMap((piece) => [piece, townId, piece]),
  )
  return rows.sort((one, other) => Number(one.count) - Number(other.count)).map(({ token }) => token)
}

/** A lane of `mine` comes before `others`, so that of several rows of one matter the first says whether it is my turn. */
export function searchSql(
  townId: string,
  holders: readonly string[],
  [first, ...others]: readonly string[],
  words: readonly string[],
  kind: string | undefined,
  today: string,
) {
  return {
    sql: `SELECT h.matter_id AS id, h.kind, h.party, h.step, h.at, h.soon_at AS soonAt
      FROM search_token t
      JOIN matter m ON m.id = t.matter_id AND m.kind = t.kind
      JOIN matter_holder h ON h.matter_id = t.matter_id AND h.holder IN (${marks(holders)})
      WHERE t.town_id = ? AND t.token = ? AND h.from_on <= ? AND h.until_on >= ?
        ${others.map(() => 'AND EXISTS (SELECT 1 FROM search_token o WHERE o.town_id = ? AND o.token = ? AND o.kind = t.kind AND o.matter_id = t.matter_id)').join(' ')}
        ${words.map(() => "AND m.found_by LIKE ? ESCAPE '!'").join(' ')}
        ${kind === undefined ? '' : 'AND m.kind = ?'}
      ORDER BY m.state_since DESC, m.id, h.lane LIMIT ${2 * (mostFound + 1)}`,
    parameters: [
      ...holders,
      ...[townId, first, today, today],
      ...others.flatMap((piece) => [townId, piece]),
      ...words.map((word) => `%${word.replace(/[!%_]/g, '!$&')}%`),
      ...(kind === undefined ? [] : [kind]),
    ],
  }
}
