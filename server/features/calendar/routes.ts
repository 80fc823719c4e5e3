import * as api from '../../../shared/api/calendar'
import { asSeen } from '../../engine/settings'
import type { Bind } from '../../http/bind'
import { readTable } from '../registers/read-table'
import { checkedList, loadForTown, previewMoves, takeBackHolidays } from './load-holidays'
import { addLocalDay, removeLocalDay } from './local-days'
import { readCalendarPage } from './queries'
import { linesOfTable } from './read-file'

export function routes(bind: Bind) {
  bind.read(api.showCalendar, ({ reader, actor, now }) => readCalendarPage(reader, actor.townId, now))

  bind.write(api.checkHolidays, async ({ tx, actor, input, now }) => {
    const { days, notes } = checkedList(input.text, input.year, now)
    const moves = await previewMoves(tx, actor.townId, input.year, days)
    return {
      days: [...days].map(([day, kind]) => ({ day, kind })).sort((a, b) => (a.day < b.day ? -1 : 1)),
      notes,
      moves: moves.map(({ subject, from, to }) => ({ subject, from, to })),
    }
  })

  bind.write(api.loadHolidays, async ({ tx, actor, input, now }) => {
    await asSeen(tx, actor.townId, 'calendar', input.version, now)
    const { year, text, fileName = '贴上的放假安排' } = input
    await loadForTown(tx, actor, { year, days: checkedList(text, year, now).days, fileName }, now)
    return readCalendarPage(tx, actor.townId, now)
  })

  bind.upload(api.readHolidayFile, readTable, ({ prepared }) =>
    Promise.resolve({ text: linesOfTable(prepared).join('\n') }),
  )

  bind.write(api.takeBackHolidays, async ({ tx, actor, params, now }) => {
    await takeBackHolidays(tx, actor, params.id, now)
    return readCalendarPage(tx, actor.townId, now)
  })

  bind.write(api.addLocalDay, async ({ tx, actor, input, now }) => {
    await asSeen(tx, actor.townId, 'calendar', input.version, now)
    await addLocalDay(tx, actor, input, now)
    return readCalendarPage(tx, actor.townId, now)
  })

  bind.write(api.removeLocalDay, async ({ tx, actor, input, now }) => {
    await asSeen(tx, actor.townId, 'calendar', input.version, now)
    await removeLocalDay(tx, actor, input, now)
    return readCalendarPage(tx, actor.townId, now)
  })
}
