import type { DataSource, QueryRunner } from 'typeorm'
import type { Hosts } from './hosts'
import { type Askable, askPrepared } from './prepared'
import { isUnconnected } from './sql-errors'
import { troubleOf } from './trouble'

/** What is asked of a connection itself, past TypeORM. */
interface Raw extends Askable {
  on(event: 'error', listener: () => void): unknown
  destroy(): void
  stream: { destroy(): void }
}
type Query = (...all: unknown[]) => Promise<unknown>

/** How long the statements of one piece of work may take. */
export interface Limit {
  /** Until when the one that begins now may. */
  until(): number
  took(ms: number): void
}

/** A line that has gone silent answers nothing and ends nothing. */
const silent = () => Object.assign(new Error('the database does not answer'), { code: 'ETIMEDOUT' })

/**
 * Connections, each lent for one piece of work. Each statement has a time limit; where one was missed or a connection
 * broke, whatever was connected before is not trusted again, nor is its host as long as there is another. A connection
 * whose transaction would not end never goes back.
 * @param session what each connection is told before its first work
 */
export function createPool(source: DataSource, hosts: Hosts, session: string) {
  const bornAt = new WeakMap<Raw, number>()
  let suspectedAt = 0

  async function taken(deadline: number): Promise<{ runner: QueryRunner; raw: Raw }> {
    for (;;) {
      const runner = source.createQueryRunner()
      const coming = runner.connect() as Promise<Raw>
      const tooLate = () =>
        void coming.then(
          () => runner.release(),
          () => {},
        )
      const raw = await inTime(coming, deadline, tooLate)
      const born = bornAt.get(raw)
      if (!hosts.isThere(raw.stream) || (born !== undefined && born < suspectedAt)) destroy(raw)
      else return { runner, raw }
    }
  }

  async function prepare(runner: QueryRunner, raw: Raw) {
    if (bornAt.has(raw)) return
    bornAt.set(raw, performance.now())
    // A second error of a connection that is broken already would end the process.
    raw.on('error', () => {})
    askPrepared(raw)
    await runner.query(session)
  }

  return {
    /**
     * @param deadline until when a connection may be waited for
     * @throws whatever the work throws, and an unconnected error where nobody answered
     */
    async lend<T>(deadline: number, limit: Limit, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
      const { runner, raw } = await taken(deadline)
      guard(runner, limit)
      let isSound = true
      try {
        await prepare(runner, raw)
        return await work(runner)
      } catch (error) {
        isSound = !isUnconnected(error)
        if (!isSound) {
          suspectedAt = performance.now()
          hosts.leave(raw.stream)
        } else if (runner.isTransactionActive) isSound = await isRolledBack(runner)
        throw error
      } finally {
        if (isSound) await runner.release()
        else destroy(raw)
      }
    },
  }
}
export type Pool = ReturnType<typeof createPool>

/** A database in trouble may have ended the transaction by itself: then nothing more runs, for it would be kept alone. */
function guard(runner: QueryRunner, limit: Limit) {
  const query = runner.query.bind(runner) as Query
  let brokenBy: unknown
  const guarded: Query = async (...all) => {
    if (brokenBy !== undefined && all[0] !== 'ROLLBACK') throw brokenBy as Error
    const began = performance.now()
    try {
      return await inTime(query(...all), limit.until(), () => {})
    } catch (error) {
      if (troubleOf(error) !== undefined) brokenBy = error
      throw error
    } finally {
      limit.took(performance.now() - began)
    }
  }
  Object.assign(runner, { query: guarded })
}

const isRolledBack = (runner: QueryRunner) =>
  runner.rollbackTransaction().then(
    () => true,
    () => false,
  )

function destroy(raw: Raw) {
  raw.destroy()
  raw.stream.destroy()
}

async function inTime<T>(work: Promise<T>, deadline: number, late: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const out = new Promise<never>((_resolve, reject) => {
    const give = () => {
      late()
      reject(silent())
    }
    // An answer that came while this process was busy is read first.
    timer = setTimeout(() => setImmediate(give), Math.max(0, deadline - performance.now()))
  })
  try {
    return await Promise.race([work, out])
  } finally {
    clearTimeout(timer)
  }
}
