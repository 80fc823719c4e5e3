import { numberOf } from '../../shared/words/messages'
import { type Arrived, Refusal, refusals } from '../../shared/words/refusals'
import { seal, unseal } from '../database/seal'
import { instantText, isoInstant } from '../database/sql'

/** A phone that did not hear the answer asks again within the day; a secret is waited for on the spot. */
const keptMs = { plain: 24 * 3_600_000, secret: 10 * 60_000 }

/** What the column holds. */
const longestSealed = 60_000

/** The work is kept. */
export const done = 200
/** A sending that its sender has given up: it never counts, should it still arrive. */
export const givenUp = 410

export interface KeptRow {
  bodyDigest: string
  status: number
  answer: string | null
  answerUntil: string | null
  madeId: string | null
  createdAt: string
}

export const keptColumns = {
  ...{ bodyDigest: 'i.body_digest', status: 'i.status', answer: 'i.answer' },
  ...{
    answerUntil: instantText('i.answer_until'),
    madeId: 'i.made_id',
    createdAt: instantText('i.created_at'),
  },
}

interface Place {
  actorId: string
  requestKey: string
}
const placeOf = ({ actorId, requestKey }: Place) => `answer ${actorId} ${requestKey}`

/** What is kept of an answer: sealed, because it may hold names, numbers and codes, and no longer than it is of use. */
export function keepAnswer(
  { secretKey, ...place }: Place & { secretKey: string },
  answer: { text: string; made: unknown; secret: boolean },
  now: Date,
) {
  const sealed = seal(secretKey, placeOf(place), answer.text)
  const until = new Date(now.getTime() + keptMs[answer.secret ? 'secret' : 'plain'])
  return {
    status: done,
    madeId: idOf(answer.made),
    ...(sealed.length <= longestSealed ? { answer: sealed, answerUntil: until } : {}),
  }
}

/** The matter that an answer shows. */
export function idOf(made: unknown): string | null {
  const id = (made as { id?: unknown } | null)?.id
  return typeof id === 'string' && /^[0-9a-z]{26}$/.test(id) ? id : null
}

/**
 * The answer that was given to the same sending.
 * @throws Refusal `key_reused` where it was another one, `arrived_before` where its answer is not kept any more,
 *   `sending_given_up` where its sender has given it up
 */
export function openAnswer(
  secretKey: string,
  sending: Place & { bodyDigest: string },
  row: KeptRow,
  now: Date,
): string {
  checkSame(sending, row)
  const kept = row.answerUntil !== null && isoInstant(row.answerUntil) > now.toISOString() ? row.answer : null
  const text = kept === null ? undefined : unseal(secretKey, placeOf(sending), kept)
  if (text === undefined) throw arrivedBefore(row)
  return text
}

/** @throws Refusal `key_reused` where it was another sending, `sending_given_up` where its sender has given it up */
export function checkSame(sending: { bodyDigest: string }, row: KeptRow) {
  if (row.status === givenUp) throw new Refusal('sending_given_up')
  if (row.bodyDigest !== sending.bodyDigest) throw arrivedInstead('key_reused', row)
}

/** Whoever sends the same again is shown it as long as an answer would be kept. */
export const isShownStill = ({ createdAt }: KeptRow, now: Date) =>
  new Date(isoInstant(createdAt)).getTime() + keptMs.plain > now.getTime()

export const arrivedBefore = (row: KeptRow) => arrivedInstead('arrived_before', row)

function arrivedInstead(code: 'key_reused' | 'arrived_before', row: KeptRow) {
  const no = row.madeId === null ? '' : `（编号 ${numberOf(row.madeId)}）`
  return new Refusal(code, {}, refusals[code][1].replace('{no}', no), undefined, arrivedOf(row))
}

export const arrivedOf = (row: KeptRow): Arrived => ({ id: row.madeId, at: isoInstant(row.createdAt) })
