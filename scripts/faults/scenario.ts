import type { Mariadb } from '../mariadb.mjs'

/** Where a scenario runs, and how hard. */
export interface Ground {
  engine: 'sqlite' | 'mariadb'
  /** A MariaDB that may be filled with databases, as `mariadb://user:password@host:port`; only for that engine. */
  mariadb?: string
  /** The process of that MariaDB, where nobody else is at work in it: it may be killed and started anew. */
  mariadbProcess?: Pick<Mariadb, 'kill' | 'startAgain'>
  /** How often it hurts the house: kills, fills, inputs. */
  times: number
  say(line: string): void
}

/** What was seen. Whatever stands in `wrong` fails the run. */
export interface Finding {
  figures: Record<string, number | string>
  wrong: string[]
}

/**
 * One way to hurt the house, in a file of its own and as a line of `scenarios.ts`. `npm run faults` runs it with
 * `times.full`; a test runs it with `times.small`, which has to be cheap.
 */
export interface Scenario {
  name: string
  /** One sentence for who runs it. */
  says: string
  engines: readonly Ground['engine'][]
  times: { small: number; full: number }
  run(ground: Ground): Promise<Finding>
}

export const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

/** Asks again and again until it holds. @returns the milliseconds it took, or undefined when it never came about */
export async function until(holds: () => Promise<boolean>, withinMs: number): Promise<number | undefined> {
  const began = performance.now()
  for (;;) {
    if (await holds()) return Math.round(performance.now() - began)
    if (performance.now() - began > withinMs) return undefined
    await sleep(50)
  }
}

export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
