import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showCalendar } from '../../../shared/api/calendar'
import { type Calendar, createCalendar, nationalCalendar, yearToLoad } from '../../../shared/rules/calendar'
import { type DayKind, holidayOf, nameInProgram } from '../../../shared/rules/festivals'
import { addDays, beijingDay, type Day, yearOf } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { readImports } from '../imports/records'
import { everyTown, readCalendar, readCalendarParts } from '../../engine/read-calendar'
import { settingVersion } from '../../engine/settings'

type Page = OutputOf<typeof showCalendar>

/** Which lists the town has, which one is due, and each day of this year and the next that is not what its weekday says. */
export async function readCalendarPage(reader: Reader, townId: string, now: Date): Promise<Page> {
  const today = beijingDay(now)
  const thisYear = yearOf(today)
  const { official, local } = await readCalendarParts(reader, townId)
  const calendar = createCalendar({ official, local })
  const own = await reader.query<{ day: Day; kind: DayKind; reason: string }[]>(
    'SELECT day, kind, reason FROM local_day WHERE town_id = ? AND day >= ? ORDER BY day',
    [townId, `${thisYear}-01-01`],
  )
  const reasons = new Map(own.map(({ day, reason }) => [day, reason]))
  return {
    version: await settingVersion(reader, townId, 'calendar'),
    years: [thisYear, thisYear + 1].map((year) => {
      const tentative = calendar.isTentative(`${year}-01-01`)
      const from = official.has(year) ? 'loaded' : tentative ? 'nowhere' : 'program'
      return { year, from, tentative, ...daysOfYear(year, calendar, reasons) }
    }),
    yearToLoad: yearToLoad(today, calendar) ?? null,
    localDays: own.filter(({ day }) => day >= today),
    loads: (await readImports(reader, townId, 'holidays', undefined)).items,
  }
}

function daysOfYear(year: number, calendar: Calendar, reasons: ReadonlyMap<Day, string>) {
  const days: Page['years'][number]['days'] = []
  for (let day: Day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const set = calendar.unusual(day)
    if (set) days.push({ day, ...set, why: (set.by === 'town' ? reasons.get(day) : nameOf(day)) ?? null })
  }
  const countOf = (kind: DayKind) => days.filter((one) => one.by !== 'town' && one.kind === kind).length
  return { days, holidays: countOf('holiday'), workdays: countOf('workday') }
}

const nameOf = (day: Day) => holidayOf(day) ?? nameInProgram(day)

/** The year whose list some town still lacks although it ought to be there. */
export async function readYearToLoad(reader: Reader, now: Date): Promise<number | null> {
  const today = beijingDay(now)
  if (yearToLoad(today, nationalCalendar) === undefined) return null
  const towns = await reader.query<{ id: string }[]>('SELECT id FROM town')
  const ids = towns.length === 0 ? [everyTown] : towns.map(({ id }) => id)
  const years = await Promise.all(ids.map(async (id) => yearToLoad(today, await readCalendar(reader, id))))
  return years.find((year) => year !== undefined) ?? null
}
