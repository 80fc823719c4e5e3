import type { Tx } from './source'
import { marks } from './sql'

type Value = string | number | null

/** Sets other values in each of these rows, known by their id, in one statement; every row names the same columns. */
export async function updateEach(
  tx: Tx,
  table: string,
  rows: readonly (Readonly<Record<string, Value>> & { id: string })[],
) {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first).filter((column) => column !== 'id')
  const cases = `CASE id ${rows.map(() => 'WHEN ? THEN ?').join(' ')} END`
  await tx.query(
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ${cases}`).join(', ')}
     WHERE id IN (${marks(rows)})`,
    [
      ...columns.flatMap((column) => rows.flatMap((row) => [row.id, row[column] ?? null])),
      ...rows.map(({ id }) => id),
    ],
  )
}
