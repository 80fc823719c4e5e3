import type { FieldForm } from '../../../shared/grammar/fields'
import type { Register, Values } from '../../../shared/grammar/register'
import type { Reader } from '../../database/source'
import { type Part, readTogether } from '../../database/together'
import { fieldNames, formIn, type Keeping, type Named, type Option } from './kept-register'

/** How what was picked is called: by the kind of field, then by id. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>

const yes = '是'
const spoken = '一段录音'

/** What people read of one value; undefined where there is nothing. */
export function wordOf({ kind, options }: FieldForm, value: unknown, names: Names): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value))
    return value.map((id: string) => names.get(kind)?.get(id) ?? id).join('、') || undefined
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (kind === 'tick') return value === true ? yes : undefined
  if (kind === 'voice') return spoken
  if (kind === 'choice') return options?.[text] ?? text
  return names.get(kind)?.get(text) ?? text
}

/** All values of a row as people read them, without the empty ones. */
export const wordsOf = (register: Register, values: Values, names: Names, readable: readonly string[]) =>
  Object.fromEntries(
    readable.flatMap((name) => {
      const word = wordOf(formIn(register, name), values[name], names)
      return word === undefined ? [] : [[name, word]]
    }),
  )

/** So many names are asked for in one statement. */
const atOnce = 1000

/** The names of all that these rows picked, in these fields; asked together, of a long table some at a time. */
export async function namesIn(
  reader: Reader,
  { register, keeping }: { register: Register; keeping: Keeping },
  townId: string,
  rows: readonly { values: Values }[],
  fields: readonly string[] = fieldNames(register),
): Promise<Names> {
  const picked = new Map<string, Set<string>>()
  for (const name of fields) {
    const { kind } = formIn(register, name)
    const ids = picked.get(kind) ?? new Set()
    for (const id of rows.flatMap(({ values }) => values[name])) if (typeof id === 'string') ids.add(id)
    if (keeping.picks?.[kind] !== undefined && ids.size > 0) picked.set(kind, ids)
  }
  const names = new Map<string, Map<string, string>>()
  const most = Math.max(0, ...[...picked.values()].map(({ size }) => size))
  for (let from = 0; from < most; from += atOnce) {
    const parts = [...picked].map(([kind, ids]): [string, Part<Named> | undefined] => {
      const some = [...ids].slice(from, from + atOnce)
      return [kind, some.length === 0 ? undefined : keeping.picks?.[kind]?.names?.(townId, some)]
    })
    const found = await readTogether(reader, Object.fromEntries(parts))
    for (const [kind, rows] of Object.entries(found))
      names.set(kind, new Map([...(names.get(kind) ?? []), ...namesOf(rows)]))
  }
  for (const kind of picked.keys()) {
    const picks = keeping.picks?.[kind]
    if (picks && !picks.names) names.set(kind, namesOf(await picks.options(reader, townId)))
  }
  return names
}
export const namesOf = (options: readonly Named[]) => new Map(options.map(({ id, name }) => [id, name]))

/** The columns in which each value is one of a spreadsheet; the other way round. */
export function valueOfWord(
  form: FieldForm,
  word: string,
  options: readonly Option[] | undefined,
): { value: unknown } | { wrong: string } {
  if (word === '') return { value: undefined }
  if (form.several) return valuesOfWords(form, word, options)
  const { kind, options: words = {} } = form
  if (kind === 'tick')
    return word === yes ? { value: true } : word === '否' ? { value: undefined } : { wrong: '请填“是”或“否”' }
  if (kind === 'choice') {
    const found = Object.entries(words).find(([, label]) => label === word)
    return found
      ? { value: found[0] }
      : { wrong: `“${word}”不在可填的范围里，请填：${Object.values(words).join('、')}` }
  }
  if (kind === 'day') return { value: dayOf(word) }
  if (options === undefined) return { value: word }
  const named = options.filter(({ name }) => name === word)
  if (named.length > 1) return { wrong: `叫“${word}”的有 ${named.length} 个，分不清是哪一个，请在页面上登记` }
  return named[0] ? { value: named[0].id } : { wrong: `没有“${word.slice(0, 20)}”，请核对` }
}

function valuesOfWords({ several: _, ...one }: FieldForm, text: string, options: readonly Option[] = []) {
  const read = text
    .split(/[、，,；;\n]/)
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => valueOfWord(one, word, options))
  const wrong = read.flatMap((each) => ('wrong' in each ? [each.wrong] : []))
  if (wrong.length > 0) return { wrong: wrong.join('；') }
  return { value: read.map((each) => 'value' in each && each.value) }
}

/** `2026-01-20`, and with points, strokes or the words 年月日. Whether it is a day the schema says. */
function dayOf(word: string) {
  const [, year = '', month = '', date = ''] = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(word) ?? []
  return year === '' ? word : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
