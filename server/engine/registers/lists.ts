import type { Reader, Tx } from '../../database/source'
import { marks } from '../../database/sql'
import type { KeptRegister, KeptRow, ListTable } from './kept-register'

/** Fields in which several rows are picked: each has a table of its own, in which the picked ones stand in their order. */

const listsOf = ({ keeping }: KeptRegister) => Object.entries(keeping.lists ?? {})

/** The same rows with all that their lists name. */
export async function withLists(reader: Reader, kept: KeptRegister, rows: readonly KeptRow[]) {
  let whole = [...rows]
  for (const [field, list] of listsOf(kept)) {
    const named = rows.length === 0 ? new Map<string, string[]>() : await pickedIn(reader, list, rows)
    whole = whole.map((row) => ({
      ...row,
      values: { ...row.values, [field]: named.get(row.id) ?? null },
    }))
  }
  return whole
}

async function pickedIn(reader: Reader, { table, row, picks }: ListTable, rows: readonly KeptRow[]) {
  const found = await reader.query<{ id: string; picked: string }[]>(
    `SELECT l.${row} AS id, l.${picks} AS picked FROM ${table} l
     WHERE l.${row} IN (${marks(rows)}) ORDER BY l.${row}, l.position`,
    rows.map(({ id }) => id),
  )
  const named = new Map<string, string[]>()
  for (const { id, picked } of found) named.set(id, [...(named.get(id) ?? []), picked])
  return named
}

/** Writes the lists of these rows anew, where they differ from before. */
export async function writeLists(
  tx: Tx,
  kept: KeptRegister,
  planned: readonly { before: KeptRow | null; row: KeptRow }[],
) {
  for (const [field, list] of listsOf(kept)) {
    const changed = planned.filter(({ before, row }) => said(before, field) !== said(row, field))
    if (changed.length > 0) await writeList(tx, list, field, changed)
  }
}

const idsIn = (row: KeptRow | null, field: string) => (row?.values[field] ?? []) as readonly string[]
const said = (row: KeptRow | null, field: string) => idsIn(row, field).join()

async function writeList(
  tx: Tx,
  { table, row: under, picks }: ListTable,
  field: string,
  changed: readonly { before: KeptRow | null; row: KeptRow }[],
) {
  const before = changed.flatMap((one) => (one.before ? [one.before.id] : []))
  if (before.length > 0) await tx.query(`DELETE FROM ${table} WHERE ${under} IN (${marks(before)})`, before)
  const lines = changed.flatMap(({ row }) =>
    idsIn(row, field).map((picked, position) => [row.id, picked, position]),
  )
  if (lines.length > 0)
    await tx.query(
      `INSERT INTO ${table} (${under}, ${picks}, position) VALUES ${lines.map(() => '(?, ?, ?)').join(', ')}`,
      lines.flat(),
    )
}
