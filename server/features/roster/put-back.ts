import type { Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { tableOf } from '../../engine/registers/kept-register'
import { changesBetween, recordDone } from '../../engine/registers/record'
import { rowsByIds } from '../../engine/registers/rows'
import { namesIn } from '../../engine/registers/words-of'
import type { Actor } from '../../http/actor'
import { registers } from '../registers/found'
import type { Change } from './difference'
import { type Cells, rosterTables, type TableName, tableNames } from './standing'

const atOnce = 200

const registerOf = (table: TableName) => registers.find(({ register }) => tableOf(register) === table)

/**
 * The register as it was before an import: what was added is gone as if it had never been there, history and all; what was
 * changed is changed once more, and its history says so.
 */
export async function putBack(tx: Tx, actor: Actor, changes: readonly Change[], now: Date) {
  const of = (table: TableName) => changes.filter((one) => one.table === table)
  for (const table of [...tableNames].reverse())
    await remove(
      tx,
      actor.townId,
      table,
      of(table).filter(({ was }) => was === null),
    )
  for (const table of tableNames) {
    await restore(
      tx,
      actor,
      table,
      of(table).filter(({ was, is }) => was !== null && is !== null),
      now,
    )
    for (const { was, is } of of(table)) if (was !== null && is === null) await insert(tx, table, was)
  }
}

async function remove(tx: Tx, townId: string, table: TableName, added: readonly Change[]) {
  const kept = registerOf(table)
  for (let from = 0; from < added.length; from += atOnce) {
    const some = added.slice(from, from + atOnce)
    const keys = some.map(({ key }) => key)
    if (table === 'station_deputy') {
      for (const { key } of some)
        await tx.query(`DELETE FROM ${table} WHERE ${whereKey(table)}`, key.split('|'))
      continue
    }
    await tx.query(`DELETE FROM ${table} WHERE town_id = ? AND id IN (${marks(keys)})`, [townId, ...keys])
    if (table === 'person') await tx.query(`DELETE FROM invite WHERE person_id IN (${marks(keys)})`, keys)
    if (kept === undefined) continue
    await tx.query(`DELETE FROM matter_event WHERE matter_id IN (${marks(keys)}) AND kind = ?`, [
      ...keys,
      kept.register.name,
    ])
    await tx.query(`DELETE FROM search_token WHERE matter_id IN (${marks(keys)})`, keys)
  }
}

async function restore(tx: Tx, actor: Actor, table: TableName, changed: readonly Change[], now: Date) {
  if (changed.length === 0) return
  const kept = registerOf(table)
  const ids = changed.map(({ key }) => key)
  const before = kept ? await rowsByIds(tx, kept, actor.townId, ids) : []
  for (const { key, was } of changed) {
    const columns = Object.keys(was ?? {}).filter((column) => column !== 'version' && isColumn(column))
    const sets = [...columns.map((column) => `${column} = ?`), ...(kept ? ['version = version + 1'] : [])]
    if (sets.length > 0)
      await tx.query(`UPDATE ${table} SET ${sets.join(', ')} WHERE ${whereKey(table)}`, [
        ...columns.map((column) => was?.[column] ?? null),
        ...key.split('|'),
      ])
  }
  if (kept === undefined) return
  const after = await rowsByIds(tx, kept, actor.townId, ids)
  const names = await namesIn(tx, kept, actor.townId, [...before, ...after])
  const done = after.map((row) => ({
    action: 'change' as const,
    row,
    changes: changesBetween(kept, before.find(({ id }) => id === row.id)?.values ?? null, row.values, names),
    why: '撤回名册导入',
  }))
  await recordDone(tx, kept, actor, done, names, now)
}

async function insert(tx: Tx, table: TableName, row: Cells) {
  const columns = Object.keys(row).filter(isColumn)
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks(columns)})`,
    columns.map((column) => row[column] ?? null),
  )
}

const whereKey = (table: TableName) => rosterTables[table].key.map((column) => `${column} = ?`).join(' AND ')
const isColumn = (name: string) => /^[a-z_]+$/.test(name)
