import type { Reader, Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { KeptRegister, KeptRow, ListTable } from './kept-register'

/** Fields in which several rows are picked: each has a table of its own, in which the picked ones stand in their order. */

const listsOf = ({ keeping }: KeptRegister) => Object.entries(keeping.lists ?? {})

/** The same rows with all that their lists name. */
export async function withLists(reader: Reader, kept: KeptRegister, rows: readonly KeptRow[]) {
  const lists = listsOf(kept)
  if (lists.length === 0 || rows.length === 0) return rows.map((row) => emptyIn(row, lists))
  const named = await readTogether(
    reader,
    Object.fromEntries(lists.map(([field, list]) => [field, pickedIn(list, rows)])),
  )
  const picked = lists.map(([field]) => [field, byRow(named[field] ?? [])] as const)
  return rows.map((row) => ({
    ...row,
    values: {
      ...row.values,
      ...Object.fromEntries(picked.map(([field, of]) => [field, of.get(row.id) ?? null])),
    },
  }))
}

function byRow(found: readonly { id: string; picked: string }[]) {
  const rows = new Map<string, string[]>()
  for (const { id, picked } of found) {
    const before = rows.get(id)
    if (before) before.push(picked)
    else rows.set(id, [picked])
  }
  return rows
}

const emptyIn = (row: KeptRow, lists: ReturnType<typeof listsOf>) => ({
  ...row,
  values: { ...row.values, ...Object.fromEntries(lists.map(([field]) => [field, null])) },
})

const pickedIn = ({ table, row, picks }: ListTable, rows: readonly KeptRow[]) =>
  part<{ id: string; picked: string }>({
    columns: { id: `l.${row}`, picked: `l.${picks}` },
    from: `FROM ${table} l WHERE l.${row} IN (${marks(rows)})`,
    order: `l.${row}, l.position`,
    parameters: rows.map(({ id }) => id),
  })

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
