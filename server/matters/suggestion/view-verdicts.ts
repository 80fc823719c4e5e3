import type { Verdicts } from '../../../shared/matters/group-ballot/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import type { Satisfaction } from '../../../shared/words/words'
import { instantText, isoInstant } from '../../database/sql'
import { part, type RowsOf } from '../../database/together'
import { residentVerdictsPart, tallyOf } from '../opinion/resident-verdicts'
import { shownTally } from '../group-ballot/tally'

interface Ballot {
  id: string
  name: string
  closedAt: string | null
  voters: number
}

export const partsOfVerdicts = (id: string) => ({
  residents: residentVerdictsPart([id]),
  ballots: part<Ballot>({
    columns: {
      id: 'b.id',
      name: 'g.name',
      closedAt: `CASE WHEN m.state = 'closed' THEN ${instantText('m.state_since')} END`,
      voters: 'b.voters',
    },
    from: `FROM group_ballot b JOIN matter m ON m.id = b.id JOIN deputy_group g ON g.id = b.deputy_group_id
      WHERE b.suggestion_id = ?`,
    order: 'b.round_no DESC',
    parameters: [id],
  }),
  tallies: part<{ ballotId: string; rating: Satisfaction; votes: number }>({
    columns: { ballotId: 't.group_ballot_id', rating: 't.rating', votes: 't.votes' },
    from: `FROM group_ballot b JOIN matter m ON m.id = b.id AND m.state = 'closed'
      JOIN ballot_tally t ON t.group_ballot_id = b.id WHERE b.suggestion_id = ?`,
    order: 't.rating',
    parameters: [id],
  }),
})

/** What the lead deputy, the residents and the group say of the result: three verdicts, never one figure. */
export function presentVerdicts(
  id: string,
  rows: RowsOf<ReturnType<typeof partsOfVerdicts>> & {
    evaluations: readonly { attitude: Satisfaction; result: Satisfaction }[]
  },
): Verdicts {
  const last = rows.evaluations[rows.evaluations.length - 1]
  const [ballot] = rows.ballots
  return {
    deputy: last ? { attitude: last.attitude, result: last.result } : null,
    residents: tallyOf(rows.residents, id),
    group: ballot ? presentBallot(ballot, rows.tallies) : null,
  }
}

const presentBallot = (
  { id, name, voters, closedAt }: Ballot,
  tallies: RowsOf<ReturnType<typeof partsOfVerdicts>>['tallies'],
): Verdicts['group'] => ({
  name,
  voters,
  closedOn: closedAt === null ? null : beijingDay(new Date(isoInstant(closedAt))),
  tally: closedAt === null ? null : shownTally(tallies.filter(({ ballotId }) => ballotId === id)),
})
