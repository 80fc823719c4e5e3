import { digestOf } from '../database/digest'
import { UseCount } from '../database/entities/sign-in/use-count'
import type { Database, Reader, Tx } from '../database/source'
import { isoInstant, sqlInstant } from '../database/sql'
import { isDuplicate } from '../database/sql-errors'

export interface Span {
  points: number
  /** In seconds, from the first use. */
  duration: number
}

/**
 * Counts in the database: a restart lifts no limit, and two instances count together. The stores that limiters bring
 * along write past our transactions, which on SQLite have one connection.
 * @returns a function that counts `times` uses (0 only looks) and answers how many milliseconds to wait; 0: go ahead
 */
export function createKeptCounts(database: Database) {
  /** Whoever has used up a span is not looked up again before it ends. */
  const waiting = new Map<string, number>()

  return async (name: string, who: string, span: Span, times: number, now: Date): Promise<number> => {
    const usedBy = digestOf(`${name} ${who}`)
    const known = (waiting.get(usedBy) ?? 0) - now.getTime()
    if (known > 0) return known
    if (times === 0) {
      const { used, endsAt } = (await countedBy(database.reader, usedBy)) ?? { used: 0, endsAt: now }
      return used < span.points ? 0 : Math.max(0, endsAt.getTime() - now.getTime())
    }
    const { used, endsAt } = await database.transaction((tx) => countIn(tx, usedBy, span, times, now))
    if (used <= span.points) return 0
    if (waiting.size > 10_000) waiting.clear()
    waiting.set(usedBy, endsAt.getTime())
    return endsAt.getTime() - now.getTime()
  }
}

/** What is not there yet is not locked either: on MySQL a gap that many lock and then write into ends in deadlocks. */
async function countIn(tx: Tx, usedBy: string, span: Span, times: number, now: Date): Promise<Counted> {
  const endsAt = new Date(now.getTime() + span.duration * 1000)
  if ((await countedBy(tx, usedBy)) === undefined) {
    try {
      await tx.insert(UseCount, { usedBy, used: times, endsAt })
      return { used: times, endsAt }
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  const at = sqlInstant(now)
  // A span that has ended begins anew. MySQL assigns from left to right, so the end comes last.
  await tx.query(
    `UPDATE use_count SET used = CASE WHEN ends_at <= ? THEN ? ELSE used + ? END,
       ends_at = CASE WHEN ends_at <= ? THEN ? ELSE ends_at END WHERE used_by = ?`,
    [at, times, times, at, sqlInstant(endsAt), usedBy],
  )
  return (await countedBy(tx, usedBy)) ?? { used: times, endsAt }
}

interface Counted {
  used: number
  endsAt: Date
}

async function countedBy(reader: Reader, usedBy: string): Promise<Counted | undefined> {
  const [row] = await reader.query<{ used: number; endsAt: string }[]>(
    'SELECT used, ends_at AS endsAt FROM use_count WHERE used_by = ?',
    [usedBy],
  )
  return row && { used: Number(row.used), endsAt: new Date(isoInstant(row.endsAt)) }
}
