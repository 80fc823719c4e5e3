import { yearToLoad } from '../../shared/rules/calendar'
import { beijingDay, startOfDay } from '../../shared/rules/days'
import { calendarPage } from '../../shared/words/pages'
import { readCalendar } from '../engine/read-calendar'
import { tell } from '../engine/tell'
import { onceTold } from './once-told'
import type { JobParts } from './runner'

/** Once for each year: the office is told that the list of days off ought to be loaded by now. */
export async function remindOfHolidays({ database, now }: JobParts, townId: string) {
  const year = yearToLoad(beijingDay(now()), await readCalendar(database.reader, townId))
  if (year === undefined) return
  const notice = { matterId: townId, stateSince: startOfDay(`${year}-01-01`), urgency: 'dueSoon' as const }
  await onceTold(database, notice, now(), async (tx) => {
    const office = await tx.query<{ id: string }[]>(
      "SELECT DISTINCT person_id AS id FROM post WHERE town_id = ? AND post_kind = 'congressOffice'",
      [townId],
    )
    await tell(
      tx,
      office.map(({ id }) => ({
        townId,
        recipientId: id,
        recipientKind: 'person',
        text: `请载入 ${year} 年放假安排：国务院办公厅一般十一月公布。没有载入以前，落在 ${year} 年的期限是暂定的。`,
        page: calendarPage(townId),
        push: 'task',
        number: String(year),
      })),
      now(),
    )
  })
}
