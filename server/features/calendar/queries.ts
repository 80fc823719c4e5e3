import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showCalendar } from '../../../shared/api/calendar'
import { createCalendar, nationalCalendar, yearToLoad } from '../../../shared/rules/calendar'
import type { DayKind } from '../../../shared/rules/festivals'
import { beijingDay, type Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { everyTown, readCalendar, readCalendarParts } from '../../engine/read-calendar'

/** Which lists the town has, which one is due, and the days it set itself, from today on. */
export async function readCalendarPage(
  reader: Reader,
  townId: string,
  now: Date,
): Promise<OutputOf<typeof showCalendar>> {
  const today = beijingDay(now)
  const thisYear = Number(today.slice(0, 4))
  const { official, local } = await readCalendarParts(reader, townId)
  const calendar = createCalendar({ official, local })
  const localDays = await reader.query<{ day: Day; kind: DayKind; reason: string }[]>(
    'SELECT day, kind, reason FROM local_day WHERE town_id = ? AND day >= ? ORDER BY day',
    [townId, today],
  )
  return {
    years: [thisYear, thisYear + 1].map((year) => {
      const kinds = [...(official.get(year)?.values() ?? [])]
      const worked = kinds.filter((kind) => kind === 'workday').length
      return {
        year,
        from: official.has(year)
          ? ('loaded' as const)
          : calendar.isTentative(`${year}-01-01`)
            ? ('nowhere' as const)
            : ('program' as const),
        holidays: kinds.length - worked,
        workdays: worked,
      }
    }),
    yearToLoad: yearToLoad(today, calendar) ?? null,
    localDays,
  }
}

/** The year whose list some town still lacks although it ought to be there. */
export async function readYearToLoad(reader: Reader, now: Date): Promise<number | null> {
  const today = beijingDay(now)
  if (yearToLoad(today, nationalCalendar) === undefined) return null
  const towns = await reader.query<{ id: string }[]>('SELECT id FROM town')
  const ids = towns.length === 0 ? [everyTown] : towns.map(({ id }) => id)
  const years = await Promise.all(ids.map(async (id) => yearToLoad(today, await readCalendar(reader, id))))
  return years.find((year) => year !== undefined) ?? null
}
