import { daysAhead, showReceptionDays, takeReceptionDays } from '../../../shared/api/reception'
import { addDays, beijingDay } from '../../../shared/rules/days'
import type { Bind } from '../../http/bind'
import { guardPublic } from '../../matters/content-check/guard-public'
import { knownTown } from '../towns/known-town'
import { calendarFile } from '../calendar-entries/calendar-file'
import { receptionEvent } from '../calendar-entries/events'
import { readReceptionDays, readReceptionDaysAhead } from './days'

export function routes(bind: Bind) {
  bind.publicRead(showReceptionDays, async ({ reader, params, query, now }) => {
    await knownTown(reader, params.town)
    return { days: await readReceptionDaysAhead(reader, params.town, query.stationId, beijingDay(now)) }
  })

  bind.openRead(takeReceptionDays, async ({ reader, params, query, context, now }) => {
    const { name } = await knownTown(reader, params.town)
    const today = beijingDay(now)
    const span = { from: today, to: addDays(today, daysAhead - 1) }
    const kept = await readReceptionDays(reader, params.town, query.stationId, span)
    // What is taken back from the page is taken back from the file as well.
    const { days } = (await guardPublic(reader, showReceptionDays, params.town, { days: kept })) as {
      days: typeof kept
    }
    context.type = 'text/calendar; charset=utf-8'
    context.attachment('reception-days.ics')
    return calendarFile(`${name}代表接访日`, days.map(receptionEvent(params.town)), now)
  })
}
