import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { columnOf, formIn, type KeptRegister, type Readable, tableOf } from './kept-register'
import type { Where } from './rows'
import { namesIn } from './words-of'

const mostWords = 5

/**
 * The rows in which every one of the words stands, in whatever field that the register is found by and the asker may
 * read. A register of a town has hundreds of rows, so that looking at each takes less than a millisecond.
 */
export async function whereWords(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  words: string,
  readable: Readable,
): Promise<Where> {
  const fields = kept.register.findBy.filter((name) => readable.includes(name))
  const named = await namedIn(reader, kept, townId, fields)
  const parts = words.split(/\s+/).filter(Boolean).slice(0, mostWords)
  const each = parts.map((part): Where => {
    const found = fields.map((name) => inField(kept, name, part, named.get(name)))
    return {
      sql: ` AND (${['1 = 0', ...found.map(({ sql }) => sql)].join(' OR ')})`,
      parameters: found.flatMap(({ parameters }) => parameters),
    }
  })
  return {
    sql: each.map(({ sql }) => sql).join(''),
    parameters: each.flatMap(({ parameters }) => parameters),
  }
}

/** Of the fields that hold no words but something picked: how each of those is called that stands in a row. */
async function namedIn(reader: Reader, kept: KeptRegister, townId: string, fields: readonly string[]) {
  const { register, keeping } = kept
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const name of fields) {
    const { kind, options } = formIn(register, name)
    if (kind === 'choice') found.set(name, new Map(Object.entries(options ?? {})))
    if (keeping.picks?.[kind] === undefined) continue
    const rows = await reader.query<{ value: string | null }[]>(
      `SELECT DISTINCT ${columnOf(name)} AS value FROM ${tableOf(register)} WHERE town_id = ?`,
      [townId],
    )
    const names = await namesIn(
      reader,
      kept,
      townId,
      rows.map(({ value }) => ({ values: { [name]: value } })),
    )
    found.set(name, names.get(kind) ?? new Map())
  }
  return found
}

function inField(
  { register }: KeptRegister,
  name: string,
  part: string,
  named: ReadonlyMap<string, string> | undefined,
): Where {
  const column = `r.${columnOf(name)}`
  const { kind } = formIn(register, name)
  if (kind === 'tick') return nowhere
  if (kind === 'amount') {
    const figures = part.match(/\d{1,9}/g) ?? []
    return { sql: `${column} IN (${marks(figures)})`, parameters: figures.map(Number) }
  }
  if (named === undefined) return { sql: `INSTR(LOWER(${column}), LOWER(?)) > 0`, parameters: [part] }
  const values = [...named].filter(([, word]) => word.includes(part)).map(([value]) => value)
  return { sql: `${column} IN (${marks(values)})`, parameters: values }
}

const nowhere: Where = { sql: '1 = 0', parameters: [] }
