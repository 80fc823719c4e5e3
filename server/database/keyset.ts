import { Refusal } from '../../shared/words/refusals'
import { isoInstant } from './sql'

/**
 * Paging by the place where the last page ended, newest first (or oldest), by an instant and an id. The bounded form is a range
 * on both drivers; `(a, b) < (?, ?)` is not on MariaDB, the pure OR form is not on SQLite.
 */
export function after(
  instantColumn: string,
  idColumn: string,
  cursor: string | undefined,
  first: 'newest' | 'oldest' = 'newest',
) {
  const place = cursor === undefined ? undefined : readCursor(cursor)
  const [past, way] = first === 'newest' ? ['<', 'DESC'] : ['>', 'ASC']
  return {
    sql: place
      ? ` AND ${instantColumn} ${past}= ? AND (${instantColumn} ${past} ? OR ${idColumn} ${past} ?)`
      : '',
    parameters: place ? [place.at, place.at, place.id] : [],
    order: ` ORDER BY ${instantColumn} ${way}, ${idColumn} ${way}`,
  }
}

/** @throws Refusal `bad_cursor` */
function readCursor(cursor: string) {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [, at, id] = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})\|([0-9a-z]{26})$/.exec(text) ?? []
  if (at === undefined || id === undefined) throw new Refusal('bad_cursor')
  return { at, id }
}

const writeCursor = (rawInstant: string, id: string) =>
  Buffer.from(`${isoInstant(rawInstant).replace('T', ' ').slice(0, 23)}|${id}`).toString('base64url')

export const pageSize = 20

/** Cuts the one row too many that was asked for, and says where the next page begins. */
export function pageOfRows<Row>(rows: readonly Row[], placeOf: (row: Row) => { at: string; id: string }) {
  const page = rows.slice(0, pageSize)
  const last = page[page.length - 1]
  const place = last !== undefined && rows.length > pageSize ? placeOf(last) : undefined
  return { rows: page, next: place ? writeCursor(place.at, place.id) : null }
}

/**
 * A page of rows that stand in an order which is computed and not in the database: `order` as text, then the id.
 * @throws Refusal `bad_cursor`
 */
export function pageInOrder<Row>(
  rows: readonly Row[],
  cursor: string | undefined,
  placeOf: (row: Row) => { order: string; id: string },
) {
  const keyOf = (row: Row) => {
    const { order, id } = placeOf(row)
    return `${order}|${id}`
  }
  const last = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString('utf8')
  if (cursor !== undefined && !/\|[0-9a-z]{26}$/.test(last)) throw new Refusal('bad_cursor')
  const placed = rows.map((row) => ({ row, key: keyOf(row) })).filter(({ key }) => key > last)
  placed.sort((a, b) => (a.key < b.key ? -1 : 1))
  const end = placed.length > pageSize ? placed[pageSize - 1] : undefined
  return {
    rows: placed.slice(0, pageSize).map(({ row }) => row),
    next: end ? Buffer.from(end.key).toString('base64url') : null,
  }
}
