import { Refusal } from '../../shared/refusals'
import { digestOf } from '../database/digest'
import { IdempotencyKey } from '../database/entities/idempotency-key'
import type { Database, Tx } from '../database/source'
import { isDuplicate } from '../database/sql-errors'

/** Rural networks retry: the same key gives the same answer and one effect, for seven days. */
export interface Write {
  actorId: string
  requestKey: string
  /** Method, path and body, so that a key cannot be used on something else. */
  request: string
}

class KeyTaken extends Error {}

/**
 * Runs `work` once for this key, in one transaction with the row that remembers the answer.
 * A refusal leaves no row behind, so what was refused may be sent again.
 * @param prepare what takes time and must not hold a transaction open; left out for a key that was answered before
 * @returns the answer as JSON text, and whether it was given before
 * @throws Refusal `key_reused` where the key came with another body
 */
export async function writeOnce<Prepared = undefined>(
  database: Database,
  write: Write,
  now: Date,
  work: (tx: Tx, prepared: Prepared) => Promise<unknown>,
  prepare?: () => Promise<Prepared>,
): Promise<{ answer: string; replayed: boolean }> {
  const bodyDigest = digestOf(write.request)
  const before = await answerBefore(database, write, bodyDigest)
  if (before !== undefined) return { answer: before, replayed: true }
  const prepared = (await prepare?.()) as Prepared
  try {
    const answer = await database.transaction(async (tx) => {
      await claim(tx, write, bodyDigest, now)
      const text = JSON.stringify(await work(tx, prepared))
      await tx.update(
        IdempotencyKey,
        { actorId: write.actorId, requestKey: write.requestKey },
        { status: 200, answer: text },
      )
      return text
    })
    return { answer, replayed: false }
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error
    const answer = await answerBefore(database, write, bodyDigest)
    if (answer === undefined) throw new Refusal('busy')
    return { answer, replayed: true }
  }
}

/** The unique key makes a second sender of the same key wait for the first one's end. */
async function claim(tx: Tx, write: Write, bodyDigest: string, now: Date) {
  try {
    await tx.insert(IdempotencyKey, {
      actorId: write.actorId,
      requestKey: write.requestKey,
      bodyDigest,
      status: 0,
      answer: null,
      createdAt: now,
    })
  } catch (error) {
    if (isDuplicate(error)) throw new KeyTaken()
    throw error
  }
}

async function answerBefore(
  database: Database,
  write: Write,
  bodyDigest: string,
): Promise<string | undefined> {
  const [row] = await database.reader.query<{ bodyDigest: string; answer: string | null }[]>(
    'SELECT body_digest AS bodyDigest, answer FROM idempotency_key WHERE actor_id = ? AND request_key = ?',
    [write.actorId, write.requestKey],
  )
  if (!row) return undefined
  if (row.bodyDigest !== bodyDigest) throw new Refusal('key_reused')
  return row.answer ?? undefined
}
