import { insertPlainly } from './insert'
import { migrated, shared } from './migrated'
import { createPool, type Limit, type Pool } from './mysql-pool'
import type { Database, Tx } from './source'
import { isPassing } from './sql-errors'
import { unavailable } from './trouble'
import { onceAwake } from './wake'
import { createWatch } from './watch'

type OnAsleep = (error: Error) => void

/** Whoever has waited longer than this is not asked to wait for another try. */
const triedAgainWithinMs = 2000

/** So that what was nearly done is not cut off by the waiting before it. */
const lastMs = 500
/** No statement of ours takes this long unless it waits for somebody. */
const isWaitingMs = 500

export const mysqlOptions = (url: string) =>
  ({
    type: url.startsWith('mariadb:') ? 'mariadb' : 'mysql',
    url: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    bigNumberStrings: false,
    connectTimeout: 2000,
    extra: { connectionLimit: 20, stringifyObjects: true },
    ...shared,
  }) as const

export async function connectMysql(
  url: string,
  onAsleep: OnAsleep,
  waitMs: number,
): Promise<Omit<Database, 'whenKept'>> {
  const options = mysqlOptions(url)
  const engine = options.type
  const source = await onceAwake(() => migrated(options), onAsleep)
  const pool = createPool(source)
  const watch = createWatch()
  let isClosed = false
  const stillOpen = () => {
    if (isClosed) throw unavailable('away')
  }

  return {
    engine,
    source,
    reader: {
      query: async <Rows>(sql: string, parameters?: unknown[]) => {
        stillOpen()
        const deadline = performance.now() + waitMs
        const ask = () =>
          pool.lend(
            deadline,
            { until: () => deadline, took: () => {} },
            async (runner) => (await runner.query(sql, parameters)) as Rows,
          )
        return watch.reads(() => onceAwake(ask, onAsleep, undefined, waitMs))
      },
    },
    transaction: async (work) => {
      stillOpen()
      return watch.writes(() => triedAgain(() => begun(pool, work, onAsleep, waitMs)))
    },
    trouble: watch.trouble,
    async close() {
      isClosed = true
      await source.destroy()
    },
  }
}

/** Asked again only while the work has not begun: of a transaction that broke later nobody knows whether it was kept. */
function begun<T>(pool: Pool, work: (tx: Tx) => Promise<T>, onAsleep: OnAsleep, waitMs: number) {
  let hasBegun = false
  const deadline = performance.now() + waitMs
  let waited = 0
  const limit: Limit = {
    until: () => (hasBegun ? performance.now() + Math.max(lastMs, waitMs - waited) : deadline),
    // Work of many short statements may take long; what waits for one lock after the other may not.
    took: (ms) => {
      if (ms > isWaitingMs) waited += ms
    },
  }
  const attempt = () =>
    pool.lend(deadline, limit, async (runner) => {
      await runner.startTransaction()
      hasBegun = true
      insertPlainly(runner.manager)
      const result = await work(runner.manager as Tx)
      await runner.commitTransaction()
      return result
    })
  return onceAwake(attempt, onAsleep, () => !hasBegun, waitMs)
}

async function triedAgain<T>(attempt: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let left = 3; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      const isLate = performance.now() - began > triedAgainWithinMs
      if (left === 0 || isLate || !isPassing(error)) throw error
      await new Promise((wake) => setTimeout(wake, 10 + Math.random() * 40))
    }
  }
}
