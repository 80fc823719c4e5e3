import { existsSync } from 'node:fs'
import { DataSource } from 'typeorm'
import { askedInTurn } from './hosts'
import { migrations } from './migrations'
import { mysqlOptions } from './mysql'

/** Looks at a database without changing anything in it. `absent`: it has not been made yet. */
export async function probe(url: string): Promise<'absent' | { waiting: number }> {
  const sqlite = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : undefined
  if (sqlite !== undefined && !existsSync(sqlite)) return 'absent'
  const source =
    sqlite !== undefined
      ? await new DataSource({ type: 'better-sqlite3', database: sqlite, readonly: true }).initialize()
      : await openMysql(url)
  try {
    const done = await source
      .query<unknown[]>('SELECT name FROM migrations')
      .then((rows) => rows.length)
      .catch((error: Error) => {
        // The table comes with the first start.
        if (/no such table|doesn't exist/.test(error.message)) return 0
        throw error
      })
    if (done === 0) return 'absent'
    return { waiting: Math.max(0, migrations.length - done) }
  } finally {
    await source.destroy()
  }
}

function openMysql(url: string): Promise<DataSource> {
  const options = { ...mysqlOptions(url), entities: [], migrations: [], connectTimeout: 5000 }
  return askedInTurn(url, () => new DataSource(options).initialize())
}
