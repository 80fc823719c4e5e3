import { isoInstant } from '../database/sql'
import type { PushResult } from '../gateways/wechat/push-result'
import { endOfRest } from './push-channel'
import { maySayStill, retryAt } from './retry'
import type { Owed } from './take-pushes'

/** What the row says from now on. */
export interface Outcome {
  /** `unknown`: WeChat may have taken it, and has not said so. */
  state: 'pending' | 'sent' | 'skipped' | 'dead' | 'unknown'
  reason: string | null
  next?: Date
  messageId?: string | null
  /** What WeChat told about the person's consent. */
  consent?: 'used' | 'exhausted'
  uncertain?: boolean
  /** The attempt is not held against the push. */
  attemptIsFree?: boolean
}

/** An unknown code gets this many attempts. */
const attemptsAtUnknown = 3
/** So long WeChat may take to tell of a message whose send brought no answer. */
const uncertainMs = 120_000

/** For the office. */
const unknownFate = '不知道送到没有：微信没有回音。请打电话告诉对方，或者再发一次'

export function outcomeOf(row: Owed, result: PushResult, now: Date): Outcome {
  const createdAt = new Date(isoInstant(row.createdAt))
  if (result.end === 'sent')
    return { state: 'sent', reason: null, messageId: result.messageId, consent: 'used' }
  if (result.end === 'dead') return { state: 'dead', reason: result.reason }
  if (result.end === 'skipped') {
    // The consent may have been used by the send that brought no answer.
    return row.uncertain && result.consentGone
      ? { state: 'unknown', reason: unknownFate }
      : { state: 'skipped', reason: result.reason, ...(result.consentGone ? { consent: 'exhausted' } : {}) }
  }
  if (result.end === 'rest') {
    const next = endOfRest(result.rest, now)
    return maySayStill(createdAt, next)
      ? { state: 'pending', reason: result.reason, next, attemptIsFree: true }
      : givenUp(row, result.reason)
  }
  // One more try was made; a third would be a third card on somebody's phone.
  if (result.uncertain && row.uncertain) return { state: 'unknown', reason: unknownFate }
  const next =
    result.unknownCode && row.attempts >= attemptsAtUnknown ? null : retryAt(row.attempts, createdAt, now)
  if (next === null) return givenUp(row, result.reason)
  const uncertain = result.uncertain === true
  const soonest = new Date(now.getTime() + uncertainMs)
  return {
    state: 'pending',
    reason: result.reason,
    next: uncertain && next < soonest ? soonest : next,
    uncertain,
  }
}

const givenUp = (row: Owed, reason: string): Outcome =>
  row.uncertain ? { state: 'unknown', reason: unknownFate } : { state: 'dead', reason }
