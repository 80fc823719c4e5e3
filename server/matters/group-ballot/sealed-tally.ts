import type { Tally } from '../../../shared/matters/group-ballot/appraisals'
import { Refusal } from '../../../shared/words/refusals'
import { seal, unseal } from '../../database/seal'

/**
 * The votes of an open ballot as they lie in the database: sealed with the key of the server, anew at every vote and
 * always of the same length. Whoever has the database, or a copy from before and one from after a vote, learns nothing;
 * whoever has the key as well and looks after every vote could. No count that is kept can shut that one out.
 */
const placeOf = (ballotId: string) => `group_ballot ${ballotId}`
const order = ['satisfied', 'basicallySatisfied', 'notSatisfied'] as const

export const sealTally = (secretKey: string, ballotId: string, tally: Tally) =>
  seal(secretKey, placeOf(ballotId), order.map((rating) => String(tally[rating]).padStart(6, '0')).join(' '))

/** @throws Refusal `unavailable` where the key of the server has been changed since */
export function openTally(secretKey: string, ballotId: string, sealed: string | null): Tally {
  if (sealed === null) return { satisfied: 0, basicallySatisfied: 0, notSatisfied: 0 }
  const text = unseal(secretKey, placeOf(ballotId), sealed)
  if (text === undefined) throw new Refusal('unavailable', {}, keyChanged)
  const [satisfied = 0, basicallySatisfied = 0, notSatisfied = 0] = text.split(' ').map(Number)
  return { satisfied, basicallySatisfied, notSatisfied }
}

const keyChanged =
  '服务器的密钥（SECRET_KEY）换过，这次评议已经投的票打不开。请管理员换回原来的密钥，再投票或结束评议。'
