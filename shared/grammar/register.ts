import * as z from 'zod/mini'
import type { Permission } from '../permissions'
import { cursor, type Endpoint, get, pageOf, post, put } from './endpoint'
import type { Day } from '../rules/days'
import { type FieldForm, forms, id, line } from './fields'
import { type Ends, endForm } from './register-ends'

/** The fields of a register by name; each is one of `fields.ts`, so that it brings its check and its form. */
export type RegisterFields = Readonly<Record<string, z.ZodMiniType>>

/** What is kept of one row; null where nothing is. A field that the reader may not see is not there at all. */
export type ValuesOf<F extends RegisterFields> = {
  [name in keyof F]: Exclude<z.output<F[name]>, undefined> | null
}

/** Which rows: those that count, those that were ended, or both. */
export const shownRows = { current: '在用', ended: '已停用', all: '全部' } as const
export type ShownRows = keyof typeof shownRows

/** Things that are kept and not decided: one definition, from which endpoints, pages, history and tables follow. */
export interface RegisterPlan<F extends RegisterFields> {
  /** One English word; its rows have their history under it. The table is called the same, or like the matter, in snake case. */
  name: string
  word: string
  /** Of which kind of matter each row is the kept half: the matter stands beside it under the same id. */
  matter?: string
  /** What stands at the head of its list, and in it while it is empty. */
  says: string
  empty: string
  readBy: 'person' | Permission
  keptBy: Permission
  fields: F
  /** Written once and never changed. */
  fixed?: readonly (keyof F & string)[]
  /** Who may read a field, where that is not everybody who reads the register. */
  private?: { readonly [name in keyof F]?: Permission }
  /**
   * Whose each row is: `by` names a field that holds a person, `all` who sees and keeps everybody's. Whoever else may read
   * the register sees and keeps only rows of their own, and does not say whose they are. Of such a row no log tells more
   * than that something was written. Where `unless` is filled a row is nobody's, and whoever keeps everybody's alone reads it.
   */
  own?: { by: keyof F & string; all: Permission; unless?: keyof F & string }
  /** How a row is called in a list, by its values or by what people read of them; of what everybody reads. */
  title: (values: ValuesOf<F>, words: Words) => string
  /** What else a list shows of a row. */
  listed: readonly (keyof F & string)[]
  /** The field that names the row under which another stands. */
  under?: keyof F & string
  /** What is not as it ought to be, and may stand all the same; what goes by the rules of the town the server half says. */
  warns?: (values: ValuesOf<F>) => string | undefined
  /** What is said of a row because of the day. */
  mark?: (values: ValuesOf<F>, today: Day) => { tone: 'flow' | 'late' | 'done'; word: string } | undefined
  /** A column that rows are put in order by; it may be one that the server half of the register fills. */
  order: { by: string; first: 'least' | 'greatest' }
  findBy: readonly (keyof F & string)[]
  /** By what a line of a spreadsheet is known as a row that is there already. */
  key: readonly (keyof F & string)[]
  /** The words on the button that adds one, and what its form begins with. */
  adds: string
  begins?: (today: Day) => { readonly [name in keyof F]?: unknown }
  ends: Ends
  /** What may come after a row that has ended: the words on the button, and what the form of the next one begins with. */
  follows?: {
    label: string
    after: readonly string[]
    begins: (values: ValuesOf<F>, id: string, today: Day) => { readonly [name in keyof F]?: unknown }
  }
  /** What the server counts for each row, in the words before the figure; in `countUnit`, where not in 件. */
  counts?: Readonly<Record<string, string>>
  countUnit?: string
  /** What the server says of each row to whoever reads it, and under which word. */
  tells?: Readonly<Record<string, string>>
  /** Of which rows alone a list may be asked for, beside all of them. */
  narrows?: Readonly<Record<string, string>>
  /** Of these, which are among the rows that have ended. */
  narrowsEnded?: readonly string[]
  /** What a row is known by, where it is not the usual id. */
  id?: () => z.ZodMiniType<string>
}

export function defineRegister<const F extends RegisterFields>(plan: RegisterPlan<F>) {
  return { ...plan, endpoints: endpointsOf(plan) }
}

/** A register of whatever fields, as the machine sees it. */
export type Register = Omit<
  RegisterPlan<RegisterFields>,
  | 'title'
  | 'mark'
  | 'warns'
  | 'begins'
  | 'follows'
  | 'fixed'
  | 'private'
  | 'listed'
  | 'findBy'
  | 'key'
  | 'own'
> & {
  own?: { by: string; all: Permission; unless?: string }
  title: (values: Values, words: Words) => string
  follows?: {
    label: string
    after: readonly string[]
    begins: (values: Values, id: string, today: Day) => Values
  }
  warns?: (values: Values) => string | undefined
  mark?: (values: Values, today: Day) => { tone: 'flow' | 'late' | 'done'; word: string } | undefined
  listed: readonly string[]
  begins?: (today: Day) => Values
  fixed?: readonly string[]
  private?: Readonly<Record<string, Permission | undefined>>
  findBy: readonly string[]
  key: readonly string[]
  endpoints: ReturnType<typeof endpointsOf>
}
export type Values = Readonly<Record<string, unknown>>
/** What people read of the fields of a row that have a value. */
export type Words = Readonly<Record<string, string>>

export const isRegister = (value: unknown): value is Register =>
  typeof value === 'object' &&
  value !== null &&
  'keptBy' in value &&
  'fields' in value &&
  'endpoints' in value

/** The form with which a field of a register is drawn, written and read. */
export function formOf(field: z.ZodMiniType): FieldForm {
  const form = forms.get(field)
  if (!form) throw new Error('A field of a register needs a form.')
  return form
}

/** What a value of a field looks like in an answer. */
function answered(field: z.ZodMiniType): z.ZodMiniType {
  const { kind, options, several } = formOf(field)
  if (several) return z.nullable(z.array(z.string()))
  if (kind === 'amount') return z.nullable(z.int())
  if (kind === 'tick') return z.nullable(z.boolean())
  if (kind === 'day') return z.nullable(z.iso.date())
  return z.nullable(kind === 'choice' ? z.enum(Object.keys(options ?? {})) : z.string())
}

/** A change in words, as people read it in a history or before an import. */
const change = z.strictObject({
  label: z.string(),
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
})
export type FieldChange = z.output<typeof change>

const registerEvent = z.strictObject({
  at: z.iso.datetime(),
  on: z.iso.date(),
  by: z.string(),
  what: z.string(),
  changes: z.array(change),
  why: z.nullable(z.string()),
})

/** What became, or would become, of each line of a spreadsheet. */
export const lineFates = { added: '增加', changed: '修改', left: '不变', wrong: '要改正' } as const
export type LineFate = keyof typeof lineFates
export const importReport = z.strictObject({
  lines: z.array(
    z.strictObject({
      /** As the spreadsheet numbers it. */
      row: z.int(),
      fate: z.enum(Object.keys(lineFates) as LineFate[]),
      title: z.string(),
      changes: z.array(change),
      why: z.array(z.string()),
    }),
  ),
  counts: z.strictObject({ added: z.int(), changed: z.int(), left: z.int(), wrong: z.int() }),
  notices: z.array(z.string()),
  /** Whether it stands in the register now. */
  written: z.boolean(),
})
export type ImportReport = z.output<typeof importReport>

export const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Whoever may not read a field does not send it either, and it stays as it is. */
const mayStay = (field: z.ZodMiniType) => z.optional(field).register(forms, formOf(field))

const seen = z.int().check(z.minimum(0))
const shown = z.optional(z.enum(Object.keys(shownRows) as ShownRows[]))

/** The row as it is answered to somebody: `values` for a form, `words` for people. */
function rowSchema<F extends RegisterFields>(plan: RegisterPlan<F>) {
  const values = Object.fromEntries(
    Object.entries(plan.fields).map(([name, field]) => [
      name,
      plan.private?.[name] === undefined ? answered(field) : z.optional(answered(field)),
    ]),
  )
  return {
    id: plan.id?.() ?? id(),
    version: z.int(),
    title: z.string(),
    values: z.strictObject(values) as unknown as z.ZodMiniType<ValuesOf<F>>,
    words: z.record(z.string(), z.string()),
    counts: z.record(z.string(), z.int()),
    endedOn: z.nullable(z.iso.date()),
    endedWhy: z.nullable(z.string()),
    /** Of which kind that end is, where the register tells them apart. */
    endedKind: z.nullable(z.string()),
    /** What is not as it ought to be, and may stand all the same. */
    warning: z.nullable(z.string()),
    /** Where the matter beside it stands. */
    stands: z.nullable(z.strictObject({ tone: z.enum(['flow', 'late', 'done']), word: z.string() })),
  }
}

function endpointsOf<const F extends RegisterFields>(plan: RegisterPlan<F>) {
  const { word, readBy, keptBy, fields, fixed = [], ends } = plan
  const path = `/towns/:town/registers/${plan.name}` as const
  const row = z.strictObject(rowSchema(plan))
  const one = z.strictObject({
    ...rowSchema(plan),
    history: z.array(registerEvent),
    /** Whether whoever asks may change it. */
    mayKeep: z.boolean(),
  })
  const page = z.strictObject({ ...pageOf(row).shape, mayKeep: z.boolean() })
  const changeable = Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !fixed.includes(name))
      .map(([name, field]) => [name, plan.private?.[name] === undefined ? field : mayStay(field)]),
  ) as unknown as { [name in keyof F]: z.ZodMiniOptional<F[name]> }
  const option = z.strictObject({ id: z.string(), name: z.string(), note: z.nullable(z.string()) })
  const narrow = z.optional(z.enum(['all', ...Object.keys(plan.narrows ?? {})]))
  const table = { file: 'table', fileType: spreadsheet, output: importReport }
  const form = <S extends z.ZodMiniType>(asked: S) => z.strictObject({ version: seen, form: asked })
  const parts = {
    list: get(path, {
      who: readBy,
      says: `${word}，一页一页地看`,
      query: z.strictObject({ cursor, shown, narrow }),
      output: page,
    }),
    /** What somebody looks for stays out of addresses. */
    find: post(`${path}/find`, {
      who: readBy,
      says: `按文字找${word}`,
      input: z.strictObject({ words: line('要找的字', 40), cursor, shown, narrow }),
      output: page,
    }),
    options: get(`${path}/options`, {
      who: readBy,
      says: `在用的${word}，供选择`,
      output: z.strictObject({ options: z.array(option) }),
    }),
    lists: get(`${path}/lists`, {
      who: keptBy,
      says: `登记${word}时可以选的`,
      output: z.strictObject({ lists: z.record(z.string(), z.array(option)) }),
    }),
    takeTable: get(`${path}/table`, {
      who: readBy,
      says: `${word}，电子表格`,
      mediaType: spreadsheet,
      output: z.unknown(),
    }),
    show: get(`${path}/:id`, { who: readBy, says: `${word}里的一条和它的经过`, output: one }),
    add: post(path, {
      who: keptBy,
      says: `增加一条${word}`,
      input: z.strictObject(fields),
      output: one,
    }),
    change: put(`${path}/:id`, {
      who: keptBy,
      says: `修改一条${word}`,
      input: form(z.strictObject(changeable)),
      output: one,
    }),
    end: post(`${path}/:id/end`, {
      who: keptBy,
      says: `${ends.label}一条${word}；什么也不删除`,
      input: form(endForm(ends)),
      output: one,
    }),
    restore: post(`${path}/:id/restore`, {
      who: keptBy,
      says: `${ends.restore}一条${word}`,
      input: form(z.strictObject({})),
      output: one,
    }),
    checkTable: post(`${path}/table/check`, {
      who: keptBy,
      says: `看看导入这张电子表格会怎样，不写入`,
      ...table,
    }),
    bringTable: post(`${path}/table`, { who: keptBy, says: `导入电子表格：有一处不对就都不写入`, ...table }),
  }
  return parts satisfies Readonly<Record<string, Endpoint>>
}
