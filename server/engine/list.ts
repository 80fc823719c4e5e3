import { Refusal } from '../../shared/words/refusals'
import { beijingDay } from '../../shared/rules/days'
import { pageSize } from '../database/keyset'
import type { Reader } from '../database/source'
import { marks, plainInstant, sqlInstant } from '../database/sql'
import type { Actor } from '../http/actor'
import { type Holder, person, workersOf } from './holders'
import { butOwn, notOwn } from './steps-aside'

/** A place in the work list of somebody: the matter, and as what they stand to it. */
export interface Found {
  id: string
  kind: string
  party: string
  step: string | null
  at: string
  soonAt: string | null
}

export interface WorkFilters {
  kind?: string | undefined
  state?: string | undefined
  village?: string | undefined
  unit?: string | undefined
  category?: string | undefined
  /** Of the register. */
  person?: string | undefined
  overdue?: 'yes' | undefined
}

interface Sql {
  sql: string
  parameters: unknown[]
}

/** Somebody stands to one matter as two parties at most often enough; what is cut off comes with the next page. */
const atOnce = 2 * (pageSize + 1)

/**
 * One page of a lane, late first and then by the day (what has ended: the newest first), of everything that one holds. The
 * rows of each holder are a range of one index; an `IN` list would make both engines sort the whole lane.
 */
export async function listWork(
  reader: Reader,
  actor: Actor,
  lane: 'mine' | 'others' | 'ended',
  filters: WorkFilters,
  cursor: string | undefined,
  now: Date,
): Promise<{ found: Found[]; next: string | null }> {
  const holders = workersOf(actor)
  if (holders.length === 0) return { found: [], next: null }
  const parts = holders.map((holder) => laneOf(actor.townId, holder, holders, lane, filters, cursor, now))
  const rows = await reader.query<(Found & { holder: Holder })[]>(
    parts.map(({ sql }) => `SELECT * FROM (${sql}) AS one`).join(' UNION ALL '),
    parts.flatMap(({ parameters }) => parameters),
  )
  const way = lane === 'ended' ? -1 : 1
  const inOrder = (a: Placed, b: Placed) => (a.key < b.key ? -way : a.key > b.key ? way : 0)
  const placed = rows.map((row) => ({ row, key: keyOf(row) })).sort(inOrder)
  // Of a holder with more rows than were read, nothing is known beyond the last of them.
  const ends = holders.flatMap((holder) => {
    const own = placed.filter(({ row }) => row.holder === holder)
    const last = own.at(-1)
    return last !== undefined && own.length === atOnce ? [last] : []
  })
  const end = ends.sort(inOrder)[0]
  const known = end === undefined ? placed : placed.filter((one) => inOrder(one, end) <= 0)
  const seen = new Set<string>()
  const once = known.filter(({ row: { id } }) => !seen.has(id) && seen.add(id))
  const found = once.slice(0, pageSize)
  const last = found.at(-1)
  const isMore = once.length > pageSize || end !== undefined
  return { found: found.map(({ row }) => row), next: last !== undefined && isMore ? writeCursor(last) : null }
}

/** The key once for each row: a sort would make it a thousand times. */
interface Placed {
  row: Found & { holder: Holder }
  key: string
}
const keyOf = ({ at, kind, id }: Pick<Found, 'at' | 'kind' | 'id'>) => `${plainInstant(at)}|${kind}|${id}`
const writeCursor = ({ key }: Placed) => Buffer.from(key).toString('base64url')

/** @throws Refusal `bad_cursor` */
function readCursor(cursor: string) {
  const [, at, kind, id] =
    /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})\|([a-zA-Z]{1,20})\|([0-9a-z]{26})$/.exec(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) ?? []
  if (at === undefined || kind === undefined || id === undefined) throw new Refusal('bad_cursor')
  return { at, kind, id }
}

/** The rows of one holder in one lane, beginning where the last page ended. */
export function laneOf(
  townId: string,
  holder: Holder,
  mine: readonly Holder[],
  lane: 'mine' | 'others' | 'ended',
  filters: WorkFilters,
  cursor: string | undefined,
  now: Date,
  most: number = atOnce,
): Sql {
  const today = beijingDay(now)
  const place = cursor === undefined ? undefined : readCursor(cursor)
  const [past, way] = lane === 'ended' ? ['<', 'DESC'] : ['>', 'ASC']
  const narrowed = narrowing(filters, now, lane)
  const elsewhere =
    lane === 'others'
      ? notMine(mine, today)
      : lane === 'mine'
        ? notOwn(holder, mine)
        : { sql: '', parameters: [] }
  return {
    sql: `SELECT h.holder, h.matter_id AS id, h.kind, h.party, h.step, h.at, h.soon_at AS soonAt
      FROM matter_holder h${narrowed.join}
      WHERE h.town_id = ? AND h.holder = ? AND h.lane = ? AND h.from_on <= ? AND h.until_on >= ?
        ${place ? `AND h.at ${past}= ? AND (h.at ${past} ? OR h.kind ${past} ? OR h.kind = ? AND h.matter_id ${past} ?)` : ''}
        ${narrowed.sql}${elsewhere.sql}
      ORDER BY h.at ${way}, h.kind ${way}, h.matter_id ${way} LIMIT ${most}`,
    parameters: [
      ...[townId, holder, lane, today, today],
      ...(place ? [place.at, place.at, place.kind, place.kind, place.id] : []),
      ...narrowed.parameters,
      ...elsewhere.parameters,
    ],
  }
}

/** What waits for me through another holder is in the other lane. */
const notMine = (mine: readonly Holder[], today: string): Sql => ({
  sql: ` AND NOT EXISTS (SELECT 1 FROM matter_holder x WHERE x.matter_id = h.matter_id AND x.holder IN (${marks(mine)})
    AND x.lane = 'mine' AND x.from_on <= ? AND x.until_on >= ?${butOwn()})`,
  parameters: [...mine, today, today],
})

function narrowing(filters: WorkFilters, now: Date, lane: string): Sql & { join: string } {
  const ofHead = (
    [
      ['state', filters.state],
      ['village_id', filters.village],
      ['unit_id', filters.unit],
      ['category', filters.category],
    ] as const
  ).filter(([, value]) => value !== undefined)
  const others: Sql[] = [
    ...(filters.kind === undefined ? [] : [{ sql: 'h.kind = ?', parameters: [filters.kind] }]),
    ...(filters.overdue === undefined || lane === 'ended'
      ? []
      : [{ sql: 'h.at <= ?', parameters: [sqlInstant(now)] }]),
    ...(filters.person === undefined
      ? []
      : [
          {
            sql: 'EXISTS (SELECT 1 FROM matter_holder y WHERE y.matter_id = h.matter_id AND y.holder = ?)',
            parameters: [person(filters.person)],
          },
        ]),
  ]
  const all = [
    ...ofHead.map(([column, value]): Sql => ({ sql: `m.${column} = ?`, parameters: [value] })),
    ...others,
  ]
  return {
    join: ofHead.length === 0 ? '' : ' JOIN matter m ON m.id = h.matter_id',
    sql: all.map(({ sql }) => `AND ${sql} `).join(''),
    parameters: all.flatMap(({ parameters }) => parameters),
  }
}
