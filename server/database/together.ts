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
  const found: Record<string, { place: number; row: unknown }[]> = Object.fromEntries(
    Object.keys(parts).map((name) => [name, []]),
  )
  if (wanted.length > 0) {
    const rows = await reader.query<{ part: string; place: number | string; kept: unknown }[]>(
      wanted.map(({ name, part }) => selectOf(name, part)).join(' UNION ALL '),
      wanted.flatMap(({ part }) => part.parameters),
    )
    for (const { part, place, kept } of rows) found[part]?.push({ place: Number(place), row: parsed(kept) })
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, rows]) => [
      name,
      rows.sort((a, b) => a.place - b.place).map(({ row }) => row),
    ]),
  ) as RowsOf<P>
}

const selectOf = (name: string, { columns, from, order }: AnyPart) =>
  `SELECT '${name}' AS part, ROW_NUMBER() OVER (ORDER BY ${order}) AS place, JSON_OBJECT(${Object.entries(
    columns,
  )
    .map(([column, source]) => `'${column}', ${String(source)}`)
    .join(', ')}) AS kept ${from}`

/** Text from most drivers; MySQL's own has read it already. */
const parsed = (kept: unknown): unknown => (typeof kept === 'string' ? (JSON.parse(kept) as unknown) : kept)
