import { yearToLoad } from '../../shared/rules/calendar'
import { beijingDay } from '../../shared/rules/days'
import { calendarPage } from '../../shared/words/pages'
import { readCalendar } from '../engine/read-calendar'
import { tellRow } from '../engine/tell-row'
import type { JobParts } from './runner'

/** The list of days off is nobody's matter: nobody is awaited in it until it ends, so that no clock of a kind asks for it. */
export async function remindOfHolidays({ database, now }: JobParts, townId: string) {
  const year = yearToLoad(beijingDay(now()), await readCalendar(database.reader, townId))
  if (year === undefined) return
  const number = String(year)
  const about = { townId, words: { year: number }, page: calendarPage(townId), number }
  await tellRow(database, 'holidaysToLoad', about, now())
}
