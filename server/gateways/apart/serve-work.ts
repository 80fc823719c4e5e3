import os from 'node:os'

/** What the other side gets back; whatever is wrong with the input is part of the output. */
export interface Done<Out> {
  output: Out
}

const looksEveryMs = 50

/** Beside what the work may take: the runtime and its libraries. */
const ownMegabytes = 150

/**
 * The inside of a process of `createWorkApart`. What the libraries take beside the heap is watched from within, because
 * nothing else bounds it everywhere. An exception ends the process, and with it whatever state it left behind.
 */
export function serveWork<In, Out>(work: (input: In) => Promise<Out>) {
  giveWay()
  const most = (Number(process.argv[2]) + ownMegabytes) * 1024 * 1024
  setInterval(() => {
    if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL')
  }, looksEveryMs)
  process.on('disconnect', () => process.exit())
  // A whole group is told to end at once; what is in hand is still waited for by the server, which then lets go.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {})
  process.on('message', ({ input }: { input: In }) => {
    void work(input).then((output) => process.send?.({ output } satisfies Done<Out>))
  })
}

/** Whoever waits for an answer of the server goes first, once this has started. */
function giveWay() {
  try {
    os.setPriority(5)
  } catch {
    // Where it may not be set, it works all the same.
  }
}
