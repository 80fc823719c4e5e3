import type { Verdicts } from '../../../shared/matters/group-ballot/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import type { Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { readTallies } from '../group-ballot/tally'

/** What the lead deputy, the residents and the group say of the result: three verdicts, never one figure. */
export async function viewVerdicts(reader: Reader, id: string): Promise<Verdicts> {
  const [deputy] = await reader.query<{ attitude: Satisfaction; result: Satisfaction }[]>(
    `SELECT attitude_rating AS attitude, result_rating AS result FROM evaluation
     WHERE suggestion_id = ? ORDER BY round_no DESC LIMIT 1`,
    [id],
  )
  return {
    deputy: deputy ?? null,
    residents: await readResidents(reader, id),
    group: await readGroup(reader, id),
  }
}

async function readResidents(reader: Reader, id: string): Promise<Verdicts['residents']> {
  const rows = await reader.query<{ rating: Satisfaction; count: number | string }[]>(
    `SELECT rating, COUNT(*) AS count FROM resident_opinion
     WHERE suggestion_id = ? AND rating IS NOT NULL GROUP BY rating`,
    [id],
  )
  if (rows.length === 0) return null
  const of = (rating: Satisfaction) => Number(rows.find((row) => row.rating === rating)?.count ?? 0)
  return {
    satisfied: of('satisfied'),
    basicallySatisfied: of('basicallySatisfied'),
    notSatisfied: of('notSatisfied'),
  }
}

async function readGroup(reader: Reader, id: string): Promise<Verdicts['group']> {
  const [ballot] = await reader.query<
    { id: string; name: string; closedAt: string | null; voters: number }[]
  >(
    `SELECT b.id, g.name, b.closed_at AS closedAt, b.voters
     FROM group_ballot b JOIN deputy_group g ON g.id = b.deputy_group_id
     WHERE b.suggestion_id = ? ORDER BY b.round_no DESC LIMIT 1`,
    [id],
  )
  if (!ballot) return null
  const closed = ballot.closedAt !== null
  return {
    name: ballot.name,
    voters: ballot.voters,
    closedOn: ballot.closedAt === null ? null : beijingDay(new Date(isoInstant(ballot.closedAt))),
    tally: closed ? (await readTallies(reader, [ballot.id]))(ballot.id) : null,
  }
}
