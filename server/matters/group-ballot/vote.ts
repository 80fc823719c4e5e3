import { decide } from '../../../shared/grammar/decide'
import { type GroupBallotParty, groupBallotTable } from '../../../shared/matters/group-ballot/table'
import { Refusal } from '../../../shared/words/refusals'
import type { Satisfaction } from '../../../shared/words/words'
import { BallotVoter } from '../../database/entities/matters/ballot-voter'
import { GroupBallot } from '../../database/entities/matters/group-ballot'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import { refresh } from '../../engine/refresh'
import { readAround, standingIn } from '../../engine/standing'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import { readBallot } from './record'
import { openTally, sealTally } from './sealed-tally'

/**
 * The table says who may vote, and when; but a vote is no step that moves the ballot: no version grows with it, and no
 * event tells in which order people voted. Who voted and what was voted are written apart and never meet again.
 * @throws Refusal `not_found`, `not_your_ballot`, `ballot_closed`, `already_voted`, `unavailable`
 */
export async function castVote(
  tx: Tx,
  secretKey: string,
  actor: Actor,
  ballotId: string,
  rating: Satisfaction,
  now: Date,
) {
  const { townId } = actor
  const ballot = await readBallot(tx, townId, ballotId)
  if (!ballot) throw new Refusal('not_found')
  const { holders, calendar } = await readAround<GroupBallotParty>(tx, actor, [ballotId])
  const parties = holders.get(ballotId) ?? new Map<GroupBallotParty, string>()
  // To whoever has no part in it there is no such ballot.
  if (parties.size === 0) throw new Refusal('not_found')
  if (parties.has('voter')) throw new Refusal('already_voted')
  if (!parties.has('groupMember')) throw new Refusal('not_your_ballot')
  const standing = standingIn(kind, ballot, actor, parties, calendar, now)
  decide(groupBallotTable, 'vote', standing, { rating })

  try {
    await tx.insert(BallotVoter, { groupBallotId: ballotId, personId: actor.person?.id ?? '' })
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('already_voted') : error
  }
  // Whoever ends it counts first and moves it then: a vote comes before both, or finds it ended.
  const counted = await tx
    .createQueryBuilder()
    .update(GroupBallot)
    .set({ voters: () => 'voters + 1' })
    .where('id = :id', { id: ballotId })
    .andWhere("EXISTS (SELECT 1 FROM matter m WHERE m.id = group_ballot.id AND m.state = 'open')")
    .execute()
  if (counted.affected !== 1) throw new Refusal('ballot_closed')
  // The row is ours until the end of the transaction, so nobody counts between these two.
  const [open] = await tx.query<{ sealed: string | null }[]>(
    'SELECT sealed_tally AS sealed FROM group_ballot WHERE id = ?',
    [ballotId],
  )
  const tally = openTally(secretKey, ballotId, open?.sealed ?? null)
  const sealedTally = sealTally(secretKey, ballotId, { ...tally, [rating]: tally[rating] + 1 })
  await tx.update(GroupBallot, { id: ballotId }, { sealedTally })
  await refresh(tx, kind.table.kind, townId, ballotId, now)
}
