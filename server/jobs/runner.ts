import { Refusal } from '../../shared/words/refusals'
import type { Database } from '../database/source'
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

/** A job is a value: its name, how often it looks, and what it does. Safe to run twice. */
export interface Job {
  name: string
  /** Pause between two looks, in milliseconds. */
  pauseMs: number
  /** Runs at once when a write has been committed. */
  afterWrite: boolean
  run(parts: JobParts): Promise<void>
}

/** Runs each job in its own loop, never two rounds of the same one at once. */
export function startJobs(jobs: readonly Job[], parts: JobParts) {
  const loops = jobs.map((job) => startLoop(job, parts))
  return {
    /** Something was committed: whoever waits for that looks now. */
    wake: () => {
      for (const loop of loops) if (loop.job.afterWrite) loop.wake()
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

function startLoop(job: Job, parts: JobParts) {
  let stopped = false
  let wakeUp = () => {}
  let woken = false
  let wasWaiting = false

  const pause = () =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve()
      const timer = setTimeout(resolve, job.pauseMs)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const loop = (async () => {
    while (!stopped) {
      woken = false
      try {
        await job.run(parts)
        wasWaiting = false
      } catch (error) {
        const isWaiting = error instanceof Refusal && error.code === 'unavailable'
        // The database is away or full: said once, for the same is met every second until it is over.
        if (!isWaiting || !wasWaiting) parts.log.error({ job: job.name, err: error })
        wasWaiting = isWaiting
      }
      await pause()
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
