/** Whose work is of no town. */
export const nobody = ''

/**
 * Lets so many pieces of work run at once. Whoever waits has their turn town by town: of one town in the order in which
 * they came, and after each of its turns the next town has one. So whoever asks for much waits for themselves.
 * @param late what somebody is refused with whose turn has not come within their patience; their work never begins
 */
export function inTurn({ atOnce, late }: { atOnce: number; late: () => Error }) {
  /** By town, in the order in which each is next. */
  const lines = new Map<string, (() => void)[]>()
  let running = 0

  /** What has ended leaves its place to whoever is next. */
  function end() {
    const [first] = lines
    if (first === undefined) {
      running -= 1
      return
    }
    const [town, line] = first
    const begin = line.shift()
    lines.delete(town)
    // Behind the others.
    if (line.length > 0) lines.set(town, line)
    begin?.()
  }

  function waitIn(town: string, patienceMs: number | undefined) {
    return new Promise<void>((resolve, reject) => {
      const leave = () => {
        const line = (lines.get(town) ?? []).filter((one) => one !== begin)
        if (line.length > 0) lines.set(town, line)
        else lines.delete(town)
        reject(late())
      }
      const timer = patienceMs === undefined ? undefined : setTimeout(leave, patienceMs)
      const begin = () => {
        clearTimeout(timer)
        resolve()
      }
      const line = lines.get(town)
      if (line === undefined) lines.set(town, [begin])
      else line.push(begin)
    })
  }

  return async <T>(town: string, work: () => Promise<T>, patienceMs?: number): Promise<T> => {
    if (running >= atOnce) await waitIn(town, patienceMs)
    else running += 1
    try {
      return await work()
    } finally {
      end()
    }
  }
}
