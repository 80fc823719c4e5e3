import { atOnce, lookAtClock } from '../engine/clock'
import '../matters/kinds'
import type { Job } from './runner'
import { withLease } from './with-lease'

/** Tells what comes close and what is late, and takes the steps of the system, for every kind of matter. */
export const clock: Job = {
  name: 'clock',
  pauseMs: 60_000,
  afterWrite: false,
  run: ({ database, now, log }) =>
    withLease(database, 'clock', 300, now, async () => {
      const failed = (err: unknown, { id, kind }: { id: string; kind: string }) =>
        log.error({ job: 'clock', matter: id, kind, err })
      while ((await lookAtClock(database, now(), failed)) === atOnce);
    }),
}
