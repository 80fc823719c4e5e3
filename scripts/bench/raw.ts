import Sqlite from 'better-sqlite3'
import mysql from 'mysql2/promise'

export type Row = Record<string, unknown>

/** A database past the product: for whoever fills one, and for the least server. */
export interface Raw {
  readonly engine: 'sqlite' | 'mariadb'
  all<T = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>
  run(sql: string, parameters?: readonly unknown[]): Promise<void>
  close(): Promise<void>
}

export const openRaw = (url: string): Promise<Raw> =>
  url.startsWith('sqlite:') ? openSqlite(url) : openMysql(url)

async function openSqlite(url: string): Promise<Raw> {
  const file = new Sqlite(url.slice('sqlite:'.length))
  return Promise.resolve({
    engine: 'sqlite',
    all: async <T>(sql: string, parameters: readonly unknown[] = []) =>
      Promise.resolve(file.prepare(sql).all(...parameters) as T[]),
    run: async (sql: string, parameters: readonly unknown[] = []) => {
      const statement = file.prepare(sql)
      if (statement.reader) statement.all(...parameters)
      else statement.run(...parameters)
      return Promise.resolve()
    },
    close: async () => {
      file.close()
      return Promise.resolve()
    },
  })
}

/** As the product reads: instants and days as text. */
export const mysqlAddress = (url: string) =>
  ({ uri: url.replace(/^mariadb:/, 'mysql:'), dateStrings: true, charset: 'utf8mb4', timezone: 'Z' }) as const

async function openMysql(url: string): Promise<Raw> {
  const line = await mysql.createConnection(mysqlAddress(url))
  return {
    engine: 'mariadb',
    all: async <T>(sql: string, parameters: readonly unknown[] = []) => {
      const [rows] = await line.query(sql, [...parameters])
      return rows as T[]
    },
    run: async (sql, parameters = []) => {
      await line.query(sql, [...parameters])
    },
    close: () => line.end(),
  }
}

/** Rows in few statements; a column that a row lacks is null. */
export async function insertRows(raw: Raw, table: string, rows: readonly Row[]) {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  const atOnce = Math.max(1, Math.floor(900 / columns.length))
  const places = `(${columns.map(() => '?').join(', ')})`
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    await raw.run(
      `INSERT INTO ${table} (${columns.map(named).join(', ')}) VALUES ${some.map(() => places).join(', ')}`,
      some.flatMap((row) => columns.map((column) => row[column] ?? null)),
    )
  }
}

/** `last`, `at` and the like are words of SQL on one engine or the other. */
export const named = (name: string) => `\`${name}\``
