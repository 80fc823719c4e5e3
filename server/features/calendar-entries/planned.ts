import type { PlannedThing } from '../../../shared/api/calendar-entries'
import { spokenMonths } from '../../../shared/matters/activity-plan/words'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { countedIn } from '../../matters/activity-plan/kind'
import { readActivityPlan } from '../../matters/activity-plan/record'

/** What may be held in any month of the year is no matter of this one. */
const longest = 3

/**
 * What the plan of the year wants in this month, and was not held as often yet; it has no day before it is convened.
 * @param month `2026-05`
 */
export async function readPlanned(
  reader: Reader,
  townId: string,
  month: string,
  today: Day,
): Promise<PlannedThing[]> {
  const [year, at] = month.split('-').map(Number) as [number, number]
  const [plan] = await reader.query<{ id: string }[]>(
    `SELECT p.id FROM activity_plan p JOIN matter m ON m.id = p.id AND m.state <> 'draft'
     WHERE p.town_id = ? AND p.year = ?`,
    [townId, year],
  )
  const record = plan && (await readActivityPlan(reader, townId, plan.id))
  if (record === undefined) return []
  return countedIn(record, today)
    .counted.filter(
      ({ item: { firstMonth, lastMonth, times }, done }) =>
        firstMonth <= at && at <= lastMonth && lastMonth - firstMonth < longest && done < times,
    )
    .map(({ item: { title, firstMonth, lastMonth, times }, done }) => ({
      ...{ title, months: spokenMonths(firstMonth, lastMonth), times: times - done },
    }))
}
