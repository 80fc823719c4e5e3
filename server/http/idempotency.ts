import { Refusal } from '../../shared/refusals'
import { digestOf } from '../database/digest'
import { IdempotencyKey } from '../database/entities/idempotency-key'
import type { Database, Reader, Tx } from '../database/source'
import { isDuplicate } from '../database/sql-errors'

/** Rural networks retry: the same key gives the same answer and one effect, for seven days. */
export interface Write {
  actorId: string
  requestKey: string
  /** Method, path and body, so that a key cannot be used on something else. */
  request: string
}

class KeyTaken extends Error {}

/** Sendings in hand, by account and key: the copies of one wait for it, and are not counted as more. */
const inHand = new Map<string, Promise<unknown>>()

/**
 * Runs `work` once for this key, in one transaction with the row that remembers the answer.
 * A refusal leaves no row behind, so what was refused may be sent again.
 * @param ready all that comes before the transaction: limits, guards, checks, what takes time. Left out for a key
 *   that was answered before, so that what was delivered can be sent again however often
 * @returns the answer as JSON text, and whether it was given before
 * @throws Refusal `key_reused` where the key came with another body
 */
export async function writeOnce<Ready>(
  database: Database,
  write: Write,
  now: Date,
  ready: () => Promise<Ready>,
  work: (tx: Tx, ready: Ready) => Promise<unknown>,
): Promise<Sent> {
  const bodyDigest = digestOf(write.request)
  const name = `${write.actorId} ${write.requestKey}`
  for (let other = inHand.get(name); other; other = inHand.get(name)) await other.catch(() => undefined)
  const sending = sendOnce(database, { ...write, bodyDigest }, now, ready, work)
  inHand.set(name, sending)
  return sending.finally(() => inHand.delete(name))
}

interface Sent {
  answer: string
  replayed: boolean
}
type Sending = Write & { bodyDigest: string }

async function sendOnce<Ready>(
  database: Database,
  sending: Sending,
  now: Date,
  ready: () => Promise<Ready>,
  work: (tx: Tx, ready: Ready) => Promise<unknown>,
): Promise<Sent> {
  const before = await answerBefore(database.reader, sending)
  if (before !== undefined) return { answer: before, replayed: true }
  const made = await ready()
  try {
    const answer = await database.transaction(async (tx) => {
      await claim(tx, sending, now)
      const text = JSON.stringify(await work(tx, made))
      await tx.update(
        IdempotencyKey,
        { actorId: sending.actorId, requestKey: sending.requestKey },
        { status: 200, answer: text },
      )
      return text
    })
    return { answer, replayed: false }
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error
    const answer = await answerBefore(database.reader, sending)
    if (answer === undefined) throw new Refusal('busy')
    return { answer, replayed: true }
  }
}

/** The unique key makes a second sender of the same key wait for the first one's end. */
async function claim(tx: Tx, { actorId, requestKey, bodyDigest }: Sending, now: Date) {
  try {
    await tx.insert(IdempotencyKey, {
      actorId,
      requestKey,
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

async function answerBefore(reader: Reader, sending: Sending): Promise<string | undefined> {
  const [row] = await reader.query<{ bodyDigest: string; answer: string | null }[]>(
    'SELECT body_digest AS bodyDigest, answer FROM idempotency_key WHERE actor_id = ? AND request_key = ?',
    [sending.actorId, sending.requestKey],
  )
  if (!row) return undefined
  if (row.bodyDigest !== sending.bodyDigest) throw new Refusal('key_reused')
  return row.answer ?? undefined
}
