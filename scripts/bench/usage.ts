/** What a server process has used since it began. */
export interface Usage {
  cpuMs: number
  statements: number
  peakMib: number
}

/** Answers whoever started this process how much it has used. */
export function tellUsage(statements: () => number) {
  process.on('message', (message) => {
    if (message !== 'usage') return
    const { user, system } = process.cpuUsage()
    const peakMib = Math.round(process.resourceUsage().maxRSS / 1024)
    process.send?.({ cpuMs: (user + system) / 1000, statements: statements(), peakMib } satisfies Usage)
  })
}
