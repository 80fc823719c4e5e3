import { lookAtClock } from '../engine/clock'
import { soonMs } from '../engine/refresh'
import '../matters/kinds'
import { firstInstant, type Job, type JobParts } from './runner'
import { withLease } from './with-lease'

const next = (parts: JobParts) => firstInstant(parts, 'SELECT MIN(next_at) AS at FROM matter')

/** So many are looked at under one lease, which ends by itself; what is owed may take longer. */
const slicesOfOne = 50

/** Tells what comes close and what is late, and takes the steps of the system, for every kind of matter. */
export const clock: Job = {
  name: 'clock',
  wokenBy: ['clock'],
  pauseMs: soonMs,
  againMs: 1000,
  next,
  async run(parts) {
    const { database, now, log } = parts
    const first = await next(parts)
    if (first === null || first > now()) return
    await withLease(database, 'clock', 300, now, async () => {
      const failed = (err: unknown, { id, kind }: { id: string; kind: string }) =>
        log.error({ job: 'clock', matter: id, kind, err })
      for (let left = slicesOfOne; left > 0; left -= 1)
        if ((await lookAtClock(database, now(), failed)) === 0) break
    })
  },
}
