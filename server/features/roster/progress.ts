import type { Tx } from '../../database/source'

/** How far a roster is that is being written, by whoever sent it: told while it goes on, by the server that writes it. */
const running = new Map<string, { done: number; of: number }>()

export const progressOf = (sending: string) => running.get(sending) ?? { done: 0, of: 0 }

type Query = (...all: unknown[]) => Promise<unknown>

/**
 * Counts the statements of a piece of work while they are asked.
 * @param told under which name, and how many there were when it was only looked at
 */
export async function counted<T>(
  tx: Tx,
  told: { sending: string; of: number } | undefined,
  work: () => Promise<T>,
): Promise<{ result: T; statements: number }> {
  const runner = tx.queryRunner as unknown as { query: Query }
  const { query } = runner
  const progress = { done: 0, of: told?.of ?? 0 }
  if (told) running.set(told.sending, progress)
  runner.query = (...all) => {
    progress.done += 1
    return query.apply(runner, all)
  }
  try {
    return { result: await work(), statements: progress.done }
  } finally {
    runner.query = query
    if (told) running.delete(told.sending)
  }
}
