import { matterTables } from '../../../shared/workflow'
import type { Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { atOnce } from '../../database/together'
import { fieldNames, formIn, tableOf } from '../../engine/registers/kept-register'
import { rowsPicking } from '../../engine/registers/rows'
import type { Actor } from '../../http/actor'
import { registers } from '../registers/found'
import { type Change, isQuiet } from './difference'
import { callerOf, type Cells, rosterTables, type Standing, type TableName, tableNames } from './standing'

const inOne = 200
/** Asked of many fields in one statement, which takes no more than some thousand places. */
const fewAtOnce = 60
const mostNamed = 5

/** Why an import cannot be taken back whole, in words for people: nothing, or what has come to depend on it. */
export async function dependents(
  tx: Tx,
  { townId, person }: Actor,
  standing: Standing,
  changes: readonly Change[],
): Promise<string[]> {
  const added = changes.filter(({ was, is }) => was === null && is !== null)
  const idsOf = (table: TableName) => added.flatMap((one) => (one.table === table ? [one.key] : []))
  const people = idsOf('person')
  const bound = people.filter((id) => (standing.get('person')?.get(id)?.account_id ?? null) !== null)
  return [
    ...(person && people.includes(person.id) ? ['您自己是这次导入登记的'] : []),
    ...(bound.length > 0 ? [`已有 ${bound.length} 人绑定了微信`] : []),
    ...(await mattersOf(tx, townId, [
      ...people.map((id) => `person:${id}`),
      ...idsOf('handling_unit').map((id) => `unit:${id}`),
      ...idsOf('deputy_group').map((id) => `group:${id}`),
    ])),
    // One that is still being checked waits for nobody yet.
    ...(await namedBy(tx, townId, 'resident_opinion', 'deputy_id', people, '条留言写给他们')),
    ...(await namedBy(tx, townId, 'suggestion', 'village_id', idsOf('village'), '件建议是这些村的')),
    ...(await namedBy(tx, townId, 'resident', 'village_id', idsOf('village'), '位群众选了这些村')),
    ...(await namedBy(
      tx,
      townId,
      'suggestion',
      'congress_session_id',
      idsOf('congress_session'),
      '件建议按这些会议编了号',
    )),
    ...(await codesOf(tx, townId, [...people, ...idsOf('liaison_station')])),
    ...(await otherRegisters(
      tx,
      townId,
      added.map(({ key }) => key),
    )),
    ...pointingAt(standing, changes, new Set(added.map(({ key }) => key))),
    ...changedSince(standing, changes),
  ]
}

/** Matters in which somebody or some unit that was added has a part. */
async function mattersOf(tx: Tx, townId: string, holders: readonly string[]): Promise<string[]> {
  const found = new Map<string, Set<string>>()
  for (let from = 0; from < holders.length; from += inOne) {
    const some = holders.slice(from, from + inOne)
    const rows = await tx.query<{ kind: string; id: string }[]>(
      `SELECT DISTINCT kind, matter_id AS id FROM matter_holder WHERE town_id = ? AND holder IN (${marks(some)})`,
      [townId, ...some],
    )
    for (const { kind, id } of rows) found.set(kind, (found.get(kind) ?? new Set()).add(id))
  }
  found.delete('opinion')
  return [...found].map(
    ([kind, ids]) => `已有 ${ids.size} 件${matterTables[kind as keyof typeof matterTables].word}和他们有关`,
  )
}

async function namedBy(
  tx: Tx,
  townId: string,
  table: 'suggestion' | 'resident' | 'resident_opinion',
  column: string,
  ids: readonly string[],
  words: string,
) {
  if (ids.length === 0) return []
  const [row] = await tx.query<{ count: number | string }[]>(
    `SELECT COUNT(*) AS count FROM ${table} WHERE town_id = ? AND ${column} IN (${marks(ids)})`,
    [townId, ...ids],
  )
  return Number(row?.count) > 0 ? [`已有 ${Number(row?.count)} ${words}`] : []
}

/** Rows of registers that no roster brings: an association, a check of a station. */
async function otherRegisters(tx: Tx, townId: string, ids: readonly string[]): Promise<string[]> {
  const picking = registers.flatMap((kept) => {
    const { register, keeping } = kept
    const fields = fieldNames(register).filter(
      (field) => keeping.picks?.[formIn(register, field).kind]?.of !== undefined,
    )
    return fields.length === 0 || tableOf(register) in rosterTables ? [] : [{ kept, fields }]
  })
  const found = new Map(picking.map(({ kept }) => [kept.register.word, new Set<string>()]))
  for (let from = 0; from < ids.length; from += fewAtOnce) {
    const some = ids.slice(from, from + fewAtOnce)
    await atOnce(tx, () =>
      Promise.all(
        picking.map(async ({ kept, fields }) => {
          for (const { id } of await rowsPicking(tx, kept, townId, fields, some))
            found.get(kept.register.word)?.add(id)
        }),
      ),
    )
  }
  return [...found].flatMap(([word, rows]) =>
    rows.size > 0 ? [`${word}里已有 ${rows.size} 条用到了它`] : [],
  )
}

/** What was printed hangs on a wall. */
async function codesOf(tx: Tx, townId: string, targets: readonly string[]) {
  const [row] = await tx.query<{ count: number | string }[]>(
    `SELECT COUNT(*) AS count FROM qr_code WHERE town_id = ? AND target_kind IN ('deputy', 'station', 'village')
       AND target_id IN (${marks(targets)}) AND revoked_at IS NULL`,
    [townId, ...targets],
  )
  return Number(row?.count) > 0 ? [`已有 ${Number(row?.count)} 张小程序码在用`] : []
}

/** What somebody wrote down later, beside what was added. */
function pointingAt(standing: Standing, changes: readonly Change[], added: ReadonlySet<string>): string[] {
  const { titleOf } = callerOf(standing)
  const settled = new Map(changes.map((one) => [`${one.table} ${one.key}`, one]))
  return tableNames.flatMap((table) => {
    const rows = [...(standing.get(table) ?? [])].filter(([key, row]) => {
      const own = settled.get(`${table} ${key}`)
      if (own?.was === null) return false
      return Object.entries(row).some(
        ([column, value]) =>
          column.endsWith('_id') && added.has(String(value)) && !(own?.was && column in own.was),
      )
    })
    return named(
      rows.map(([, row]) => titleOf(table, row)),
      (names, count) =>
        `后来登记的 ${count} 条${rosterTables[table].word}用到了它${names ? `：${names}` : ''}`,
    )
  })
}

/** What was changed once more is not what the import made of it. */
function changedSince(standing: Standing, changes: readonly Change[]): string[] {
  const { titleOf } = callerOf(standing)
  const changed = changes.flatMap(({ table, key, is }) => {
    const row = standing.get(table)?.get(key)
    if (is === null || table === 'station_deputy') return []
    if (row === undefined) return ['（已经删去的一条）']
    return isStill(row, is) ? [] : [titleOf(table, row)]
  })
  return named(changed, (names, count) => `后来改过 ${count} 条：${names}`)
}

/** A binding is told of by itself. */
const isStill = (row: Cells, is: Cells) =>
  Object.entries(is).every(
    ([column, value]) => isQuiet(column) || column === 'account_id' || (row[column] ?? null) === value,
  )

function named(titles: readonly string[], say: (names: string, count: number) => string): string[] {
  if (titles.length === 0) return []
  const names = titles.filter(Boolean).slice(0, mostNamed).join('、')
  return [say(names + (titles.length > mostNamed ? ' 等' : ''), titles.length)]
}
