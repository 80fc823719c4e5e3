import type { Database, Reader, Tx } from '../../database/source'
import { type FoundBy, keepTokens } from '../tokens'
import { piecesOf, plainWords } from '../words-found'
import { formIn, type KeptRegister, type KeptRow, type Picks, tableOf } from './kept-register'
import { allRows } from './rows'
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

/** Keeps by which pieces of words these rows are found, in the transaction that writes them. */
export async function keepFound(
  tx: Tx,
  kept: KeptRegister,
  townId: string,
  rows: readonly KeptRow[],
  names: Names,
) {
  const kinds = new Set(kept.register.findBy.map((field) => tokenKind(kept, field)))
  const wanted = rows.flatMap((row) =>
    [...kinds].map((kind): FoundBy => {
      const fields = kept.register.findBy.filter((field) => tokenKind(kept, field) === kind)
      const pieces = fields.flatMap((field) => [...piecesOf(wordsIn(kept, field, row, names))])
      return { kind, id: row.id, pieces: new Set(pieces) }
    }),
  )
  await keepTokens(tx, townId, wanted)
}

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

/** For whoever changed what the rows of a town are called by, outside of the register. */
export async function findAnew(tx: Tx, kept: KeptRegister, townId: string) {
  const rows = await allRows(tx, kept, townId)
  await keepFound(tx, kept, townId, rows, await namesIn(tx, kept, townId, rows))
  return rows.length
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
    count += await database.transaction((tx) => findAnew(tx, kept, townId))
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
