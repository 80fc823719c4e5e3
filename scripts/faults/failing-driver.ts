import Sqlite from 'better-sqlite3'
import mysql from 'mysql2'

export interface DriverFault {
  /** As the driver names it. */
  code: string
  /** The statements that fail. */
  at: RegExp
  /** The database has ended the transaction by itself, as SQLite does on a full disk. */
  endsTransaction?: boolean
  /** How many of them; all of them where it is left out. */
  times?: number
}

interface Statement {
  source: string
  database: Sqlite.Database
}
type Run = (this: Statement, ...all: unknown[]) => unknown
type Exec = (this: Sqlite.Database, sql: string) => Sqlite.Database
type Answer = (error: Error) => void
type Query = (this: unknown, sql: unknown, ...rest: unknown[]) => unknown

const statements = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as Record<
  'run' | 'all',
  Run
>
const databases = Sqlite.prototype as unknown as { exec: Exec }
const connections = (mysql as unknown as { Connection: { prototype: { query: Query } } }).Connection.prototype
const real = { run: statements.run, all: statements.all, exec: databases.exec, query: connections.query }

/** From now on both drivers fail as they do when the database fails; `undefined` mends them. */
export function failDriver(fault: DriverFault | undefined) {
  let left = fault?.times ?? Infinity
  const fails = (sql: string) => {
    if (!fault || left <= 0 || !fault.at.test(sql)) return false
    left -= 1
    return true
  }
  failSqlite(fails, fault)
  failMysql(fails, fault)
}

function failSqlite(fails: (sql: string) => boolean, fault?: DriverFault) {
  const mayFail = (sql: string, database: Sqlite.Database) => {
    if (!fails(sql)) return
    if (fault?.endsTransaction && database.inTransaction) real.exec.call(database, 'ROLLBACK')
    throw new Sqlite.SqliteError('on purpose', fault?.code ?? '')
  }
  for (const name of ['run', 'all'] as const)
    statements[name] = function failing(this: Statement, ...all: unknown[]) {
      mayFail(this.source, this.database)
      return real[name].apply(this, all)
    }
  databases.exec = function failing(this: Sqlite.Database, sql: string) {
    mayFail(sql, this)
    return real.exec.call(this, sql)
  }
}

function failMysql(fails: (sql: string) => boolean, fault?: DriverFault) {
  connections.query = function failing(this: unknown, sql: unknown, ...rest: unknown[]) {
    if (typeof sql !== 'string' || !fails(sql)) return real.query.call(this, sql, ...rest)
    const error = Object.assign(new Error('on purpose'), { code: fault?.code, sqlState: 'HY000' })
    const answer = rest[rest.length - 1] as Answer
    if (fault?.endsTransaction) return real.query.call(this, 'ROLLBACK', () => answer(error))
    process.nextTick(() => answer(error))
  }
}
