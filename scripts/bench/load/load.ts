import type { Ask } from '../operations'
import { openLine } from './line'
import { written } from './request'

/** What a round of asking saw. */
export interface Seen {
  count: number
  seconds: number
  /** Of the milliseconds from question to answer. */
  p50: number
  p95: number
  p99: number
  /** Answers that were none, by status; 0 where the line broke. */
  wrong: Record<number, number>
}

/**
 * Asks for so long, over so many connections, each one thing after the other: as fast as it is answered, or so often a
 * second. Then a question is taken for asked when it was due, so that whoever had to wait for the one before is counted.
 */
export async function load(
  port: number,
  next: () => Ask,
  seconds: number,
  connections: number,
  perSecond?: number,
): Promise<Seen> {
  const took: number[] = []
  const wrong: Record<number, number> = {}
  const began = performance.now()
  const until = began + seconds * 1000
  let due = began
  /** When the next question was due; not before then. */
  const turn = async () => {
    if (perSecond === undefined) return performance.now()
    const own = (due += 1000 / perSecond)
    const early = own - performance.now()
    if (early > 0) await new Promise((wake) => setTimeout(wake, early))
    return own
  }
  const one = async () => {
    const line = openLine(port)
    try {
      for (;;) {
        const asked = await turn()
        if (asked >= until || performance.now() >= until) break
        const ask = next()
        const { status, body } = await line.ask(written(ask))
        took.push(performance.now() - asked)
        ask.answered?.(body)
        if (status !== 200) wrong[status] = (wrong[status] ?? 0) + 1
      }
    } catch {
      wrong[0] = (wrong[0] ?? 0) + 1
    } finally {
      line.close()
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return {
    count: took.length,
    seconds: (performance.now() - began) / 1000,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    wrong,
  }
}

/** What came of one question alone. */
export interface Single extends Seen {
  /** How many there are in the answer, where it is a list or a history. */
  rows: number
}

export async function askOnce(port: number, next: () => Ask): Promise<Single> {
  const line = openLine(port)
  try {
    const ask = next()
    const { status, body } = await line.ask(written(ask))
    ask.answered?.(body)
    const answer = JSON.parse(body || '{}') as { items?: unknown[]; timeline?: unknown[] }
    return {
      count: 1,
      seconds: 0,
      p50: 0,
      p95: 0,
      p99: 0,
      wrong: status === 200 ? {} : { [status]: 1 },
      rows: (answer.items ?? answer.timeline ?? []).length,
    }
  } finally {
    line.close()
  }
}
