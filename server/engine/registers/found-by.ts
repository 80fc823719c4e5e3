import type { Database, Reader, Tx } from '../../database/source'
import { atOnce } from '../../database/together'
import { type FoundBy, keepTokens } from '../tokens'
import { piecesOf, plainWords } from '../words-found'
import { formIn, type KeptRegister, type KeptRow, type Picks, tableOf } from './kept-register'
import { rowsPicking, rowsTogether } from './rows'
import { type Names, namesIn, wordOf } from './words-of'

/** Under which name the pieces of a field are kept: of one that not everybody may read, apart from the others. */
export const tokenKind = ({ register }: KeptRegister, field: string) => {
  const needed = register.private?.[field]
  return needed === undefined ? register.name : `${register.name}.${needed}`
}

/** What somebody may look for in a field: as it is read, small and narrow. */
export const wordsIn = ({ register }: KeptRegister, field: string, { values }: KeptRow, names: Names) =>
  formIn(register, field).kind === 'tick'
    ? ''
    : plainWords(wordOf(formIn(register, field), values[field], names) ?? '')

/** By which pieces of words these rows are found. */
function foundByOf(kept: KeptRegister, rows: readonly KeptRow[], names: Names) {
  const kinds = new Set(kept.register.findBy.map((field) => tokenKind(kept, field)))
  return rows.flatMap((row) =>
    [...kinds].map((kind): FoundBy => {
      const fields = kept.register.findBy.filter((field) => tokenKind(kept, field) === kind)
      const pieces = fields.flatMap((field) => [...piecesOf(wordsIn(kept, field, row, names))])
      return { kind, id: row.id, pieces: new Set(pieces) }
    }),
  )
}

/** Keeps by which pieces of words these rows are found, in the transaction that writes them. */
export const keepFound = (
  tx: Tx,
  kept: KeptRegister,
  townId: string,
  rows: readonly KeptRow[],
  names: Names,
) => keepTokens(tx, townId, foundByOf(kept, rows, names))

/** Whether it is a row of the same register that is picked. */
export const isAmong = (picks: Picks | undefined) => picks !== undefined && 'among' in picks

/** The rows in which one of these is picked by its name. */
export function pickersOf(
  { register, keeping }: KeptRegister,
  rows: readonly KeptRow[],
  picked: ReadonlySet<string>,
) {
  const fields = register.findBy.filter((field) => isAmong(keeping.picks?.[formIn(register, field).kind]))
  return rows.filter(({ values }) =>
    fields.some((field) => {
      const value = values[field]
      return typeof value === 'string' && picked.has(value)
    }),
  )
}

/**
 * For whoever changed what rows of these tables are called by, outside of the registers: they are found anew, and whatever
 * picks them.
 */
export async function findAnew(
  tx: Tx,
  registers: readonly KeptRegister[],
  townId: string,
  tables: readonly string[],
) {
  const called = registers.filter(
    (kept) => tables.includes(tableOf(kept.register)) || picksFrom(kept, tables).length > 0,
  )
  const found = await atOnce(tx, () =>
    Promise.all(called.map(async (kept) => ({ kept, rows: await rowsTogether(tx, kept, townId) }))),
  )
  return findRowsAnew(tx, townId, found)
}

/** The fields that it is found by and in which rows of these tables are picked. */
const picksFrom = ({ register, keeping }: KeptRegister, tables: readonly string[]) =>
  register.findBy.filter((field) => {
    const of = keeping.picks?.[formIn(register, field).kind]?.of
    return of !== undefined && tables.includes(of)
  })

/** For whoever gave rows of a table other names: what picks them is found by the new ones. */
export async function findPickersAnew(
  tx: Tx,
  registers: readonly KeptRegister[],
  townId: string,
  { of, ids }: { of: string; ids: readonly string[] },
) {
  const picking = registers.flatMap((kept) => {
    const fields = picksFrom(kept, [of])
    return fields.length === 0 ? [] : [{ kept, fields }]
  })
  const found = await atOnce(tx, () =>
    Promise.all(
      picking.map(async ({ kept, fields }) => ({
        kept,
        rows: await rowsPicking(tx, kept, townId, fields, ids),
      })),
    ),
  )
  return findRowsAnew(tx, townId, found)
}

interface RowsOfRegister {
  kept: KeptRegister
  rows: KeptRow[]
}

/** @returns how many there are */
async function findRowsAnew(tx: Tx, townId: string, all: readonly RowsOfRegister[]) {
  const found = all.filter(({ rows }) => rows.length > 0)
  const wanted = await atOnce(tx, () =>
    Promise.all(
      found.map(async ({ kept, rows }) =>
        foundByOf(kept, rows, await namesIn(tx, kept, townId, rows, kept.register.findBy)),
      ),
    ),
  )
  await keepTokens(tx, townId, wanted.flat())
  return found.reduce((sum, { rows }) => sum + rows.length, 0)
}

/**
 * Keeps anew by what the rows of a register are found, a town at a time.
 * @param only the towns with a row that is not found by anything yet, as after a migration, or all
 * @returns how many rows there are
 */
export async function rebuildFound(database: Database, kept: KeptRegister, only: 'notDerived' | 'all') {
  let count = 0
  const towns = only === 'all' ? townsWith : townsNotFound
  for (const townId of await towns(database.reader, kept)) {
    count += await database.transaction((tx) => findAnew(tx, [kept], townId, [tableOf(kept.register)]))
  }
  return count
}

const townsWith = (reader: Reader, kept: KeptRegister) => townsOf(reader, kept, '', [])

/** The towns with a row that is not found by anything yet. */
export const townsNotFound = (reader: Reader, kept: KeptRegister) =>
  townsOf(
    reader,
    kept,
    `WHERE NOT EXISTS (SELECT 1 FROM search_token t
       WHERE t.matter_id = r.id AND t.town_id = r.town_id AND t.kind = ?)`,
    [kept.register.name],
  )

async function townsOf(reader: Reader, { register }: KeptRegister, where: string, parameters: string[]) {
  const rows = await reader.query<{ townId: string }[]>(
    `SELECT DISTINCT r.town_id AS townId FROM ${tableOf(register)} r ${where} ORDER BY r.town_id`,
    parameters,
  )
  return rows.map(({ townId }) => townId)
}
