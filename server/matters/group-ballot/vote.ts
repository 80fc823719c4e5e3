import { IsNull } from 'typeorm'
import { Refusal } from '../../../shared/words/refusals'
import type { Satisfaction } from '../../../shared/words/words'
import { BallotVoter } from '../../database/entities/matters/ballot-voter'
import { GroupBallot } from '../../database/entities/matters/group-ballot'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import type { Actor } from '../../http/actor'
import { openTally, sealTally } from './sealed-tally'

/**
 * Who voted and what was voted are written apart and never meet again.
 * @throws Refusal `not_found`, `not_your_ballot`, `ballot_closed`, `already_voted`, `unavailable`
 */
export async function castVote(
  tx: Tx,
  secretKey: string,
  actor: Actor,
  ballotId: string,
  rating: Satisfaction,
) {
  const personId = actor.person?.id ?? ''
  const [ballot] = await tx.query<{ isMember: number }[]>(
    `SELECT (SELECT COUNT(*) FROM person p WHERE p.id = ? AND p.deputy_group_id = b.deputy_group_id) AS isMember
     FROM group_ballot b WHERE b.town_id = ? AND b.id = ?`,
    [personId, actor.townId, ballotId],
  )
  if (!ballot) throw new Refusal('not_found')
  if (Number(ballot.isMember) === 0) throw new Refusal('not_your_ballot')
  try {
    await tx.insert(BallotVoter, { groupBallotId: ballotId, personId })
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('already_voted') : error
  }
  const counted = await tx.increment(GroupBallot, { id: ballotId, closedAt: IsNull() }, 'voters', 1)
  if (counted.affected !== 1) throw new Refusal('ballot_closed')
  // The row is ours until the end of the transaction, so nobody counts between these two.
  const [open] = await tx.query<{ sealed: string | null }[]>(
    'SELECT sealed_tally AS sealed FROM group_ballot WHERE id = ?',
    [ballotId],
  )
  const tally = openTally(secretKey, ballotId, open?.sealed ?? null)
  const sealedTally = sealTally(secretKey, ballotId, { ...tally, [rating]: tally[rating] + 1 })
  await tx.update(GroupBallot, { id: ballotId }, { sealedTally })
}
