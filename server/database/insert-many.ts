import type { EntityTarget } from 'typeorm'
import type { Tx } from './source'

/** SQLite takes no more than 32766 values in one statement. */
const mostValues = 30_000

/** Any number of rows, in as few statements as go. `atOnce` keeps a statement small where a row holds long texts. */
export async function insertMany<Row extends object>(
  tx: Tx,
  target: EntityTarget<Row>,
  rows: readonly Row[],
  atOnce = Infinity,
) {
  const width = Object.keys(rows[0] ?? {}).length || 1
  const some = Math.min(atOnce, Math.floor(mostValues / width))
  for (let from = 0; from < rows.length; from += some) await tx.insert(target, rows.slice(from, from + some))
}
