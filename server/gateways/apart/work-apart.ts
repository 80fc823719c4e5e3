import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Done } from './serve-work'

const server = path.resolve(__dirname, '../..')
/** Where this is not compiled, the other process is not either. */
const ending = path.extname(__filename)
const translated = ending === '.ts' ? ['--import', 'tsx'] : []

/** How long a process without work is kept: the next picture of a reply comes within seconds. */
const idleMs = 30_000

/** So many are waiting already that this one would wait too long. */
export class TooManyWaiting extends Error {}

/** Took longer or more memory than it may, or ended the process: whatever it was, it is not to be tried again. */
export class TooHard extends Error {}

export interface Bounds {
  /** For one piece of work, from its turn on. */
  mostMs: number
  mostMegabytes: number
  /** Those in hand and waiting. */
  mostWaiting: number
}

/**
 * Does what strangers sent in a process of its own, one piece at a time: that process knows no secret, can be ended in
 * the middle, and gives way to those who wait for an answer.
 * @param entry the module that calls `serveWork`, below `server/` and without its ending
 * @returns a function that hands in one piece of work. @throws TooManyWaiting, TooHard
 */
export function createWorkApart<In, Out>(entry: string, { mostMs, mostMegabytes, mostWaiting }: Bounds) {
  let child: ChildProcess | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let isOver = false

  const end = () => {
    child?.kill('SIGKILL')
    child = undefined
  }

  function start(): ChildProcess {
    const started = fork(path.join(server, entry + ending), [String(mostMegabytes)], {
      env: {},
      execArgv: [...translated, `--max-old-space-size=${mostMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // Whoever waits for an answer keeps the process alive by that; nothing else here shall.
    started.unref()
    started.channel?.unref()
    return started
  }

  function doIt(input: In): Promise<Out> {
    if (isOver) return Promise.reject(new TooManyWaiting())
    const worker = child?.connected ? child : (child = start())
    return new Promise<Out>((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer)
        worker.off('error', giveUp).off('exit', giveUp).off('message', take)
      }
      const giveUp = () => {
        finish()
        end()
        reject(new TooHard())
      }
      const take = (done: unknown) => {
        finish()
        resolve((done as Done<Out>).output)
      }
      const timer = setTimeout(giveUp, mostMs)
      worker.on('error', giveUp).on('exit', giveUp).on('message', take)
      worker.send({ input })
    })
  }

  const hand = async (input: In): Promise<Out> => {
    if (waiting >= mostWaiting) throw new TooManyWaiting()
    waiting += 1
    clearTimeout(idle)
    const turn = last.then(() => doIt(input))
    last = turn.catch(() => {})
    try {
      return await turn
    } finally {
      waiting -= 1
      if (waiting === 0) idle = setTimeout(end, idleMs).unref()
    }
  }
  return Object.assign(hand, {
    /** With the server: what is in hand and what waits is given up, in the middle of whatever it does. */
    end() {
      isOver = true
      end()
    },
  })
}
