/** So many make a group at once; fewer after so long. */
const gatherMs = 10

/**
 * Hands things over in groups. What comes while one group is being written goes with the next; each waits until its own
 * is written, so that no more is ever unwritten than there are who wait.
 */
export function inGroups<T>(enough: number, write: (group: readonly T[]) => Promise<void>) {
  interface Waiting {
    thing: T
    done: () => void
    failed: (error: unknown) => void
  }
  let waiting: Waiting[] = []
  let isWriting = false
  let thatIsEnough = () => {}

  const gathered = () =>
    new Promise<void>((resolve) => {
      if (waiting.length >= enough) return resolve()
      const timer = setTimeout(resolve, gatherMs)
      thatIsEnough = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function writeAll() {
    isWriting = true
    while (waiting.length > 0) {
      await gathered()
      const group = waiting
      waiting = []
      await write(group.map(({ thing }) => thing)).then(
        () => group.forEach(({ done }) => done()),
        (error: unknown) => group.forEach(({ failed }) => failed(error)),
      )
    }
    isWriting = false
  }

  return (thing: T) =>
    new Promise<void>((done, failed) => {
      waiting.push({ thing, done, failed })
      if (!isWriting) void writeAll()
      else if (waiting.length >= enough) thatIsEnough()
    })
}
