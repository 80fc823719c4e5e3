/** What a server process has used since it began. */
export interface Usage {
  cpuMs: number
  statements: number
  peakMib: number
  /** The most that it computed without giving the loop back, since it was last asked: its own time, however busy the machine. */
  longestMs: number
}

const looksEveryMs = 5

/** Answers whoever started this process how much it has used. */
export function tellUsage(statements: () => number) {
  let longest = 0
  let before = cpuMs()
  setInterval(() => {
    const now = cpuMs()
    longest = Math.max(longest, now - before)
    before = now
  }, looksEveryMs).unref()
  process.on('message', (message) => {
    if (message !== 'usage') return
    const peakMib = Math.round(process.resourceUsage().maxRSS / 1024)
    process.send?.({
      cpuMs: cpuMs(),
      statements: statements(),
      peakMib,
      longestMs: Math.round(longest),
    } satisfies Usage)
    longest = 0
  })
}

function cpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
