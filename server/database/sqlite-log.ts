import { Worker } from 'node:worker_threads'

/** A connection of better-sqlite3, past TypeORM. */
export interface Pages {
  pragma(sql: string): unknown
}

/** In pages. SQLite itself would carry over so many, inside the commit that comes to them, while everybody waits. */
const due = 1000
/** The log begins anew only after a commit that finds nothing left in it: what is left of a long one is little. */
const long = 8000

/**
 * What is committed stands in a log first, and is carried over into the file from time to time: written and flushed,
 * which takes a while on a slow disk. A thread of its own does that with a connection of its own, and nobody waits; as
 * long as all goes well SQLite does it no more by itself. What was acknowledged is as safe before as after.
 */
export function createLog(path: string) {
  const taken = new WeakSet<Pages>()
  let thread: Worker | undefined
  let isBusy = false
  let hasFailed = false

  function start(): Worker {
    const own = new Worker(carryOver, {
      eval: true,
      execArgv: [],
      workerData: { path, driver: require.resolve('better-sqlite3') },
    })
    own.unref()
    own.on('message', () => (isBusy = false))
    // Where there is no thread, SQLite goes on as it would by itself.
    own.on('error', () => (hasFailed = true))
    own.on('exit', () => {
      isBusy = false
      thread = undefined
    })
    return own
  }

  function carryOn(raw: Pages) {
    if (hasFailed) return raw.pragma(`wal_autocheckpoint = ${due}`)
    if (!taken.has(raw)) {
      raw.pragma('wal_autocheckpoint = 0')
      taken.add(raw)
    }
    const [state] = raw.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]
    const { log = 0, checkpointed = 0 } = state ?? {}
    const left = log - checkpointed
    if (isBusy || log < due) return
    if (left >= due) {
      isBusy = true
      thread ??= start()
      thread.postMessage('carry over')
    } else if (log >= long && left > 0) raw.pragma('wal_checkpoint(PASSIVE)')
  }

  return {
    /** Of a connection that is new, and after each commit: what was kept is kept, whatever comes of this. */
    look(raw: Pages) {
      try {
        carryOn(raw)
      } catch {
        // The next statement meets the same disk, and tells of it.
      }
    },
    async close() {
      const own = thread
      if (own === undefined) return
      const ended = new Promise((resolve) => own.once('exit', resolve))
      own.ref()
      own.postMessage('close')
      await ended
    },
  }
}
export type Log = ReturnType<typeof createLog>

/** Plain words, because a thread knows nothing of how the rest is compiled. A disk in trouble is told of by the writer. */
const carryOver = `
const { parentPort, workerData } = require('node:worker_threads')
const Sqlite = require(workerData.driver)
const file = new Sqlite(workerData.path, { fileMustExist: true, timeout: 0 })
parentPort.on('message', (word) => {
  if (word === 'close') {
    file.close()
    parentPort.close()
    return
  }
  try {
    file.pragma('wal_checkpoint(PASSIVE)')
  } catch {}
  parentPort.postMessage('done')
})`
