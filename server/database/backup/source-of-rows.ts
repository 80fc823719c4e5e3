import type { Readable } from 'node:stream'
import type { DataSource, QueryRunner } from 'typeorm'
import { askedInTurn } from '../hosts'
import { opened, shared } from '../migrated'
import { mysqlOptions } from '../mysql'

/** What a backup needs of a database, the same on both engines. */
export interface Rows {
  engine: 'sqlite' | 'mysql' | 'mariadb'
  /** Names of the migrations that it has been through; none where it has not been made yet. */
  migrations(): Promise<string[]>
  /** Our tables that are there, with their columns in their order. */
  tables(): Promise<{ name: string; columns: string[] }[]>
  of(table: { name: string; columns: readonly string[] }): AsyncIterable<readonly unknown[]>
  query: <T>(sql: string, parameters?: unknown[]) => Promise<T>
  close(): Promise<void>
}

interface RawSqlite {
  prepare(sql: string): {
    raw(): { iterate(): IterableIterator<unknown[]> }
    run(...values: unknown[]): unknown
  }
  exec(sql: string): unknown
  pragma(sql: string, options?: { simple: boolean }): unknown
}
export const rawOf = (source: DataSource) =>
  (source.driver as unknown as { databaseConnection: RawSqlite }).databaseConnection

/** Opens a database as it is, without moving its tables on. */
export function openAsItIs(url: string, { readonly = false } = {}): Promise<DataSource> {
  if (url.startsWith('sqlite:'))
    return opened({
      ...shared,
      type: 'better-sqlite3',
      database: url.slice('sqlite:'.length),
      readonly,
      timeout: 5000,
      migrations: [],
    })
  const options = { ...mysqlOptions(url), migrations: [] }
  return askedInTurn(url, () => opened(options))
}

/** Those that a database still has which has not been through the migration that carries them over. */
const formerTables = ['suggestion_event', 'opinion_event', 'content_check_event', 'award_disqualification']

/** @param source closed together with what is returned */
export function rowsOf(source: DataSource, engine: Rows['engine']): Rows {
  const runner = source.createQueryRunner()
  const query = <T>(sql: string, parameters?: unknown[]) => runner.query(sql, parameters) as Promise<T>
  const there = async () =>
    engine === 'sqlite'
      ? (await query<{ name: string }[]>("SELECT name FROM sqlite_master WHERE type = 'table'")).map(
          ({ name }) => name,
        )
      : (
          await query<{ name: string }[]>(
            'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
          )
        ).map(({ name }) => name)
  return {
    engine,
    query,
    async migrations() {
      if (!(await there()).includes('migrations')) return []
      const done = await query<{ name: string }[]>('SELECT name FROM migrations ORDER BY timestamp')
      return done.map(({ name }) => name)
    },
    async tables() {
      const names = new Set(await there())
      const today = source.entityMetadatas.map(({ tableName }) => tableName)
      const ours = [...new Set([...today, ...formerTables])].filter((name) => names.has(name))
      return Promise.all(
        ours.sort().map(async (name) => ({ name, columns: await columnsOf(query, engine, name) })),
      )
    },
    of: (table) => (engine === 'sqlite' ? sqliteRows(source, table) : mysqlRows(runner, table)),
    async close() {
      await runner.release()
      await source.destroy()
    },
  }
}

async function columnsOf(query: Rows['query'], engine: Rows['engine'], table: string): Promise<string[]> {
  const found =
    engine === 'sqlite'
      ? await query<{ name: string }[]>(`SELECT name FROM pragma_table_info('${table}')`)
      : await query<{ name: string }[]>(
          `SELECT column_name AS name FROM information_schema.columns
           WHERE table_schema = DATABASE() AND table_name = ?`,
          [table],
        )
  return found.map(({ name }) => name).sort()
}

const selectOf = ({ name, columns }: { name: string; columns: readonly string[] }) =>
  `SELECT ${columns.map((column) => `\`${column}\``).join(', ')} FROM \`${name}\``

// eslint-disable-next-line @typescript-eslint/require-await -- its driver waits for nothing, the other one's does
async function* sqliteRows(source: DataSource, table: { name: string; columns: readonly string[] }) {
  yield* rawOf(source).prepare(selectOf(table)).raw().iterate()
}

async function* mysqlRows(runner: QueryRunner, table: { name: string; columns: readonly string[] }) {
  const stream: Readable = await runner.stream(selectOf(table))
  for await (const row of stream) yield table.columns.map((name) => (row as Record<string, unknown>)[name])
}
