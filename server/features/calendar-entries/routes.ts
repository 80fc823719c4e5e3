import {
  fileReaches,
  showCalendarEntries,
  showPublicCalendar,
  takePublicCalendar,
} from '../../../shared/api/calendar-entries'
import { mayDo } from '../../../shared/permissions'
import { addDays, beijingDay } from '../../../shared/rules/days'
import { daysOfMonth, monthOf } from '../../../shared/rules/months'
import type { Bind } from '../../http/bind'
import { guardPublic } from '../../matters/content-check/guard-public'
import { knownTown } from '../towns/known-town'
import { calendarFile } from './calendar-file'
import { eventsOf } from './events'
import { readPlanned } from './planned'
import { readCalendarOf, readPublicCalendar, shownOf } from './read-calendar'

export function routes(bind: Bind) {
  bind.read(showCalendarEntries, async ({ reader, actor, query, now }) => {
    const today = beijingDay(now)
    const month = query.month ?? monthOf(today)
    return {
      month,
      entries: await readCalendarOf(reader, actor, daysOfMonth(month)),
      planned: mayDo('followMeetings', actor.roles)
        ? await readPlanned(reader, actor.townId, month, today)
        : [],
    }
  })

  bind.publicRead(showPublicCalendar, async ({ reader, params, query, now }) => {
    await knownTown(reader, params.town)
    const month = query.month ?? monthOf(beijingDay(now))
    return { month, ...shownOf(await readPublicCalendar(reader, params.town, daysOfMonth(month))) }
  })

  bind.openRead(takePublicCalendar, async ({ reader, params, context, now }) => {
    const { name } = await knownTown(reader, params.town)
    const today = beijingDay(now)
    const span = { from: addDays(today, -fileReaches.back), to: addDays(today, fileReaches.ahead) }
    const kept = await readPublicCalendar(reader, params.town, span)
    // What is taken back from the page is taken back from the file as well.
    const shown = (await guardPublic(reader, showPublicCalendar, params.town, kept)) as typeof kept
    context.type = 'text/calendar; charset=utf-8'
    context.attachment('calendar.ics')
    return calendarFile(`${name}日历`, eventsOf(shown), now)
  })
}
