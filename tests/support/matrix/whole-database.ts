import type { Database } from '../../../server/database/source'

type Row = Record<string, unknown>

const tablesOf = ({ source }: Database) => source.entityMetadatas.map(({ tableName }) => tableName).sort()

/** Every row of every table, so that two of them are the same only where nothing was written between. */
export async function wholeDatabase(database: Database): Promise<Record<string, string[]>> {
  const copy: Record<string, string[]> = {}
  for (const table of tablesOf(database)) {
    const rows = await database.reader.query<Row[]>(`SELECT * FROM ${table}`)
    copy[table] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return copy
}

/** Every id that belongs to this town and stands nowhere else. */
export async function idsOf(database: Database, townId: string): Promise<Set<string>> {
  const [own, others] = [new Set<string>(), new Set<string>()]
  for (const table of tablesOf(database)) {
    for (const row of await database.reader.query<Row[]>(`SELECT * FROM ${table}`)) {
      const ids = Object.values(row).filter((value) => typeof value === 'string' && isId(value)) as string[]
      const isOwn = row.town_id === townId || (table === 'town' && row.id === townId)
      for (const id of ids) (isOwn ? own : others).add(id)
    }
  }
  return new Set([...own].filter((id) => !others.has(id)))
}
const isId = (value: string) => /^[0-9a-hjkmnp-tv-z]{26}$/.test(value)

/** Those of the ids that stand in an answer. */
export const foundIn = (body: string, ids: ReadonlySet<string>) =>
  [...body.matchAll(/[0-9a-hjkmnp-tv-z]{26}/g)].map(([id]) => id).filter((id) => ids.has(id))
