import { turnsOf } from '../../../shared/grammar/whole-rows'
import { type OpinionParty, type OpinionState, opinionTable } from '../../../shared/matters/opinion/table'
import { beijingDay, daysBetween } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { isoInstant, quoted, sqlInstant } from '../../database/sql'

/** Who owes a resident a word. */
const owing = ['deputy', 'congressOffice'] as const satisfies OpinionParty[]
const statesOwed = (Object.keys(opinionTable.states) as OpinionState[]).filter((state) =>
  turnsOf(opinionTable.states[state]).some((party) => (owing as readonly string[]).includes(party)),
)

/** How many residents of a town wait for a word, how many of them too long, and for how many days the first of these. */
export async function countWaitingResidents(reader: Reader, townId: string, now: Date) {
  const [at, today] = [sqlInstant(now), beijingDay(now)]
  const [found] = await reader.query<{ count: number; late: number | null; oldest: string | null }[]>(
    `SELECT COUNT(*) AS count, SUM(CASE WHEN h.at <= ? THEN 1 ELSE 0 END) AS late, MIN(h.at) AS oldest
     FROM matter m JOIN matter_holder h ON h.matter_id = m.id
     WHERE m.kind = 'opinion' AND m.state IN (${quoted(statesOwed)}) AND m.town_id = ? AND h.lane = 'mine'
       AND h.party IN (${quoted(owing)}) AND h.from_on <= ? AND h.until_on >= ?`,
    [at, townId, today, today],
  )
  const late = Number(found?.late ?? 0)
  const first = late > 0 ? (found?.oldest ?? null) : null
  return {
    count: Number(found?.count ?? 0),
    late,
    days: first === null ? 0 : daysBetween(beijingDay(new Date(isoInstant(first))), today),
  }
}
