import type { Reader, Tx } from '../../../database/source'
import { marks } from '../../../database/sql'
import { part, readTogether } from '../../../database/together'
import { type Naming, naming } from './naming'

/** A person whom rows name that are another's from now on. */
export interface Move {
  townId: string
  from: string
  to: string
}
interface Row {
  key: string
  /** Of a double: what else makes it one. */
  rest: string
  rank: number | string
}
/** How many keys stand in one statement. */
const atOnce = 300

const written = ({ before = '' }: Naming, personId: string) => before + personId
const keyOf = ({ key = 'id' }: Naming) => key
const meant = ({ where }: Naming) => (where === undefined ? '' : ` AND x.${where}`)
/** Text that is the same for two rows which would be one. */
const restOf = ({ once }: Naming) =>
  once === undefined || once.length === 0
    ? "''"
    : `CONCAT(${once.map((name) => `x.${name}`).join(", '|', ")}, '')`

const rowsPart = (one: Naming, townId: string, personId: string) =>
  part<Row>({
    columns: { key: `x.${keyOf(one)}`, rest: restOf(one), rank: one.rank ?? '0' },
    from: `FROM ${one.table} x WHERE ${one.inTown ? 'x.town_id = ? AND ' : ''}x.${one.column} = ?${meant(one)}`,
    order: `x.${keyOf(one)}`,
    parameters: [...(one.inTown ? [townId] : []), written(one, personId)],
  })

const nameOf = ({ table, column }: Naming) => `${table}.${column}`

/** The rows that name these persons, by table and column: asked in one statement. */
async function readNamed(reader: Reader, { townId, from, to }: Move) {
  const unique = naming.filter(({ once }) => once !== undefined)
  const found = await readTogether(
    reader,
    Object.fromEntries([
      ...naming.map((one) => [`from ${nameOf(one)}`, rowsPart(one, townId, from)]),
      ...unique.map((one) => [`to ${nameOf(one)}`, rowsPart(one, townId, to)]),
    ]) as Record<string, ReturnType<typeof rowsPart>>,
  )
  return (which: 'from' | 'to', one: Naming): Row[] => found[`${which} ${nameOf(one)}`] ?? []
}

/**
 * Writes the one in place of the other wherever a row names them. Of two rows that would be the same the one that says
 * more stays: whoever was asked twice is asked once, and whoever voted twice has voted once.
 * @returns the matters to which the first one stood
 */
export async function moveNames(tx: Tx, move: Move) {
  const rowsOf = await readNamed(tx, move)
  for (const one of naming) {
    const rows = rowsOf('from', one)
    if (rows.length === 0) continue
    const others = one.once === undefined ? [] : rowsOf('to', one)
    const doubles = rows.flatMap((row) => {
      const other = others.find(({ rest }) => rest === row.rest)
      return other === undefined ? [] : [{ row, other, goes: Number(other.rank) <= Number(row.rank) }]
    })
    for (const { row, other, goes } of doubles)
      await (goes ? dropOne(tx, one, move.from, row) : dropOne(tx, one, move.to, other))
    const dropped = new Set(doubles.filter(({ goes }) => goes).map(({ row }) => row))
    const keys = [...new Set(rows.filter((row) => !dropped.has(row)).map(({ key }) => key))]
    for (let at = 0; at < keys.length; at += atOnce) await rename(tx, one, move, keys.slice(at, at + atOnce))
  }
  const stood = naming.filter(({ table }) => table === 'matter_holder')
  return [...new Set(stood.flatMap((one) => rowsOf('from', one)).map(({ key }) => key))]
}

async function rename(tx: Tx, one: Naming, { from, to }: Move, keys: readonly string[]) {
  const { table, column, where } = one
  await tx.query(
    `UPDATE ${table} SET ${column} = ? WHERE ${keyOf(one)} IN (${marks(keys)}) AND ${column} = ?${where === undefined ? '' : ` AND ${where}`}`,
    [written(one, to), ...keys, written(one, from)],
  )
}

async function dropOne(tx: Tx, one: Naming, personId: string, { key, rest }: Row) {
  const { table, column, once = [], rests } = one
  const those = `${keyOf(one)} = ? AND ${column} = ?`
  const given = [key, written(one, personId)]
  if (rests) await tx.query(`UPDATE ${table} SET ${column} = NULL WHERE ${column} = ?`, given.slice(1))
  else {
    const parts = rest.split('|')
    const more = once.flatMap((name, at) => (name === keyOf(one) ? [] : [{ name, is: parts[at] }]))
    await tx.query(
      `DELETE FROM ${table} WHERE ${those}${more.map(({ name }) => ` AND ${name} = ?`).join('')}`,
      [...given, ...more.map(({ is }) => is)],
    )
  }
}
