import type { Reader } from './source'

/**
 * One of several reads that are asked in one statement. `columns` names each column of the row and says where it comes
 * from; an instant goes through `instantText`.
 */
export interface Part<Row> extends AnyPart {
  columns: { readonly [name in keyof Row]: string }
  /** Never there: the type of a row travels by it. */
  row?: Row
}
interface AnyPart {
  columns: object
  /** From `FROM` to the end, without the order. */
  from: string
  /** As behind `ORDER BY`; no key has a comma outside brackets. Sorted here: see `selectOf`. */
  order: string
  parameters: unknown[]
}

/** A part whose columns are those of the row, no more and no less. */
export const part = <Row>(one: Part<Row>) => one

type Parts = Readonly<Record<string, AnyPart | undefined>>
export type RowsOf<P extends Parts> = {
  [name in keyof P]: Exclude<P[name], undefined> extends { row?: infer Row }
    ? Exclude<Row, undefined>[]
    : never
}

/**
 * Asks for the rows of all parts at once: the children of a matter are many and small, and each statement is a way to
 * the database and back. A part that is left out has no rows.
 */
export async function readTogether<P extends Parts>(reader: Reader, parts: P): Promise<RowsOf<P>> {
  const wanted = Object.entries(parts).flatMap(([name, part]) => (part === undefined ? [] : [{ name, part }]))
  const found = wanted.length === 0 ? new Map<AnyPart, unknown[]>() : await rowsOf(reader, wanted)
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, (part && found.get(part)) ?? []]),
  ) as RowsOf<P>
}

interface Wanted {
  name: string
  part: AnyPart
}
type Found = ReadonlyMap<AnyPart, unknown[]>

/** Reads that wait for each other, to be asked for in one statement. */
let gathered:
  { reader: Reader; asked: { wanted: Wanted[]; answer: (found: Promise<Found>) => void }[] } | undefined

/**
 * Whatever `reads` asks for through `readTogether` before it waits for anything goes to the database in one statement:
 * so those who read know nothing of each other.
 */
export function atOnce<T>(reader: Reader, reads: () => T): T {
  const outer = gathered
  if (outer?.reader === reader) return reads()
  const own: typeof gathered = { reader, asked: [] }
  gathered = own
  try {
    return reads()
  } finally {
    gathered = outer
    const all = own.asked.flatMap(({ wanted }) => wanted)
    if (all.length > 0) {
      const found = ask(reader, all)
      for (const { answer } of own.asked) answer(found)
    }
  }
}

const rowsOf = (reader: Reader, wanted: Wanted[]): Promise<Found> =>
  gathered?.reader === reader
    ? new Promise((answer) => gathered?.asked.push({ wanted, answer }))
    : ask(reader, wanted)

/** SQLite takes no more than 500 in one statement. */
const atMost = 300

async function ask(reader: Reader, all: readonly Wanted[]): Promise<Found> {
  const found = new Map<AnyPart, { place: unknown; row: unknown }[]>(all.map(({ part }) => [part, []]))
  for (let from = 0; from < all.length; from += atMost) {
    const wanted = all.slice(from, from + atMost)
    const named = new Map<string, AnyPart>()
    const selects: Select[] = []
    const parameters: unknown[] = []
    for (const { name, part } of wanted) {
      const once = named.has(name) ? `${name} ${named.size}` : name
      named.set(once, part)
      selects.push(selectOf(once, part))
      parameters.push(...part.parameters)
    }
    const rows = await reader.query<{ part: string; place: unknown; kept: unknown }[]>(
      textOf(selects),
      parameters,
    )
    for (const { part, place, kept } of rows) {
      const of = named.get(part)
      if (of !== undefined) found.get(of)?.push({ place, row: parsed(kept) })
    }
  }
  return new Map([...found].map(([part, rows]) => [part, inOrder(part.order, rows)]))
}

/** The text of one part, and a number by which a statement made of it is found again. */
interface Select {
  no: number
  name: string
  order: string
  columns: Readonly<Record<string, string>>
  text: string
}

/** By what they are read from: the same few hundred come again with each request, and their texts are long. */
const selects = new Map<string, Select[]>()
const statements = new Map<string, string>()
let lastNo = 0
/** How many rows are asked for is part of a text, so there is no end of them. */
const mostKept = 3000

function selectOf(name: string, { columns, from, order }: AnyPart): Select {
  const ofPart = columns as Readonly<Record<string, string>>
  const alike = selects.get(from)
  const known = alike?.find(
    (one) => one.name === name && one.order === order && hasColumns(one.columns, ofPart),
  )
  if (known !== undefined) return known
  if (lastNo % mostKept === mostKept - 1) selects.clear()
  const made = {
    no: (lastNo += 1),
    name,
    order,
    columns: ofPart,
    text: writtenOut(name, ofPart, from, order),
  }
  selects.set(from, [...(selects.get(from) ?? []), made])
  return made
}

function hasColumns(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) {
  if (one === other) return true
  const names = Object.keys(other)
  return names.length === Object.keys(one).length && names.every((column) => one[column] === other[column])
}

function textOf(parts: readonly Select[]): string {
  const name = parts.map(({ no }) => no).join()
  const known = statements.get(name)
  if (known !== undefined) return known
  if (statements.size === mostKept) statements.clear()
  const text = parts.map((one) => one.text).join(' UNION ALL ')
  statements.set(name, text)
  return text
}

/**
 * What a row is sorted by comes with it. Were the database to number the rows, MariaDB would write each part down in a
 * table of its own first, which takes it twice as long as all the rest.
 */
const writtenOut = (name: string, columns: Readonly<Record<string, string>>, from: string, order: string) =>
  `SELECT '${name}' AS part, JSON_ARRAY(${keysOf(order)
    .map(({ source }) => source)
    .join(', ')}) AS place, JSON_OBJECT(${Object.entries(columns)
    .map(([column, source]) => `'${column}', ${source}`)
    .join(', ')}) AS kept ${from}`

/** Whether a statement is one of these. */
export const isAskedTogether = (sql: string) => /^SELECT '[^']*' AS part, JSON_ARRAY\(/.test(sql)

interface Key {
  source: string
  isFalling: boolean
}
const known = new Map<string, readonly Key[]>()
function keysOf(order: string): readonly Key[] {
  const before = known.get(order)
  if (before !== undefined) return before
  const keys = order.split(/,(?![^(]*\))/).map((key) => ({
    source: key.trim().replace(/ (ASC|DESC)$/, ''),
    isFalling: key.trim().endsWith(' DESC'),
  }))
  known.set(order, keys)
  return keys
}

type Keyed = string | number | boolean | null

function inOrder(order: string, rows: readonly { place: unknown; row: unknown }[]): unknown[] {
  if (rows.length < 2) return rows.map(({ row }) => row)
  const keys = keysOf(order)
  return rows
    .map(({ place, row }) => ({ place: parsed(place) as Keyed[], row }))
    .sort((a, b) => {
      for (const [at, { isFalling }] of keys.entries()) {
        const way = compared(a.place[at] ?? null, b.place[at] ?? null)
        if (way !== 0) return isFalling ? -way : way
      }
      return 0
    })
    .map(({ row }) => row)
}

/** Nothing comes first, as in both databases. */
const compared = (a: Keyed, b: Keyed): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1

/** Text from most drivers; MySQL's own has read it already. */
const parsed = (kept: unknown): unknown => (typeof kept === 'string' ? (JSON.parse(kept) as unknown) : kept)
