import type { DataSource } from 'typeorm'
import { createHosts, type Hosts, hostsIn, withFirstHost } from './hosts'
import { analyze } from './analyze'
import { migrated, shared } from './migrated'
import { createPool, type Limit, type Pool } from './mysql-pool'
import { inTurn, nobody } from './in-turn'
import { mostPrepared } from './prepared'
import type { Access, Database, Tx } from './source'
import { isPassing } from './sql-errors'
import { unavailable } from './trouble'
import { onceAwake } from './wake'
import { createWatch } from './watch'
import { writePlainly } from './write-plainly'

type OnAsleep = (error: Error) => void

/** Whoever has waited longer than this is not asked to wait for another try. */
const triedAgainWithinMs = 2000

/** So that what was nearly done is not cut off by the waiting before it. */
const lastMs = 500
/** No statement of ours takes this long unless it waits for somebody. */
const isWaitingMs = 500

/** As many connections as there may be: what is written waits for locks, and keeps nobody from reading. */
const readsAtOnce = 12
const writesAtOnce = 8

export const hostsOf = (url: string) => createHosts(hostsIn(url) ?? [])

export const mysqlOptions = (url: string, hosts: Hosts = hostsOf(url)) =>
  ({
    type: url.startsWith('mariadb:') ? 'mariadb' : 'mysql',
    url: withFirstHost(url).replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    bigNumberStrings: false,
    connectTimeout: 2000,
    extra: {
      connectionLimit: readsAtOnce + writesAtOnce,
      stringifyObjects: true,
      stream: hosts.open,
      maxPreparedStatements: mostPrepared,
      // Whatever fails is told of with its statement; where in the code it was asked costs more than some answers.
      trace: false,
    },
    ...shared,
  }) as const

export async function connectMysql(
  url: string,
  onAsleep: OnAsleep,
  waitMs: number,
  onUpgrade: () => void,
): Promise<Omit<Database, 'whenKept'>> {
  const hosts = hostsOf(url)
  const options = mysqlOptions(url, hosts)
  const engine = options.type
  const { source, session } = await onceAwake(async () => {
    const opened = await migrated(options, onUpgrade)
    return { source: opened, session: await sessionOf(opened) }
  }, onAsleep)
  const pool = createPool(source, hosts, session)
  const watch = createWatch()
  let isClosed = false
  const stillOpen = () => {
    if (isClosed) throw unavailable('away')
  }

  const late = () => unavailable(watch.trouble() ?? 'busy')
  const writes = inTurn({ atOnce: writesAtOnce, late })
  const reads = inTurn({ atOnce: readsAtOnce, late })

  const accessOf = (town: string): Access => ({
    reader: {
      query: async <Rows>(sql: string, parameters?: unknown[]) => {
        stillOpen()
        const deadline = performance.now() + waitMs
        const left = () => Math.max(0, deadline - performance.now())
        const ask = () =>
          pool.lend(
            deadline,
            { until: () => deadline, took: () => {} },
            async (runner) => (await runner.query(sql, parameters)) as Rows,
          )
        return reads(town, () => watch.reads(() => onceAwake(ask, onAsleep, undefined, left())), waitMs)
      },
    },
    transaction: async (work) => {
      stillOpen()
      const came = performance.now()
      const left = () => Math.max(lastMs, waitMs - (performance.now() - came))
      const write = (patience: number) => triedAgain(() => begun(pool, work, onAsleep, patience))
      return writes(town, () => watch.writes(() => write(left())), waitMs)
    },
  })

  return {
    engine,
    source,
    ...accessOf(nobody),
    of: accessOf,
    async analyze(which) {
      stillOpen()
      await analyze(source, which)
    },
    trouble: watch.trouble,
    async close() {
      isClosed = true
      await source.destroy()
    },
  }
}

/** The server gives up a lock before we do, so that whatever the work holds itself is free again at once. */
const lockWaitSeconds = 4

/**
 * What each connection is told first. On a Galera cluster a read or a transaction waits until its node has all that any
 * node had acknowledged before: whoever writes through one server reads it through another.
 */
async function sessionOf(source: DataSource): Promise<string> {
  const [galera] = await source.query<{ Value: string }[]>("SHOW VARIABLES LIKE 'wsrep_on'")
  const all = [`innodb_lock_wait_timeout = ${lockWaitSeconds}`]
  if (galera?.Value === 'ON') all.push('wsrep_sync_wait = 1')
  return `SET SESSION ${all.join(', ')}`
}

/**
 * Asked again, on another connection, as long as the commit has not been sent: until then nothing is kept. Of one that
 * broke later nobody knows.
 */
function begun<T>(pool: Pool, work: (tx: Tx) => Promise<T>, onAsleep: OnAsleep, waitMs: number) {
  let hasBegun = false
  let isCommitting = false
  const deadline = performance.now() + waitMs
  let waited = 0
  const limit: Limit = {
    until: () => (hasBegun ? performance.now() + Math.max(lastMs, waitMs - waited) : deadline),
    // Work of many short statements may take long; what waits for one lock after the other may not.
    took: (ms) => {
      if (ms > isWaitingMs) waited += ms
    },
  }
  const attempt = () => {
    hasBegun = false
    return pool.lend(deadline, limit, async (runner) => {
      await runner.startTransaction()
      hasBegun = true
      writePlainly(runner.manager)
      const result = await work(runner.manager as Tx)
      isCommitting = true
      await runner.commitTransaction()
      return result
    })
  }
  return onceAwake(attempt, onAsleep, () => !isCommitting, waitMs)
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
