import { type Trouble, troubleOf, unavailable } from './trouble'

/** A damaged page is met now and then only; whoever looks after the server must be told for longer than that. */
const damageShownMs = 600_000

/**
 * Keeps what the last read and the last write told of the database, and turns their troubles into 503. The clock's
 * jobs write every few seconds, so this is never old.
 */
export function createWatch() {
  const seen: { read: Trouble | null; write: Trouble | null } = { read: null, write: null }
  let damagedUntil = 0

  const watch = (side: keyof typeof seen) =>
    async function watched<T>(attempt: () => Promise<T>): Promise<T> {
      try {
        const result = await attempt()
        seen[side] = null
        return result
      } catch (error) {
        const trouble = troubleOf(error)
        if (trouble === undefined) throw error
        seen[side] = trouble
        if (trouble === 'damaged') damagedUntil = performance.now() + damageShownMs
        throw unavailable(trouble, error)
      }
    }
  return {
    reads: watch('read'),
    writes: watch('write'),
    trouble: () => seen.read ?? seen.write ?? (performance.now() < damagedUntil ? 'damaged' : null),
  }
}
