import { type Arrived, Refusal } from '../../shared/words/refusals'
import { digestOf } from '../database/digest'
import { IdempotencyKey } from '../database/entities/sign-in/idempotency-key'
import type { Access, Reader, Tx } from '../database/source'
import { isDuplicate } from '../database/sql-errors'
import { part, readTogether } from '../database/together'
import { type Account, accountParameter, accountSql } from './account'
import {
  arrivedBefore,
  arrivedOf,
  checkSame,
  done,
  givenUp,
  idOf,
  isShownStill,
  keepAnswer,
  type KeptRow,
  keptColumns,
  openAnswer,
} from './kept-answers'

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
  /** What was found under this key when it came. */
  before: KeptRow | undefined
  /** The id of what it is about, where it names that. */
  about: string | null
}

/** Where keys are kept, what their answers are sealed with, and what is in hand. */
export interface Store {
  database: Access
  secretKey: string
  inHand: InHand
}

class KeyTaken extends Error {}

/**
 * Sendings in hand of one server, by account and key: the copies of one wait for it, and are not counted as more. Those
 * that another server has in hand meet at the unique key.
 */
export type InHand = Map<string, Promise<unknown>>

/** What is done for a sending, each time that it has not been done before. */
export interface Work<Ready, Made> {
  /**
   * All that comes before the transaction: limits, guards, checks, what takes time. Left out for a key that was answered
   * before, so that what was delivered can be sent again however often.
   */
  ready: () => Promise<Ready>
  /** @returns the answer; with `show` what was made */
  work: (tx: Tx, ready: Ready) => Promise<Made>
  /**
   * Reads the answer once all is kept, and again for whoever sends it again; then only the id of what was made is known.
   * Without it the answer is made in the transaction and remembered as it was.
   */
  show?: (id: string | null, first?: { made: Made }) => Promise<unknown>
}

const nameOf = ({ actorId, requestKey }: { actorId: string; requestKey: string }) =>
  `${actorId} ${requestKey}`

/** Whoever comes after it looks again and begins in the same breath, or two would begin at once. */
const endOf = (inHand: InHand, name: string) => inHand.get(name)?.catch(() => undefined)

/**
 * Does the work once for this key, in one transaction with the row that remembers it.
 * A refusal leaves no row behind, so what was refused may be sent again.
 * @returns the answer as JSON text, and whether it was given before
 * @throws Refusal as `openAnswer` says, where the key came before
 */
export async function writeOnce<Ready, Made>(
  store: Store,
  write: Write,
  now: Date,
  work: Work<Ready, Made>,
): Promise<Sent> {
  const bodyDigest = digestOf(write.request)
  const name = nameOf(write)
  const { inHand } = store
  // What was found before a copy of it had ended says nothing any more.
  const isKnown = !inHand.has(name)
  while (inHand.has(name)) await endOf(inHand, name)
  const sending = sendOnce(store, { ...write, bodyDigest, isKnown }, now, work)
  inHand.set(name, sending)
  return sending.finally(() => inHand.delete(name))
}

interface Sent {
  answer: string
  replayed: boolean
}
type Sending = Write & { bodyDigest: string; isKnown: boolean }

async function sendOnce<Ready, Made>(
  { database, secretKey }: Store,
  sending: Sending,
  now: Date,
  { ready, work, show }: Work<Ready, Made>,
): Promise<Sent> {
  const { actorId, requestKey, bodyDigest, secret, about, isKnown } = sending
  const again = async (row: KeptRow): Promise<Sent> => ({
    answer: show ? await shownAgain(sending, row, now, show) : openAnswer(secretKey, sending, row, now),
    replayed: true,
  })
  const before = isKnown ? sending.before : await keptRow(database.reader, actorId, requestKey)
  if (before) return again(before)
  let prepared: Ready
  try {
    prepared = await ready()
  } catch (error) {
    // A copy that was in hand when this one was looked up may have been answered since.
    const late = await keptRow(database.reader, actorId, requestKey)
    if (late) return again(late)
    throw error
  }
  try {
    const { made, id, text } = await database.transaction(async (tx) => {
      const place = { actorId, requestKey }
      await claim(
        tx,
        { ...place, bodyDigest, ...(show ? { status: done, madeId: about } : { status: 0 }) },
        now,
      )
      const made = await work(tx, prepared)
      const id = idOf(made) ?? about
      if (show) {
        if (id !== about) await tx.update(IdempotencyKey, place, { madeId: id })
        return { made, id }
      }
      const text = JSON.stringify(made)
      await tx.update(IdempotencyKey, place, keepAnswer({ secretKey, ...place }, { text, made, secret }, now))
      return { made, id, text }
    })
    return { answer: text ?? JSON.stringify(await show?.(id, { made })), replayed: false }
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error
    const taken = await keptRow(database.reader, actorId, requestKey)
    if (!taken) throw new Refusal('busy')
    return again(taken)
  }
}

/** What was done, as whoever sent it may see it now. */
async function shownAgain(
  sending: Sending,
  row: KeptRow,
  now: Date,
  show: (id: string | null) => Promise<unknown>,
): Promise<string> {
  checkSame(sending, row)
  if (!isShownStill(row, now)) throw arrivedBefore(row)
  try {
    return JSON.stringify(await show(row.madeId))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') throw arrivedBefore(row)
    throw error
  }
}

/**
 * Asks what became of a sending whose answer was lost. One that has not arrived is given up for good, so that it cannot
 * come to count after its sender has been told that it did not.
 */
export async function settleSending(
  { database, inHand }: Omit<Store, 'secretKey'>,
  sender: { actorId: string; requestKey: string },
  now: Date,
): Promise<Arrived | null> {
  while (inHand.has(nameOf(sender))) await endOf(inHand, nameOf(sender))
  const { actorId, requestKey } = sender
  try {
    await database.transaction((tx) => claim(tx, { ...sender, bodyDigest: '', status: givenUp }, now))
    return null
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error
    const row = await keptRow(database.reader, actorId, requestKey)
    if (!row) throw new Refusal('busy')
    return row.status === givenUp ? null : arrivedOf(row)
  }
}

/** The unique key makes a second sender of the same key wait for the first one's end. */
async function claim(
  tx: Tx,
  row: { actorId: string; requestKey: string; bodyDigest: string; status: number; madeId?: string | null },
  now: Date,
) {
  try {
    await tx.insert(IdempotencyKey, { ...row, answer: null, createdAt: now })
  } catch (error) {
    if (isDuplicate(error)) throw new KeyTaken()
    throw error
  }
}

/** What was kept for this key, if anything was. */
export async function keptRow(
  reader: Reader,
  account: Account,
  requestKey: string,
): Promise<KeptRow | undefined> {
  const { rows } = await readTogether(reader, {
    rows: part<KeptRow>({
      columns: keptColumns,
      from: `FROM idempotency_key i WHERE i.actor_id = ${accountSql(account)} AND i.request_key = ?`,
      order: 'i.request_key',
      parameters: [accountParameter(account), requestKey],
    }),
  })
  return rows[0]
}
