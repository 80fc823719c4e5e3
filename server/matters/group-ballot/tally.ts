import { fewestVotes, type Tally, votesIn } from '../../../shared/matters/group-ballot/appraisals'
import type { Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'

const nothing: Tally = { satisfied: 0, basicallySatisfied: 0, notSatisfied: 0 }

/** What may be read of each of these ballots, which are closed; null where too few have voted. */
export async function readTallies(
  reader: Reader,
  closedBallotIds: readonly string[],
): Promise<(ballotId: string) => Tally | null> {
  const rows = await reader.query<{ ballotId: string; rating: Satisfaction; votes: number }[]>(
    `SELECT group_ballot_id AS ballotId, rating, votes FROM ballot_tally
     WHERE group_ballot_id IN (${marks(closedBallotIds)})`,
    [...closedBallotIds],
  )
  return (ballotId) => shownTally(rows.filter((row) => row.ballotId === ballotId))
}

/** What may be read of a ballot that is closed, from its rows. */
export function shownTally(rows: readonly { rating: Satisfaction; votes: number }[]): Tally | null {
  const tally = rows.reduce((sum, { rating, votes }) => ({ ...sum, [rating]: votes }), nothing)
  return votesIn(tally) < fewestVotes ? null : tally
}

/** What was counted in the clear before the votes of open ballots were sealed. */
export async function countedBefore(reader: Reader, ballotId: string): Promise<Tally> {
  const rows = await reader.query<{ rating: Satisfaction; votes: number }[]>(
    'SELECT rating, votes FROM ballot_tally WHERE group_ballot_id = ?',
    [ballotId],
  )
  return rows.reduce((sum, { rating, votes }) => ({ ...sum, [rating]: votes }), nothing)
}
