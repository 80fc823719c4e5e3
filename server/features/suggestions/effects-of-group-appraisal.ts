import { IsNull } from 'typeorm'
import { spokenTally } from '../../../shared/appraisals'
import { Refusal } from '../../../shared/refusals'
import { type Satisfaction, satisfactions } from '../../../shared/words'
import { BallotTally } from '../../database/entities/ballot-tally'
import { GroupBallot } from '../../database/entities/group-ballot'
import { newId } from '../../database/id'
import { countVotes, readTallies } from '../appraisals/tally'
import type { EffectOf } from './effects'
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
  })
  await tx.insert(
    BallotTally,
    (Object.keys(satisfactions) as Satisfaction[]).map((rating) => ({ groupBallotId: id, rating, votes: 0 })),
  )
}

/** @throws Refusal `busy` where a vote came in while it was being counted */
export async function closeBallot({ tx, suggestion, now }: EffectOf<'closeBallot'>) {
  const [ballot] = await tx.query<{ id: string }[]>(
    'SELECT id FROM group_ballot WHERE suggestion_id = ? AND closed_at IS NULL',
    [suggestion.id],
  )
  const id = ballot?.id ?? ''
  const tallyOf = await readTallies(tx, [id])
  const voters = await countVotes(tx, id)
  const closed = await tx.update(GroupBallot, { id, closedAt: IsNull(), voters }, { closedAt: now })
  if (closed.affected !== 1) throw new Refusal('busy')
  const satisfaction = spokenTally(tallyOf(id))
  return { satisfaction, reason: satisfaction }
}
