import { Refusal } from '../../shared/words/refusals'
import type { Database } from '../database/source'
import { isoInstant } from '../database/sql'
import type { Wechat } from '../gateways/wechat/wechat'
import type { Logger } from '../http/log'

/** What a job may use. */
export interface JobParts {
  database: Database
  wechat: Wechat
  now: () => Date
  log: Logger
  outboxLeaseSeconds: number
  pushesADay: number
  /** Where WeChat fetches the photos that it checks; absent where nothing outside reaches this server. */
  photoCheck?: { publicUrl: string; secretKey: string } | undefined
}

/** A job is a value: its name, what it is woken by, and what it does. Safe to run twice. */
export interface Job {
  name: string
  /** It looks at once when something has been kept that was named so: see `database/waking.ts`. */
  wokenBy: readonly string[]
  /** So long it sleeps at most: what another process has written, or left undone, wakes nobody here. */
  pauseMs: number
  /** So long it sleeps at least while something is due that could not be done. */
  againMs?: number
  /** When there is something for it by itself; null where never. Without it only the longest pause counts. */
  next?: (parts: JobParts) => Promise<Date | null>
  run(parts: JobParts): Promise<void>
}

/** Runs each job in its own loop, never two rounds of the same one at once. */
export function startJobs(jobs: readonly Job[], parts: JobParts) {
  const loops = jobs.map((job) => startLoop(job, parts))
  return {
    /** Something of these names was kept: whoever waits for it looks now. */
    wake: (names: ReadonlySet<string>) => {
      for (const loop of loops) if (loop.job.wokenBy.some((name) => names.has(name))) loop.wake()
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

async function untilNext({ next, pauseMs, againMs = pauseMs }: Job, parts: JobParts): Promise<number> {
  const at = await next?.(parts)
  if (!at) return pauseMs
  return Math.min(pauseMs, Math.max(againMs, at.getTime() - parts.now().getTime()))
}

/** For `next`: the first instant that a statement finds, as `at`. */
export async function firstInstant({ database }: JobParts, sql: string): Promise<Date | null> {
  const [row] = await database.reader.query<{ at: string | null }[]>(sql)
  return row?.at ? new Date(isoInstant(row.at)) : null
}

function startLoop(job: Job, parts: JobParts) {
  let stopped = false
  let wakeUp = () => {}
  let woken = false
  let wasWaiting = false

  const { pauseMs, againMs = pauseMs } = job
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve()
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const loop = (async () => {
    while (!stopped) {
      woken = false
      let ms = againMs
      try {
        await job.run(parts)
        ms = await untilNext(job, parts)
        wasWaiting = false
      } catch (error) {
        const isWaiting = error instanceof Refusal && error.code === 'unavailable'
        // The database is away or full: said once, for the same is met every second until it is over.
        if (!isWaiting || !wasWaiting) parts.log.error({ job: job.name, err: error })
        wasWaiting = isWaiting
      }
      await pause(ms)
    }
  })()

  const wake = () => {
    woken = true
    wakeUp()
  }
  return {
    job,
    wake,
    async stop() {
      stopped = true
      wake()
      await loop
    },
  }
}
