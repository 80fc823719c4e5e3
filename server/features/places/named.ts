import type { Values } from '../../../shared/grammar/register'
import { wrongField } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { lookAgain } from '../../engine/refresh'
import { findPickersAnew } from '../../engine/registers/found-by'
import {
  type DoneToRow,
  type Keeper,
  type Keeping,
  type KeptRow,
  namedRows,
  type Option,
  type Picks,
  type Writing,
} from '../../engine/registers/kept-register'
import { registers } from '../registers/found'

/**
 * What registers of places have in common: an order, a name that stands there once, and the names that each had before.
 * Whatever belongs to one holds its id and goes with a new name; what was written down as text keeps the old one.
 */
export const namedPlace = (table: Table) =>
  ({
    own: ['position', 'formerNames'],
    fill: ({ before, values, others }: Writing): Values => ({
      position: before?.own.position ?? Math.max(-1, ...others.map(({ own }) => Number(own.position))) + 1,
      formerNames: before === null ? null : formerNames(before, String(values.name)),
    }),
    check: (_: Tx, { values, others }: Writing) => isOnlyOne(values, others),
    follows: (tx: Tx, keeper: Keeper, done: readonly DoneToRow[], now: Date) =>
      followName(tx, table, keeper, done, now),
  }) satisfies Keeping

const between = '、'
const mostSigns = 200

/** With the name that it loses, as far as they fit; the latest is last. */
function formerNames({ own, values }: KeptRow, name: string): string | null {
  const known = typeof own.formerNames === 'string' ? own.formerNames.split(between) : []
  const all = values.name === name ? known : [...known, String(values.name)]
  const others = [...new Set(all.filter((one) => one !== name))]
  while (others.join(between).length > mostSigns) others.shift()
  return others.join(between) || null
}

const isAlike = (one: Values, other: Values) =>
  one.name === other.name && (one.congressLevel ?? null) === (other.congressLevel ?? null)

/** @throws Refusal `bad_input` */
export function isOnlyOne(values: Values, others: readonly KeptRow[]) {
  const same = others.find((one) => isAlike(one.values, values))
  if (same === undefined) return
  throw wrongField(
    'name',
    same.endedOn === null
      ? '已经有这个名称，请直接改那一条，或换一个名称。'
      : '这个名称登记过，后来撤销了，请在“已撤销”里恢复它，或换一个名称。',
  )
}

/** Titles, lists and other registers call it by its name: they are derived and found anew. */
async function followName(tx: Tx, of: Table, { townId }: Keeper, done: readonly DoneToRow[], now: Date) {
  const renamed = done.filter(
    ({ action, changes }) => action === 'change' && changes.some(({ field }) => field === 'name'),
  )
  if (renamed.length === 0) return
  await lookAgain(tx, townId, now)
  await findPickersAnew(tx, registers, townId, { of, ids: renamed.map(({ row }) => row.id) })
}

/** Any part of any village, called with all that it lies in, so that two of a name are told apart. */
export const areasToPick: Picks = {
  options: (reader, townId) =>
    reader.query<Option[]>(
      `SELECT a.id, ${wholeName('a')} AS name, NULL AS note FROM area a
       WHERE a.town_id = ? AND a.ended_on IS NULL ORDER BY a.position, a.id`,
      [townId],
    ),
  names: namedRows('area', wholeName('x')),
}
function wholeName(area: string) {
  const above = (table: string, key: string) => `(SELECT u.name FROM ${table} u WHERE u.id = ${area}.${key})`
  return `CONCAT_WS(' ', ${above('village', 'village_id')}, ${above('area', 'area_id')}, ${area}.name)`
}

type Table = 'village' | 'handling_unit' | 'deputy_group' | 'electoral_district' | 'liaison_station'

/** Rows of a register of places, for whoever picks one: those that count; those that have ended keep their name. */
export const placesToPick = (table: Table, note = 'NULL'): Picks => {
  const sql = `SELECT id, name, ${note} AS note FROM ${table} WHERE town_id = ?`
  return {
    of: table,
    options: (reader, townId) =>
      reader.query<Option[]>(`${sql} AND ended_on IS NULL ORDER BY position, id`, [townId]),
    names: namedRows(table),
  }
}
