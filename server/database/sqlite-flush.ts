import fs from 'node:fs'
import { promisify } from 'node:util'
import type { Pages } from './sqlite-log'

const toDisk = promisify((file: number, done: (error: Error | null) => void) => fs.fdatasync(file, done))

/** What SQLite itself says where it cannot flush. */
const notFlushed = (cause: unknown) =>
  Object.assign(new Error('the log of SQLite could not be flushed', { cause }), {
    code: 'SQLITE_IOERR_FSYNC',
  })

/**
 * A commit is acknowledged once it is on the disk. SQLite waits for the disk inside the commit, and everybody with it;
 * here it only writes (`synchronous=NORMAL`), and the log is flushed beside, while others read and write: whoever has
 * committed by then shares the flush. Where there is no log to flush, it stays as SQLite does it.
 */
export function createFlush(path: string) {
  let log: number | undefined
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  let failed = false

  const flush = async () => {
    if (log === undefined) return
    // The system may say yes to the next flush, and have forgotten what the last one did not write.
    if (failed) throw notFlushed('an earlier flush failed')
    try {
      await toDisk(log)
    } catch (error) {
      failed = true
      throw notFlushed(error)
    }
  }
  const begin = () =>
    (running = flush().finally(() => {
      running = undefined
    }))

  return {
    /** Of a connection that is new and writes. */
    take(raw: Pages) {
      if (log !== undefined) fs.closeSync(log)
      log = undefined
      const [mode] = raw.pragma('journal_mode') as { journal_mode: string }[]
      if (mode?.journal_mode !== 'wal' || !fs.existsSync(`${path}-wal`)) return
      log = fs.openSync(`${path}-wal`, 'r+')
      raw.pragma('synchronous = NORMAL')
    },
    /** Resolves when all that was committed before is on the disk. @throws where nobody knows whether it is */
    kept(): Promise<void> {
      if (running === undefined) return begin()
      next ??= running
        .catch(() => {})
        .then(() => {
          next = undefined
          return begin()
        })
      return next
    },
    /**
     * After a flush that failed the system may have forgotten what it did not write: only what is carried over into the
     * file, and flushed there, is safe. @throws as long as that does not succeed
     */
    mended(raw: Pages) {
      if (!failed) return
      const [state] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      if (state?.busy !== 0) throw notFlushed('the log is in use')
      failed = false
    },
    close() {
      if (log !== undefined) fs.closeSync(log)
      log = undefined
    },
  }
}
export type Flush = ReturnType<typeof createFlush>
