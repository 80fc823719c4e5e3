import { inTurn, nobody } from './in-turn'
import { migrated, opened, shared } from './migrated'
import { privateDatabase } from './private-files'
import type { Access, Database, OpenReader, Tx } from './source'
import { createSlices, type Slices } from './slices'
import { analyze } from './analyze'
import { createConnection, type Connection } from './sqlite-connection'
import { createFlush } from './sqlite-flush'
import { createLog } from './sqlite-log'
import { troubleOf, unavailable } from './trouble'
import { createWatch } from './watch'

/** SQLite waits inside the event loop, where everybody waits with it: so it waits hardly at all, and we outside. */
const busyMs = 10
const pauseMs = 40

/**
 * better-sqlite3 has one connection: a second transaction begun on it would end the first one. So every write takes
 * its turn in one queue, and reads go through a second, read-only connection. A write is acknowledged once its log is on
 * the disk, which keeps it through a power cut.
 */
export async function connectSqlite(
  path: string,
  waitMs: number,
  onUpgrade: () => void,
): Promise<Omit<Database, 'whenKept'>> {
  privateDatabase(path)
  const until = () => performance.now() + waitMs
  const slices = createSlices()
  const log = createLog(path)
  const flush = createFlush(path)
  const writer = createConnection(
    await whenFree(() => migrated({ ...optionsOf(path), enableWAL: true }, onUpgrade), until()),
    slices,
    log,
    flush,
  )
  const reader = await openReader(path, waitMs, slices)
  const writes = oneByOne()
  const watch = createWatch()
  let isClosed = false
  const stillOpen = () => {
    if (isClosed) throw unavailable('away')
  }

  const accessOf = (town: string): Access => ({
    reader: {
      query: async (sql, parameters) => {
        stillOpen()
        return watch.reads(() => reader.query(sql, parameters, town))
      },
    },
    transaction: async (work) => {
      stillOpen()
      const deadline = until()
      const result = await writes(town, () => watch.writes(() => write(writer, work, deadline)), waitMs)
      // The next one writes already.
      await watch.writes(() => flush.kept())
      return result
    },
  })

  return {
    engine: 'sqlite',
    source: writer.source,
    ...accessOf(nobody),
    of: accessOf,
    async analyze(which) {
      stillOpen()
      const count = () => whenFree(() => analyze(writer.source, which, writer.turn), until())
      // A connection knows what was counted when it was opened.
      if (await writes(nobody, count, waitMs)) reader.anew()
    },
    trouble: watch.trouble,
    async close() {
      isClosed = true
      await writes(nobody, async () => {
        await reader.close()
        await log.close()
        await flush.kept().finally(() => flush.close())
        await writer.source.destroy()
      })
    },
  }
}

const oneByOne = () => inTurn({ atOnce: 1, late: () => unavailable('busy') })

/** Of each of the two connections; what does not fit, the system keeps anyway. */
const pagesKib = 24 * 1024

const optionsOf = (path: string) =>
  ({
    type: 'better-sqlite3',
    database: path,
    timeout: busyMs,
    // Every statement that the product has, prepared once.
    statementCacheSize: 1000,
    prepareDatabase: (raw: { pragma(sql: string): unknown }) => {
      raw.pragma('synchronous = FULL')
      raw.pragma(`cache_size = -${pagesKib}`)
      raw.pragma('foreign_keys = ON')
    },
    ...shared,
  }) as const

/** A connection that cannot write, to a file that is there. */
export const openSqliteReader = (path: string, waitMs: number): Promise<OpenReader> =>
  openReader(path, waitMs, createSlices())

async function openReader(path: string, waitMs: number, slices: Slices) {
  const until = () => performance.now() + waitMs
  // Reads are explicit SQL: it need not know the entities.
  const connection = createConnection(
    await whenFree(() => opened({ ...optionsOf(path), entities: [], readonly: true }), until()),
    slices,
  )
  // A read is answered in one go: two at once would not be answered sooner.
  const reads = oneByOne()
  return {
    query: <Rows>(sql: string, parameters?: unknown[], town = nobody) =>
      whenFree(() => reads(town, () => read<Rows>(connection, sql, parameters), waitMs), until()),
    /** The next read goes through another connection. */
    anew: () => connection.doubt(),
    close: () => connection.source.destroy(),
  }
}

async function read<Rows>(reader: Connection, sql: string, parameters?: unknown[]): Promise<Rows> {
  await reader.proven()
  try {
    await reader.turn()
    return await reader.source.query(sql, parameters)
  } catch (error) {
    if (isOfTheFile(error)) reader.doubt()
    throw error
  }
}

async function write<T>(writer: Connection, work: (tx: Tx) => Promise<T>, deadline: number): Promise<T> {
  await writer.proven()
  try {
    await writer.turn()
    const tx = await whenFree(() => Promise.resolve(writer.begin()), deadline)
    const result = await work(tx as Tx)
    writer.commit()
    return result
  } catch (error) {
    if (isOfTheFile(error)) writer.doubt()
    throw error
  } finally {
    writer.end()
  }
}

/** Another process holds the lock: asked again until then, while everybody else goes on. */
async function whenFree<T>(attempt: () => Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (troubleOf(error) !== 'busy' || performance.now() > deadline) throw error
      await new Promise((wake) => setTimeout(wake, pauseMs))
    }
  }
}

/** What the connection itself may not be trusted after. */
const isOfTheFile = (error: unknown) => {
  const trouble = troubleOf(error)
  return trouble !== undefined && trouble !== 'busy'
}
