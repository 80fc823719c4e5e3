import type { DataSource, EntityManager, QueryRunner } from 'typeorm'
import { writePlainly } from './write-plainly'
import type { Slices } from './slices'
import type { Flush } from './sqlite-flush'
import type { Log, Pages } from './sqlite-log'

/** What is asked of SQLite itself, past TypeORM. */
interface Raw extends Pages {
  readonly inTransaction: boolean
  exec(sql: string): unknown
  close(): unknown
}
/** Of TypeORM's driver, whose type it does not export. */
interface Driver {
  readonly databaseConnection: Raw
  queryRunner: QueryRunner | undefined
  connect(): Promise<void>
}
type Query = (...all: unknown[]) => Promise<unknown>

/**
 * One connection to the file, which is replaced once it is in doubt. After a full disk or an I/O error SQLite ends a
 * transaction by itself, of which TypeORM's count of transactions knows nothing: so SQLite is asked whether one is
 * open, and nothing else is believed.
 */
export function createConnection(source: DataSource, slices: Slices, log?: Log, flush?: Flush) {
  const driver = source.driver as unknown as Driver
  const raw = () => driver.databaseConnection
  const guarded = new WeakSet<QueryRunner>()
  let inDoubt = false
  let isOpen = false
  /** The statement with which SQLite ended the open transaction. */
  let endedBy: unknown

  /** Nothing runs after that statement: each would be kept by itself. */
  function guard(runner: QueryRunner) {
    if (guarded.has(runner)) return
    guarded.add(runner)
    const query = runner.query.bind(runner) as Query
    const guardedQuery: Query = async (...all) => {
      await slices.turn()
      if (endedBy !== undefined) throw endedBy as Error
      try {
        return await query(...all)
      } catch (error) {
        if (isOpen && !raw().inTransaction) endedBy = error
        throw error
      }
    }
    Object.assign(runner, { query: guardedQuery })
  }

  /** Tells TypeORM what is true, so that it opens none of its own inside ours. */
  function tell(runner: QueryRunner, isTransactionActive: boolean) {
    Object.assign(runner, { isTransactionActive, transactionDepth: isTransactionActive ? 1 : 0 })
  }

  async function replace() {
    const old = raw()
    await driver.connect()
    flush?.take(raw())
    log?.look(raw())
    driver.queryRunner = undefined
    inDoubt = false
    try {
      old.close()
    } catch {
      // Nobody uses it any more, and the file has another connection.
    }
  }

  flush?.take(raw())
  log?.look(raw())
  return {
    source,
    turn: () => slices.turn(),
    doubt() {
      inDoubt = true
    },
    /** @throws while no sound connection is to be had */
    async proven() {
      if (inDoubt) await replace()
      flush?.mended(raw())
    },
    begin(): EntityManager {
      raw().exec('BEGIN IMMEDIATE')
      isOpen = true
      const runner = source.createQueryRunner()
      guard(runner)
      // TypeORM gives the one connection a new manager for each transaction.
      writePlainly(runner.manager)
      tell(runner, true)
      return runner.manager
    },
    /** @throws where nothing was kept, or nobody knows */
    commit() {
      if (endedBy !== undefined) throw endedBy as Error
      raw().exec('COMMIT')
      if (raw().inTransaction) throw new Error('SQLite did not end the transaction')
      log?.look(raw())
    },
    /** Leaves no transaction open, or the connection in doubt. */
    end() {
      isOpen = false
      endedBy = undefined
      tell(source.createQueryRunner(), false)
      try {
        if (raw().inTransaction) raw().exec('ROLLBACK')
      } catch {
        inDoubt = true
      }
      if (raw().inTransaction) inDoubt = true
    },
  }
}
export type Connection = ReturnType<typeof createConnection>
