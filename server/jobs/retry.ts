/** Pauses after the first, second, … attempt: seconds. About 56 hours in all. */
const pauses = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400]
const giveUpAfterMs = 72 * 3_600_000

/**
 * When a push is tried again, with a fifth of jitter so that a crowd does not come back at once.
 * @param attempts how many there have been
 * @returns null when it is given up: after the last pause, or 72 hours after it was written
 */
export function retryAt(attempts: number, createdAt: Date, now: Date, jitter = Math.random()): Date | null {
  const seconds = pauses[attempts - 1]
  if (seconds === undefined) return null
  const next = new Date(now.getTime() + seconds * 1000 * (0.8 + 0.4 * jitter))
  return maySayStill(createdAt, next) ? next : null
}

/** News of three days ago are better told on the phone. */
export const maySayStill = (createdAt: Date, at: Date) => at.getTime() - createdAt.getTime() <= giveUpAfterMs
