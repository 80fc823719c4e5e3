import type { Register, Values } from '../../../shared/grammar/register'
import { mayDo } from '../../../shared/permissions'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { columnOf, type KeptRegister, type KeptRow } from './kept-register'
import { allRows, rowById, type Where } from './rows'

/** Registers of which most people see and keep only the rows that are their own: visits, contact voters, absences. */

type Asker = Pick<Actor, 'roles' | 'person'>

/** Whose rows alone somebody sees and keeps; undefined where it is all of them. */
export const ownerFor = ({ own }: Register, { roles, person }: Asker): string | undefined =>
  own === undefined || mayDo(own.all, roles) ? undefined : (person?.id ?? '')

/** The rows `r` of one person, or every row. */
export const rowsOf = ({ own }: Register, owner: string | undefined): Where =>
  own === undefined || owner === undefined
    ? { sql: '', parameters: [] }
    : { sql: ` AND r.${columnOf(own.by)} = ?`, parameters: [owner] }

/** The rows that somebody may see. */
export const rowsFor = (register: Register, asker: Asker) => rowsOf(register, ownerFor(register, asker))

/**
 * What is written, with whose it is: of a row that is there that stays; a new one is one's own, for whoever keeps only
 * those. @throws Refusal `bad_input` where whoever keeps all of them does not say whose
 */
export function withOwner(
  { own }: Register,
  asker: Asker,
  given: Values,
  before: KeptRow | null = null,
): Values {
  if (own === undefined) return given
  if (before !== null) return { ...given, [own.by]: before.values[own.by] }
  const owner = mayDo(own.all, asker.roles) ? given[own.by] : asker.person?.id
  const isNobodys = own.unless !== undefined && typeof given[own.unless] === 'string'
  if (typeof owner !== 'string' && !isNobodys) throw wrongField(own.by, '请选择是谁的。')
  return { ...given, [own.by]: owner }
}

/**
 * What stands beside a new row: every row of the town, and where rows are people's own those of the same person, so that
 * a year of everybody's is not read for one of somebody.
 */
export const rowsBeside = (reader: Reader, kept: KeptRegister, townId: string, values: Values) =>
  allRows(reader, kept, townId, rowsOf(kept.register, ownerOf(kept.register, values)))

export const isSameOwner = (register: Register, one: Values, other: Values) =>
  ownerOf(register, one) === ownerOf(register, other)

/** A row that somebody may see, and those beside it. @throws Refusal `not_found` */
export async function rowWithBeside(
  reader: Reader,
  kept: KeptRegister,
  actor: Actor,
  id: string,
): Promise<{ row: KeptRow; others: KeptRow[] }> {
  const { register } = kept
  // Where all of them stand beside it, it is found among them.
  const known = register.own && (await rowById(reader, kept, actor.townId, id, rowsFor(register, actor)))
  const all = await rowsBeside(reader, kept, actor.townId, known?.values ?? {})
  const row = known ?? all.find((one) => one.id === id)
  if (row === undefined) throw new Refusal('not_found')
  return { row, others: all.filter((one) => one.id !== id) }
}

const ownerOf = ({ own }: Register, values: Values) =>
  own === undefined ? undefined : ((values[own.by] ?? '') as string)
