import { formOf, type Register, type Values, type Words } from '../../../shared/grammar/register'
import type { Day } from '../../../shared/rules/days'
import { mayDo } from '../../../shared/permissions'
import type { Reader, Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { type Part, part } from '../../database/together'
import type { Actor } from '../../http/actor'

/** A row as the table holds it, with everything: whoever shows it leaves out what may not be read. */
export interface KeptRow {
  id: string
  version: number
  values: Values
  endedOn: Day | null
  endedWhy: string | null
  endedKind: string | null
  endedPaper: string | null
  /** Columns that the register fills itself. */
  own: Values
}

/** What somebody may pick for a field of a kind, and how what was picked is called later. */
export interface Picks {
  /** The table whose rows they are: whatever picks one is found by the name that it has there. */
  of?: string
  options(reader: Reader, townId: string): Promise<Option[]>
  /** Where it is a row of the same register: of these rows, which may not be written yet. */
  among?(rows: readonly KeptRow[]): Option[]
  /** Without it, what is an option no longer has no name either. */
  names?(townId: string, ids: readonly string[]): Part<Named>
}
export interface Option extends Named {
  note: string | null
}
export interface Named {
  id: string
  name: string
}

/** Rows `x` of a table by the name that they have there, those that have ended too. */
export const namedRows =
  (table: string, name = 'x.name') =>
  (townId: string, ids: readonly string[]): Part<Named> =>
    part<Named>({
      columns: { id: 'x.id', name },
      from: `FROM ${table} x WHERE x.town_id = ? AND x.id IN (${marks(ids)})`,
      order: 'x.id',
      parameters: [townId, ...ids],
    })

/** What of a row is not as it ought to be, if anything. */
export type Warns = (values: Values) => string | undefined

/** Whoever writes: somebody of the town, or nobody where a whole register comes from the server's command line. */
export type Keeper = Pick<Actor, 'townId' | 'roles' | 'person'> & Partial<Pick<Actor, 'accountId'>>
export const commandLine = (townId: string): Keeper => ({ townId, roles: [], person: null })

/** What was done to a row. */
export interface DoneToRow {
  action: RegisterAction
  row: KeptRow
  /** Why it was ended, or merged. */
  why?: string
  /** The fields that are different now. */
  changes: readonly { field: string; from: string | null; to: string | null }[]
}

/** What can be done to a row, as a history says it. */
export const registerActions = {
  add: '登记',
  change: '修改',
  end: '停用',
  restore: '恢复',
  merge: '合并',
} as const
export type RegisterAction = keyof typeof registerActions

/** A row that is about to be written, among those that are there. */
export interface Writing {
  townId: string
  /** Null where it is added. */
  before: KeptRow | null
  values: Values
  /** Every other row of the town, ended ones too. */
  others: readonly KeptRow[]
  now: Date
}

/** Where the rows stand that a field names several of: under which row, which one, and in which place. */
export interface ListTable {
  table: string
  row: string
  picks: string
}

type Follow<Done> = (tx: Tx, keeper: Keeper, done: Done, now: Date) => Promise<void>

/** Of whatever follows of each for itself: whoever it is about is told, or a matter moves. */
export const ofEach =
  (follow: Follow<DoneToRow>): Follow<readonly DoneToRow[]> =>
  async (tx, keeper, all, now) => {
    for (const done of all) await follow(tx, keeper, done, now)
  }

/** The server half of a register: only what a schema cannot say. */
export interface Keeping {
  /** Of each field in which several are picked. */
  lists?: Readonly<Record<string, ListTable>>
  /** Columns of its own, beside the fields, with what stands in them. */
  own?: readonly string[]
  fill?(writing: Writing): Values
  /** @throws Refusal `bad_input` with the field that does not fit */
  check?(tx: Tx, writing: Writing): Promise<void> | void
  /** Before a row is ended. @throws Refusal */
  mayEnd?(tx: Tx, row: KeptRow, others: readonly KeptRow[], townId: string): Promise<void> | void
  picks?: Readonly<Record<string, Picks>>
  /** How often other matters name a row, by its id. */
  counts?(reader: Reader, townId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Values>>
  /** What is said of each row beside its fields, by its id and the name in `tells`. */
  tells?(
    reader: Reader,
    townId: string,
    ids: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>>
  /** What of a row is not as this town asks, where its own rules say so: read once for all rows. */
  warns?(reader: Reader, townId: string): Promise<Warns>
  /** The rows `r` of each name in `narrows`. */
  narrows?: Readonly<Record<string, string>>
  /** What else follows of all that was done together, in the same transaction. */
  follows?: Follow<readonly DoneToRow[]>
  makeId?(): string
}

export interface KeptRegister {
  register: Register
  keeping: Keeping
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
export const tableOf = ({ name, matter }: Register) => snake(matter ?? name)
export const columnOf = snake

export const fieldNames = ({ fields }: Register) => Object.keys(fields)

export function fieldOf({ fields }: Register, name: string) {
  const field = fields[name]
  if (!field) throw new Error(`There is no field ${name}.`)
  return field
}
/** Those that stand in a column of the table itself. */
export const columnFields = (register: Register) =>
  fieldNames(register).filter((name) => formIn(register, name).several !== true)
export const formIn = (register: Register, name: string) => formOf(fieldOf(register, name))

/** The fields that somebody may read. */
export const readableBy = (register: Register, { roles }: Pick<Actor, 'roles'>) =>
  fieldNames(register).filter((name) => {
    const needed = register.private?.[name]
    return needed === undefined || mayDo(needed, roles)
  })
export type Readable = readonly string[]

/** How a row is called: it is told to everybody, so that it is made of what everybody may read. */
export function titleOf(register: Register, values: Values, words: Words) {
  const isOpen = (name: string) => register.private?.[name] === undefined
  return register.title(
    Object.fromEntries(
      fieldNames(register).map((name) => [name, isOpen(name) ? (values[name] ?? null) : null]),
    ),
    Object.fromEntries(Object.entries(words).filter(([name]) => isOpen(name))),
  )
}

/** The columns that hold how a row ended. */
export const endColumns = ({ ends: { kinds, paper } }: Register) => [
  'endedOn',
  'endedWhy',
  ...(kinds ? ['endedKind'] : []),
  ...(paper === undefined ? [] : ['endedPaper']),
]

/** Why it ended, as people read it: the kind, what was written besides, and the document. */
export function spokenEnd(
  { ends: { kinds, paper } }: Register,
  { endedKind, endedWhy, endedPaper }: Pick<KeptRow, 'endedKind' | 'endedWhy' | 'endedPaper'>,
) {
  const reason = [endedKind && (kinds?.[endedKind] ?? endedKind), endedWhy].filter(Boolean).join('，')
  return [reason, endedPaper && `${paper ?? '文件'}：${endedPaper}`].filter(Boolean).join('。') || null
}
