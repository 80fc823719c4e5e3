import 'reflect-metadata'
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm'
import { entities } from './entities'
import { inTurn } from './in-turn'
import { migrations } from './migrations'
import { SnakeNaming } from './naming'
import { isPassing } from './sql-errors'
import { onceAwake } from './wake'

/** Reads: explicit SQL with typed rows. */
export interface Reader {
  query<Rows = unknown>(sql: string, parameters?: unknown[]): Promise<Rows>
}

declare const open: unique symbol
/** An open transaction. Whoever writes asks for it in the signature, so forgetting it does not compile. */
export type Tx = EntityManager & { readonly [open]: true }

export interface Database {
  readonly engine: 'sqlite' | 'mysql' | 'mariadb'
  readonly source: DataSource
  /** Never sees unfinished work. */
  readonly reader: Reader
  /** Runs `work` in one transaction. On MySQL it is tried again when the database names it the victim of a deadlock. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * @param url `sqlite:<path>`, `mysql://…` (MySQL and TiDB) or `mariadb://…`
 * @param onAsleep told each time the database had to be asked again because no connection came about
 */
export async function connect(url: string, onAsleep: (error: Error) => void = () => {}): Promise<Database> {
  return url.startsWith('sqlite:') ? connectSqlite(url.slice('sqlite:'.length)) : connectMysql(url, onAsleep)
}

const shared = {
  entities,
  migrations,
  namingStrategy: new SnakeNaming(),
  migrationsTransactionMode: 'each',
} as const

/** SQLite takes any name of a type and keeps bytes under each that has BLOB in it; TypeORM asks for a list. */
function opened(options: DataSourceOptions): Promise<DataSource> {
  const source = new DataSource(options)
  if (options.type === 'better-sqlite3') source.driver.supportedDataTypes.push('mediumblob')
  return source.initialize()
}

async function migrated(options: DataSourceOptions): Promise<DataSource> {
  const source = await opened(options)
  try {
    await source.runMigrations()
    return source
  } catch (error) {
    await source.destroy()
    throw error
  }
}

/**
 * better-sqlite3 has one connection: a second transaction begun on it would end the first one. So every write takes
 * its turn in one queue, and reads go through a second, read-only connection. WAL with `synchronous=FULL` keeps an
 * acknowledged write through a power cut.
 */
async function connectSqlite(path: string): Promise<Database> {
  const options = {
    type: 'better-sqlite3',
    database: path,
    timeout: 10_000,
    prepareDatabase: (raw: { pragma(sql: string): unknown }) => {
      raw.pragma('synchronous = FULL')
      raw.pragma('cache_size = -65536')
      raw.pragma('foreign_keys = ON')
    },
    ...shared,
  } as const
  const writer = await migrated({ ...options, enableWAL: true })
  const reader = await opened({ ...options, readonly: true })
  const queue = inTurn()
  return {
    engine: 'sqlite',
    source: writer,
    reader: reader.manager,
    transaction: (work) => queue(() => writer.transaction((tx) => work(tx as Tx))),
    async close() {
      await queue(async () => {
        await reader.destroy()
        await writer.destroy()
      })
    },
  }
}

async function connectMysql(url: string, onAsleep: (error: Error) => void): Promise<Database> {
  const engine = url.startsWith('mariadb:') ? 'mariadb' : 'mysql'
  const options = {
    type: engine,
    url: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    bigNumberStrings: false,
    extra: { connectionLimit: 20, stringifyObjects: true },
    ...shared,
  } as const
  const source = await onceAwake(() => migrated(options), onAsleep)
  return {
    engine,
    source,
    reader: {
      query: (sql, parameters) => onceAwake(() => source.manager.query(sql, parameters), onAsleep),
    },
    transaction: (work) => triedAgain(() => begun(source, work, onAsleep)),
    close: () => source.destroy(),
  }
}

/** Asked again only while the work has not begun: of a transaction that broke later nobody knows whether it was kept. */
function begun<T>(source: DataSource, work: (tx: Tx) => Promise<T>, onAsleep: (error: Error) => void) {
  let hasBegun = false
  const attempt = () =>
    source.transaction((tx) => {
      hasBegun = true
      return work(tx as Tx)
    })
  return onceAwake(attempt, onAsleep, () => !hasBegun)
}

async function triedAgain<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || !isPassing(error)) throw error
      await new Promise((wake) => setTimeout(wake, 10 + Math.random() * 40))
    }
  }
}
