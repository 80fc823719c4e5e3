import { isUnconnected } from './sql-errors'

/** Pauses in milliseconds; a database that sleeps is awake well within them. */
const pauses = [250, 500, 1000, 2000, 4000]

/**
 * MySQL of 微信云托管 sleeps when nobody asks: the first connection fails and wakes it. So whatever failed for want of a
 * connection is tried again for a while.
 * @param mayRepeat whether the attempt has surely changed nothing yet
 * @param patienceMs no attempt begins later than this
 */
export async function onceAwake<T>(
  attempt: () => Promise<T>,
  onAsleep: (error: Error) => void,
  mayRepeat: () => boolean = () => true,
  patienceMs = Infinity,
): Promise<T> {
  const began = performance.now()
  for (const pause of pauses) {
    try {
      return await attempt()
    } catch (error) {
      const isLate = performance.now() - began + pause > patienceMs
      if (!isUnconnected(error) || !mayRepeat() || isLate) throw error
      onAsleep(error as Error)
      await new Promise((wake) => setTimeout(wake, pause))
    }
  }
  return attempt()
}
