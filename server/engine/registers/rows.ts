import type { Register, ShownRows } from '../../../shared/grammar/register'
import type { Day } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { pageSize } from '../../database/keyset'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { type Part, part, readTogether } from '../../database/together'
import {
  columnFields,
  columnOf,
  endColumns,
  formIn,
  type KeptRegister,
  type KeptRow,
  tableOf,
} from './kept-register'
import { withLists } from './lists'

/** A condition on the rows that is more than which town and which page. */
export interface Where {
  sql: string
  parameters: unknown[]
}

export const everywhere: Where = { sql: '', parameters: [] }

type RawRow = Readonly<Record<string, unknown>> & {
  id: string
  version: number
  endedOn: Day | null
  endedWhy: string | null
  endedKind?: string | null
  endedPaper?: string | null
}

const columnsOf = ({ register, keeping }: KeptRegister) => [
  ...endColumns(register),
  ...columnFields(register),
  ...(keeping.own ?? []),
]

const selectSql = (kept: KeptRegister) =>
  `SELECT r.id, r.version,
    ${columnsOf(kept)
      .map((name) => `r.${columnOf(name)} AS ${name}`)
      .join(', ')} FROM ${tableOf(kept.register)} r WHERE r.town_id = ?`

const keptRow = ({ register, keeping }: KeptRegister, raw: RawRow): KeptRow => ({
  id: raw.id,
  version: Number(raw.version),
  values: Object.fromEntries(
    columnFields(register).map((name) => [name, valueOf(register, name, raw[name])]),
  ),
  endedOn: raw.endedOn,
  endedWhy: raw.endedWhy,
  endedKind: raw.endedKind ?? null,
  endedPaper: raw.endedPaper ?? null,
  own: Object.fromEntries((keeping.own ?? []).map((name) => [name, raw[name]])),
})

/** A database has no yes and no. */
const valueOf = (register: Register, name: string, raw: unknown) =>
  formIn(register, name).kind === 'tick' ? Number(raw) === 1 : (raw ?? null)

/** Every row of a town, ended ones too, in the order of the register: of what fits on a few pages. */
export async function allRows(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  where: Where = everywhere,
): Promise<KeptRow[]> {
  const { by, way } = orderOf(kept.register)
  const rows = await reader.query<RawRow[]>(
    `${selectSql(kept)}${where.sql} ORDER BY ${by} ${way}, r.id ${way}`,
    [townId, ...where.parameters],
  )
  return withLists(
    reader,
    kept,
    rows.map((raw) => keptRow(kept, raw)),
  )
}

/** @throws Refusal `not_found` where there is none, or it is of another town */
export async function rowById(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  id: string,
  where: Where = everywhere,
): Promise<KeptRow> {
  const [raw] = await reader.query<RawRow[]>(`${selectSql(kept)} AND r.id = ?${where.sql}`, [
    townId,
    id,
    ...where.parameters,
  ])
  if (!raw) throw new Refusal('not_found')
  const [row] = await withLists(reader, kept, [keptRow(kept, raw)])
  return row as KeptRow
}

export async function rowsByIds(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  ids: readonly string[],
): Promise<KeptRow[]> {
  if (ids.length === 0) return []
  const rows = await reader.query<RawRow[]>(`${selectSql(kept)} AND r.id IN (${marks(ids)})`, [
    townId,
    ...ids,
  ])
  return withLists(
    reader,
    kept,
    rows.map((raw) => keptRow(kept, raw)),
  )
}

/** The rows that pick one of these in one of these fields; asked together with those of other registers. */
export async function rowsPicking(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  fields: readonly string[],
  picked: readonly string[],
): Promise<KeptRow[]> {
  const conditions = fields.map((field) => {
    const list = kept.keeping.lists?.[field]
    return list === undefined
      ? `r.${columnOf(field)} IN (${marks(picked)})`
      : `r.id IN (SELECT l.${list.row} FROM ${list.table} l WHERE l.${list.picks} IN (${marks(picked)}))`
  })
  return rowsTogether(reader, kept, townId, {
    sql: ` AND (${conditions.join(' OR ')})`,
    parameters: fields.flatMap(() => picked),
  })
}

/** Every such row of a town, in no order that means anything; asked together with those of other registers. */
export async function rowsTogether(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  { sql, parameters }: Where = everywhere,
): Promise<KeptRow[]> {
  const { raws } = await readTogether(reader, {
    raws: part<RawRow>({
      columns: Object.fromEntries(
        ['id', 'version', ...columnsOf(kept)].map((name) => [name, `r.${columnOf(name)}`]),
      ) as Part<RawRow>['columns'],
      from: `FROM ${tableOf(kept.register)} r WHERE r.town_id = ?${sql}`,
      order: 'r.id',
      parameters: [townId, ...parameters],
    }),
  })
  return withLists(
    reader,
    kept,
    raws.map((raw) => keptRow(kept, raw)),
  )
}

const orderOf = ({ order: { by, first } }: Register) => ({
  by: `r.${columnOf(by)}`,
  way: first === 'least' ? 'ASC' : 'DESC',
  past: first === 'least' ? '>' : '<',
})

const shownSql: Readonly<Record<ShownRows, string>> = {
  current: ' AND r.ended_on IS NULL',
  ended: ' AND r.ended_on IS NOT NULL',
  all: '',
}

/** One page, by the place where the last one ended. @throws Refusal `bad_cursor` */
export async function pageOfRegister(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  asked: { cursor?: string | undefined; shown?: ShownRows | undefined; where: Where },
) {
  const { by, way, past } = orderOf(kept.register)
  const place = asked.cursor === undefined ? undefined : readPlace(asked.cursor)
  const { where } = asked
  const after = place ? ` AND ${by} ${past}= ? AND (${by} ${past} ? OR r.id ${past} ?)` : ''
  const raws = await reader.query<RawRow[]>(
    `${selectSql(kept)}${shownSql[asked.shown ?? 'current']}${where.sql}${after}
     ORDER BY ${by} ${way}, r.id ${way} LIMIT ${pageSize + 1}`,
    [townId, ...where.parameters, ...(place ? [place.at, place.at, place.id] : [])],
  )
  const rows = await withLists(
    reader,
    kept,
    raws.slice(0, pageSize).map((raw) => keptRow(kept, raw)),
  )
  const last = raws.length > pageSize ? raws[pageSize - 1] : undefined
  const at = (last?.[kept.register.order.by] ?? null) as string | number | null
  return { rows, next: last ? writePlace(at, last.id) : null }
}

const writePlace = (at: string | number | null, id: string) =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url')

/** @throws Refusal `bad_cursor` */
function readPlace(cursor: string): { at: string | number; id: string } {
  try {
    const [at, id, ...more] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    const isPlace = typeof at === 'string' || (typeof at === 'number' && Number.isSafeInteger(at))
    if (isPlace && typeof id === 'string' && more.length === 0 && `${at}${id}`.length < 150) return { at, id }
  } catch {
    // Told below: it was none of ours.
  }
  throw new Refusal('bad_cursor')
}
