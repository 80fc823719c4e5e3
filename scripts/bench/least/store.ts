import Sqlite from 'better-sqlite3'
import mysql from 'mysql2/promise'
import { mysqlAddress, type Row } from '../raw'

export type Statement = readonly [sql: string, parameters: readonly unknown[]]

/** Prepared statements and nothing else. */
export interface Store {
  all<T = Row>(sql: string, parameters: readonly unknown[]): Promise<T[]>
  /** All in one transaction. @returns how many rows the first one changed; where it is none, nothing is kept */
  write(statements: readonly Statement[]): Promise<number>
  /** How many were asked so far, the brackets of transactions apart. */
  asked(): number
  close(): Promise<void>
}

export const openStore = (url: string): Store =>
  url.startsWith('sqlite:') ? sqliteStore(url) : mysqlStore(url)

function sqliteStore(url: string): Store {
  const file = new Sqlite(url.slice('sqlite:'.length), { timeout: 5000 })
  // As the product sets it.
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('cache_size = -24576')
  const prepared = new Map<string, Sqlite.Statement>()
  let asked = 0
  const statementOf = (sql: string) => {
    asked += 1
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = file.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  const writeAll = file.transaction((statements: readonly Statement[]) => {
    let first: number | undefined
    for (const [sql, parameters] of statements) {
      const { changes } = statementOf(sql).run(...parameters)
      if ((first ??= changes) === 0) break
    }
    return first ?? 0
  })
  return {
    all: async <T>(sql: string, parameters: readonly unknown[]) =>
      Promise.resolve(statementOf(sql).all(...parameters) as T[]),
    write: async (statements) => Promise.resolve(writeAll.immediate(statements)),
    asked: () => asked,
    close: async () => {
      file.close()
      return Promise.resolve()
    },
  }
}

function mysqlStore(url: string): Store {
  const pool = mysql.createPool({ ...mysqlAddress(url), connectionLimit: 20, maxPreparedStatements: 1000 })
  let asked = 0
  const values = (parameters: readonly unknown[]) => parameters as (string | number | null)[]
  return {
    all: async <T>(sql: string, parameters: readonly unknown[]) => {
      asked += 1
      const [rows] = await pool.execute(sql, values(parameters))
      return rows as T[]
    },
    async write(statements) {
      const line = await pool.getConnection()
      try {
        await line.beginTransaction()
        let first: number | undefined
        for (const [sql, parameters] of statements) {
          asked += 1
          const [done] = await line.execute<mysql.ResultSetHeader>(sql, values(parameters))
          if ((first ??= done.affectedRows) === 0) break
        }
        await line.commit()
        return first ?? 0
      } catch (error) {
        await line.rollback()
        throw error
      } finally {
        line.release()
      }
    },
    asked: () => asked,
    close: () => pool.end(),
  }
}
