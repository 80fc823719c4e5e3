import { type Arrived, Refusal } from '../../shared/words/refusals'
import { digestOf } from '../database/digest'
import { IdempotencyKey } from '../database/entities/sign-in/idempotency-key'
import type { Database, Reader, Tx } from '../database/source'
import { isDuplicate } from '../database/sql-errors'
import { arrivedOf, givenUp, keepAnswer, type KeptRow, keptColumns, openAnswer } from './kept-answers'

/**
 * Rural networks retry: the same key has one effect, for seven days; it gives the same answer while that is kept, and
 * afterwards tells what it made.
 */
export interface Write {
  actorId: string
  requestKey: string
  /** Method, path and body, so that a key cannot be used on something else. */
  request: string
  /** Its answer holds a secret. */
  secret: boolean
}

/** Where keys are kept, and what their answers are sealed with. */
export interface Store {
  database: Database
  secretKey: string
}

class KeyTaken extends Error {}

/**
 * Sendings in hand of one server, by account and key: the copies of one wait for it, and are not counted as more. Those
 * that another server has in hand meet at the unique key.
 */
type InHand = Map<string, Promise<unknown>>
const inHandOf = new WeakMap<Database, InHand>()

function handOf(database: Database): InHand {
  const known = inHandOf.get(database) ?? new Map<string, Promise<unknown>>()
  inHandOf.set(database, known)
  return known
}

const nameOf = ({ actorId, requestKey }: { actorId: string; requestKey: string }) =>
  `${actorId} ${requestKey}`

/** Whoever comes after it looks again and begins in the same breath, or two would begin at once. */
const endOf = (inHand: InHand, name: string) => inHand.get(name)?.catch(() => undefined)

/**
 * Runs `work` once for this key, in one transaction with the row that remembers the answer.
 * A refusal leaves no row behind, so what was refused may be sent again.
 * @param ready all that comes before the transaction: limits, guards, checks, what takes time. Left out for a key
 *   that was answered before, so that what was delivered can be sent again however often
 * @returns the answer as JSON text, and whether it was given before
 * @throws Refusal as `openAnswer` says, where the key came before
 */
export async function writeOnce<Ready>(
  store: Store,
  write: Write,
  now: Date,
  ready: () => Promise<Ready>,
  work: (tx: Tx, ready: Ready) => Promise<unknown>,
): Promise<Sent> {
  const bodyDigest = digestOf(write.request)
  const name = nameOf(write)
  const inHand = handOf(store.database)
  while (inHand.has(name)) await endOf(inHand, name)
  const sending = sendOnce(store, { ...write, bodyDigest }, now, ready, work)
  inHand.set(name, sending)
  return sending.finally(() => inHand.delete(name))
}

interface Sent {
  answer: string
  replayed: boolean
}
type Sending = Write & { bodyDigest: string }

async function sendOnce<Ready>(
  { database, secretKey }: Store,
  sending: Sending,
  now: Date,
  ready: () => Promise<Ready>,
  work: (tx: Tx, ready: Ready) => Promise<unknown>,
): Promise<Sent> {
  const { actorId, requestKey, bodyDigest, secret } = sending
  const before = await keptRow(database.reader, sending)
  if (before) return { answer: openAnswer(secretKey, sending, before, now), replayed: true }
  const made = await ready()
  try {
    const answer = await database.transaction(async (tx) => {
      await claim(tx, { actorId, requestKey, bodyDigest, status: 0 }, now)
      const answered = await work(tx, made)
      const text = JSON.stringify(answered)
      const kept = keepAnswer({ secretKey, actorId, requestKey }, { text, made: answered, secret }, now)
      await tx.update(IdempotencyKey, { actorId, requestKey }, kept)
      return text
    })
    return { answer, replayed: false }
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error
    const taken = await keptRow(database.reader, sending)
    if (!taken) throw new Refusal('busy')
    return { answer: openAnswer(secretKey, sending, taken, now), replayed: true }
  }
}

/**
 * Asks what became of a sending whose answer was lost. One that has not arrived is given up for good, so that it cannot
 * come to count after its sender has been told that it did not.
 */
export async function settleSending(
  { database }: Store,
  sender: { actorId: string; requestKey: string },
  now: Date,
): Promise<Arrived | null> {
  const inHand = handOf(database)
  while (inHand.has(nameOf(sender))) await endOf(inHand, nameOf(sender))
  try {
    await database.transaction((tx) => claim(tx, { ...sender, bodyDigest: '', status: givenUp }, now))
    return null
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error
    const row = await keptRow(database.reader, sender)
    if (!row) throw new Refusal('busy')
    return row.status === givenUp ? null : arrivedOf(row)
  }
}

/** The unique key makes a second sender of the same key wait for the first one's end. */
async function claim(
  tx: Tx,
  row: { actorId: string; requestKey: string; bodyDigest: string; status: number },
  now: Date,
) {
  try {
    await tx.insert(IdempotencyKey, { ...row, answer: null, createdAt: now })
  } catch (error) {
    if (isDuplicate(error)) throw new KeyTaken()
    throw error
  }
}

async function keptRow(
  reader: Reader,
  { actorId, requestKey }: { actorId: string; requestKey: string },
): Promise<KeptRow | undefined> {
  const [row] = await reader.query<KeptRow[]>(
    `SELECT ${keptColumns} FROM idempotency_key WHERE actor_id = ? AND request_key = ?`,
    [actorId, requestKey],
  )
  return row
}
