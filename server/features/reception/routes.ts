import { showReceptionDays, takeReceptionDays } from '../../../shared/api/reception'
import { beijingDay } from '../../../shared/rules/days'
import type { Bind } from '../../http/bind'
import { knownTown } from '../towns/known-town'
import { calendarFile } from './calendar-file'
import { readReceptionDaysAhead } from './days'

export function routes(bind: Bind) {
  bind.publicRead(showReceptionDays, async ({ reader, params, query, now }) => {
    await knownTown(reader, params.town)
    return { days: await readReceptionDaysAhead(reader, params.town, query.stationId, beijingDay(now)) }
  })

  bind.openRead(takeReceptionDays, async ({ reader, params, query, context, now }) => {
    const { name } = await knownTown(reader, params.town)
    const days = await readReceptionDaysAhead(reader, params.town, query.stationId, beijingDay(now))
    context.type = 'text/calendar; charset=utf-8'
    context.attachment('reception-days.ics')
    return calendarFile(days, { townId: params.town, townName: name }, now)
  })
}
