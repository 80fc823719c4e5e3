import type { Register, Values } from '../../../shared/grammar/register'
import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { isDuplicate } from '../../database/sql-errors'
import { columnFields, columnOf, endColumns, type KeptRow, tableOf } from './kept-register'

/** A database has no yes and no. */
const asWritten = (value: unknown) => (typeof value === 'boolean' ? Number(value) : (value ?? null))

const atOnce = 100

export const inColumns = (register: Register, values: Values) =>
  Object.fromEntries(columnFields(register).map((name) => [name, values[name]]))

/** Many at once. @throws Refusal `busy` where the same was written at the same moment */
export async function insertRows(tx: Tx, register: Register, townId: string, rows: readonly KeptRow[]) {
  for (let from = 0; from < rows.length; from += atOnce) {
    const written = rows.slice(from, from + atOnce).map(({ id, version, values, own, ...row }): Values => ({
      id,
      townId,
      version,
      ...Object.fromEntries(endColumns(register).map((name) => [name, row[name as keyof typeof row]])),
      ...inColumns(register, values),
      ...own,
    }))
    const names = Object.keys(written[0] ?? {})
    await tx
      .query(
        `INSERT INTO ${tableOf(register)} (${names.map(columnOf).join(', ')})
         VALUES ${written.map(() => `(${marks(names)})`).join(', ')}`,
        written.flatMap((row) => names.map((name) => asWritten(row[name]))),
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? new Refusal('busy') : error
      })
  }
}

/** One row, if nobody moved it first. @throws Refusal `stale` */
export async function moveRow(
  tx: Tx,
  register: Register,
  townId: string,
  { id, version }: KeptRow,
  changed: Values,
) {
  const names = Object.keys(changed)
  const sets = names.map((name) => `${columnOf(name)} = ?`)
  const moved = await tx.queryRunner?.query(
    `UPDATE ${tableOf(register)} SET ${[...sets, 'version = ?'].join(', ')}
     WHERE town_id = ? AND id = ? AND version = ?`,
    [...names.map((name) => asWritten(changed[name])), version + 1, townId, id, version],
    true,
  )
  if (moved?.affected !== 1) throw new Refusal('stale')
}
