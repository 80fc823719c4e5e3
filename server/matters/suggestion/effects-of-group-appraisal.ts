import { IsNull } from 'typeorm'
import {
  fewestVotes,
  spokenTally,
  type Tally,
  votesIn,
} from '../../../shared/matters/group-ballot/appraisals'
import { Refusal } from '../../../shared/words/refusals'
import { type Satisfaction, satisfactions } from '../../../shared/words/words'
import { BallotTally } from '../../database/entities/matters/ballot-tally'
import { GroupBallot } from '../../database/entities/matters/group-ballot'
import { newId } from '../../database/id'
import { openTally } from '../group-ballot/sealed-tally'
import { countedBefore } from '../group-ballot/tally'
import type { EffectOf } from './effect-of'
import { ofRound } from './rounds'

export async function openBallot({ tx, suggestion, now }: EffectOf<'openBallot'>) {
  const id = newId()
  await tx.insert(GroupBallot, {
    id,
    townId: suggestion.townId,
    ...ofRound(suggestion),
    deputyGroupId: suggestion.leadGroupId ?? '',
    openedAt: now,
    closedAt: null,
    voters: 0,
    sealedTally: null,
  })
  await tx.insert(
    BallotTally,
    ratings.map((rating) => ({ groupBallotId: id, rating, votes: 0 })),
  )
}

/**
 * Publishes what was voted, and only now writes it in the clear; where too few have voted, never.
 * @throws Refusal `busy` where a vote came in while it was being counted, `unavailable` where the votes do not open
 */
export async function closeBallot({ tx, suggestion, secretKey, now }: EffectOf<'closeBallot'>) {
  const [ballot] = await tx.query<{ id: string; voters: number; sealed: string | null }[]>(
    `SELECT id, voters, sealed_tally AS sealed FROM group_ballot WHERE suggestion_id = ? AND closed_at IS NULL`,
    [suggestion.id],
  )
  if (!ballot) throw new Refusal('busy')
  if (secretKey === undefined) throw new Error('a ballot is closed by somebody, never by the clock')
  const { id, voters, sealed } = ballot
  const tally = sumOf(await countedBefore(tx, id), openTally(secretKey, id, sealed))
  const closed = await tx.update(
    GroupBallot,
    { id, closedAt: IsNull(), voters },
    { closedAt: now, sealedTally: null },
  )
  if (closed.affected !== 1) throw new Refusal('busy')
  const isShown = votesIn(tally) >= fewestVotes
  for (const rating of ratings)
    await tx.update(BallotTally, { groupBallotId: id, rating }, { votes: isShown ? tally[rating] : 0 })
  const satisfaction = spokenTally(isShown ? tally : null)
  return { satisfaction, reason: satisfaction }
}

const ratings = Object.keys(satisfactions) as Satisfaction[]
const sumOf = (one: Tally, other: Tally): Tally => ({
  satisfied: one.satisfied + other.satisfied,
  basicallySatisfied: one.basicallySatisfied + other.basicallySatisfied,
  notSatisfied: one.notSatisfied + other.notSatisfied,
})
