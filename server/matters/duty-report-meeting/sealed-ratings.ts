import { type Ratings, ratings } from '../../../shared/matters/duty-report-meeting/words'
import { Refusal } from '../../../shared/words/refusals'
import { seal, unseal } from '../../database/seal'

/**
 * The sums of a rating that is on, as they lie in the database: sealed anew at every vote and always of the same length.
 * A copy from before a vote beside one from after it says nothing of what was voted.
 */
const placeOf = (meetingId: string) => `report_rating ${meetingId}`
const digits = 6

export type Sums = ReadonlyMap<string, Ratings>

export const noVotes: Ratings = { satisfied: 0, basicallySatisfied: 0, notSatisfied: 0 }

export function sealSums(secretKey: string, meetingId: string, sums: Sums) {
  const lines = [...sums].map(([reportId, votes]) =>
    [reportId, ...ratings.map((one) => String(votes[one]).padStart(digits, '0'))].join(' '),
  )
  return seal(secretKey, placeOf(meetingId), lines.sort().join('\n'))
}

/** @throws Refusal `unavailable` where the key of the server has been changed since */
export function openSums(secretKey: string, meetingId: string, sealed: string): Sums {
  const text = unseal(secretKey, placeOf(meetingId), sealed)
  if (text === undefined) throw new Refusal('unavailable', {}, keyChanged)
  return new Map(
    text.split('\n').map((line) => {
      const [reportId = '', ...votes] = line.split(' ')
      const [satisfied = 0, basicallySatisfied = 0, notSatisfied = 0] = votes.map(Number)
      return [reportId, { satisfied, basicallySatisfied, notSatisfied }]
    }),
  )
}

const keyChanged =
  '服务器的密钥（SECRET_KEY）换过，这一轮手机上交的票打不开。请点“本轮作废，重新表决”，全部改用纸质票。'
