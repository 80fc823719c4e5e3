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
import { act } from '../../engine/act'
import { begin, personIdOf } from '../../engine/begin'
import { group } from '../../engine/holders'
import { refuseUnreached } from '../../features/places/reach'
import { kind as ballotKind } from '../group-ballot/kind'
import { openTally } from '../group-ballot/sealed-tally'
import { countedBefore } from '../group-ballot/tally'
import type { EffectOf } from './effect-of'
import { ofRound } from './rounds'

export async function openBallot({ tx, record, asker, form, now }: EffectOf<'openBallot'>) {
  const those = [group(record.leadGroupId ?? '')]
  await refuseUnreached(tx, record.townId, 'deputy_group', those, form.nobodyConfirmed === true)
  const id = newId()
  await tx.insert(GroupBallot, {
    id,
    townId: record.townId,
    ...ofRound(record),
    deputyGroupId: record.leadGroupId ?? '',
    openedAt: now,
    voters: 0,
    sealedTally: null,
  })
  await tx.insert(
    BallotTally,
    ratings.map((rating) => ({ groupBallotId: id, rating, votes: 0 })),
  )
  const party = 'person' in asker && asker.roles.includes('congressOffice') ? 'congressOffice' : 'groupLeader'
  const { townId } = record
  await begin(tx, ballotKind, { id, townId }, { party, personId: personIdOf(asker) }, now)
}

/**
 * Publishes what was voted, and only now writes it in the clear; where too few have voted, never.
 * @throws Refusal `busy` where a vote came in while it was being counted, `unavailable` where the votes do not open
 */
export async function closeBallot({ tx, record, asker, secretKey, now }: EffectOf<'closeBallot'>) {
  const [ballot] = await tx.query<{ id: string; voters: number; version: number; sealed: string | null }[]>(
    `SELECT b.id, b.voters, m.version, b.sealed_tally AS sealed FROM group_ballot b JOIN matter m ON m.id = b.id
     WHERE b.suggestion_id = ? AND m.state = 'open'`,
    [record.id],
  )
  if (!ballot) throw new Refusal('busy')
  if (secretKey === undefined) throw new Error('a ballot is closed by somebody, never by the clock')
  const { id, voters, version, sealed } = ballot
  const tally = sumOf(await countedBefore(tx, id), openTally(secretKey, id, sealed))
  const counted = await tx.update(GroupBallot, { id, voters }, { sealedTally: null })
  if (counted.affected !== 1) throw new Refusal('busy')
  await act(tx, ballotKind, asker, id, 'close', { version, form: {} }, now)
  const isShown = votesIn(tally) >= fewestVotes
  await tx.upsert(
    BallotTally,
    ratings.map((rating) => ({ groupBallotId: id, rating, votes: isShown ? tally[rating] : 0 })),
    ['groupBallotId', 'rating'],
  )
  const satisfaction = spokenTally(isShown ? tally : null)
  return { satisfaction, reason: satisfaction }
}

const ratings = Object.keys(satisfactions) as Satisfaction[]
const sumOf = (one: Tally, other: Tally): Tally => ({
  satisfied: one.satisfied + other.satisfied,
  basicallySatisfied: one.basicallySatisfied + other.basicallySatisfied,
  notSatisfied: one.notSatisfied + other.notSatisfied,
})
