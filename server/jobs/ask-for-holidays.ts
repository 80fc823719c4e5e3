import { yearToLoad } from '../../shared/rules/calendar'
import { beijingDay } from '../../shared/rules/days'
import { calendarPage } from '../../shared/words/pages'
import { readCalendar } from '../engine/read-calendar'
import { tellRow } from '../engine/tell-row'
import type { Job, JobParts } from './runner'
import { withLease } from './with-lease'

/**
 * Asks the office for the list of days off. It is nobody's matter: nobody is awaited in it until it ends, so that no
 * clock of a kind asks for it.
 */
export const askForHolidays: Job = {
  name: 'ask-for-holidays',
  wokenBy: [],
  pauseMs: 3_600_000,
  run: (parts) =>
    withLease(parts.database, 'ask-for-holidays', 300, parts.now, async () => {
      const towns = await parts.database.reader.query<{ id: string }[]>('SELECT id FROM town')
      for (const { id } of towns) {
        await askIn(parts, id)
      }
    }),
}

async function askIn({ database, now }: JobParts, townId: string) {
  const year = yearToLoad(beijingDay(now()), await readCalendar(database.reader, townId))
  if (year === undefined) return
  const number = String(year)
  const about = { townId, words: { year: number }, page: calendarPage(townId), number }
  await tellRow(database, 'holidaysToLoad', about, now())
}
