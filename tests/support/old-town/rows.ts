import type { Database } from '../../../server/database/source'

/** 09:00 in Beijing on a Monday; before it, days of the same autumn. */
export const oldNow = '2026-11-23T01:00:00.000Z'
/** An instant of that autumn as it stands in the database: so many days before, at 10:30 in Beijing. */
export const daysAgo = (days: number) =>
  new Date(Date.parse('2026-11-23T02:30:00.000Z') - days * 86_400_000)
    .toISOString()
    .replace('T', ' ')
    .slice(0, 23)
export const dayAgo = (days: number) => daysAgo(days).slice(0, 10)

/** The same identifier each time: `oldId('review', 2)`. */
export const oldId = (name: string, number = 0) => `${name.toLowerCase()}${number}`.padEnd(26, 'x')

export type Insert = (table: string, ...rows: Record<string, unknown>[]) => Promise<void>

/** Writes rows as a program of that time did: what the table asks for and the row leaves out is filled in by its kind. */
export function insertInto({ source }: Database): Insert {
  const asked = new Map<string, [string, unknown][]>()
  return async (name, ...rows) => {
    if (!asked.has(name)) {
      const runner = source.createQueryRunner()
      // Like a migration looks at it: this takes an eighth of the time.
      await runner.beforeMigration()
      const table = await runner.getTable(name)
      await runner.afterMigration()
      await runner.release()
      asked.set(
        name,
        (table?.columns ?? [])
          .filter(({ isNullable, default: given }) => !isNullable && (given === undefined || given === null))
          .map((column) => [column.name, plain(column.type)]),
      )
    }
    for (const row of rows) {
      const all = { ...Object.fromEntries(asked.get(name) ?? []), ...row }
      const columns = Object.keys(all)
      await source.query(
        `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        Object.values(all),
      )
    }
  }
}

function plain(type: string): unknown {
  if (/int|bool/.test(type)) return 0
  if (/blob/.test(type)) return Buffer.from([255, 216, 255])
  if (/datetime/.test(type)) return daysAgo(3)
  return /date/.test(type) ? dayAgo(3) : 'x'
}
