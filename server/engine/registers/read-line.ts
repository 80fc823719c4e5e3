import * as z from 'zod/mini'
import { unlikelyDays } from '../../../shared/grammar/days-in'
import type { Values } from '../../../shared/grammar/register'
import type { Day } from '../../../shared/rules/days'
import { inWords } from '../../../shared/words/sentences'
import {
  fieldNames,
  formIn,
  type KeptRegister,
  type KeptRow,
  type Option,
  type Readable,
} from './kept-register'
import { type Names, valueOfWord, wordOf } from './words-of'

/** A line of a spreadsheet. */
export interface Line {
  /** As the spreadsheet numbers it. */
  row: number
  /** Of the row that it was written from; empty where it is a new one. */
  id: string
  /** By the name of the field; one whose column is not there is not named. */
  words: Readonly<Record<string, string>>
  /** What could not be read at all. */
  wrong: readonly string[]
}
export type Options = ReadonlyMap<string, readonly Option[]>

/** What a line says a row shall be, which row that is, and what is wrong with it so far. */
export function readLine(
  { register }: KeptRegister,
  line: Line,
  among: { rows: readonly KeptRow[]; names: Names; options: Options; readable: Readable; today: Day },
): { before: KeptRow | null; given: Values; why: string[] } {
  const { rows, names, options, readable, today } = among
  const why = [...line.wrong]
  const read: Record<string, unknown> = {}
  const byId = rows.find(({ id }) => id === line.id)
  for (const name of readable) {
    const word = line.words[name]
    if (word === undefined) continue
    const form = formIn(register, name)
    // Left as it was taken along, it stays as it is, even where it could not be chosen any more.
    if (byId && tidy(wordOf(form, byId.values[name], names) ?? '') === tidy(word)) continue
    const value = valueOfWord(form, word, options.get(form.kind))
    if ('wrong' in value) why.push(`${form.label}：${value.wrong}。`)
    else read[name] = value.value
  }
  if (line.id !== '' && !byId) why.push('系统编号不对：这里没有这一条。要新增，请把系统编号留空。')
  const before =
    byId ??
    rows.find(
      // What has ended for a reason of its kind may come again, as another row.
      ({ values, endedOn }) =>
        (endedOn === null || register.ends.kinds === undefined) && hasKey(register.key, values, read),
    ) ??
    null
  const given = { ...asGiven(before?.values ?? {}), ...read }
  const schema = z.strictObject(register.fields)
  const checked = z.safeParse(schema, given, { error: inWords(schema) })
  const issues = checked.success ? unlikelyDays(schema, checked.data, today) : checked.error.issues
  if (why.length === 0) why.push(...issues.map(({ message }) => message))
  for (const name of register.fixed ?? [])
    if (before && asText(given[name]) !== asText(before.values[name]))
      why.push(`${formIn(register, name).label}登记以后不能改。`)
  return { before, given: checked.success ? checked.data : given, why: [...new Set(why)] }
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

/** A spreadsheet adds and loses what nobody sees. */
const tidy = (text: string) => text.replace(/^[\s\u3000']+|[\s\u3000]+$/g, '')

/** What is kept, as a form gives it: a box that is not ticked is not there. */
const asGiven = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== false))

const hasKey = (key: readonly string[], values: Values, read: Values) =>
  key.every((name) => read[name] !== undefined && asText(read[name]) === asText(values[name]))

/** The fields whose values a spreadsheet holds; it holds no sound. */
export const columnsFor = (kept: KeptRegister, readable: Readable) =>
  fieldNames(kept.register)
    .filter((name) => readable.includes(name) && formIn(kept.register, name).kind !== 'voice')
    .map((name) => ({ name, heading: formIn(kept.register, name).label }))

export const idHeading = '系统编号（不要改）'
export const endedHeading = '停用日期'
export const whyHeading = '停用原因'
