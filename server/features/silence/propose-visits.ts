import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { proposeVisits } from '../../../shared/api/silence'
import { addMonths, type Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { readMarked } from './marked'

/** Where somebody called within these months, nobody is sent again. */
const calledMonths = 3

/**
 * Where the deputies of a group may call next: its villages that are silent, until one of the deputies was there. It is a
 * proposal; nobody is asked afterwards whether they went.
 */
export async function readProposedVisits(
  reader: Reader,
  townId: string,
  groupId: string,
  today: Day,
): Promise<OutputOf<typeof proposeVisits>['villages']> {
  const { found } = await readMarked(reader, townId, today)
  const silent = (found ?? []).filter((one) => one.groupId === groupId && one.mark === 'silent')
  if (silent.length === 0) return []
  const called = await reader.query<{ villageId: string | null }[]>(
    `SELECT r.village_id AS villageId FROM visit r
     WHERE r.town_id = ? AND r.visited_on >= ? AND r.ended_on IS NULL`,
    [townId, addMonths(today, -calledMonths)],
  )
  return silent
    .filter(({ id }) => !called.some(({ villageId }) => villageId === id))
    .map(({ id, name, expected, together }) => ({
      ...{ id, name, together },
      expected: Math.round(expected * 10) / 10,
    }))
}
