import { type Calendar, createCalendar, type DayKind, type ListedDays } from '../../shared/rules/calendar'
import type { Day } from '../../shared/rules/days'
import type { Reader } from '../database/source'
import { part, readTogether, type RowsOf } from '../database/together'

/** The scope of a list that was loaded for every town. */
export const everyTown = 'all'

/** What a town's calendar is made of; see `createCalendar`. */
export interface CalendarParts {
  official: ReadonlyMap<number, ListedDays>
  local: ListedDays
}

export const readCalendar = async (reader: Reader, townId: string): Promise<Calendar> =>
  createCalendar(await readCalendarParts(reader, townId))

export const readCalendarParts = async (reader: Reader, townId: string): Promise<CalendarParts> =>
  partsOf(townId, await readTogether(reader, calendarDays(townId)))

type Days = RowsOf<ReturnType<typeof calendarDays>>

/** The days of a calendar, to be asked for together with what they decide about. */
export const calendarDays = (townId: string) => ({
  official: part<{ scope: string; year: number; day: Day; kind: DayKind }>({
    columns: { scope: 'od.scope', year: 'od.year', day: 'od.day', kind: 'od.kind' },
    from: 'FROM official_day od WHERE od.scope IN (?, ?)',
    order: 'od.day',
    parameters: [townId, everyTown],
  }),
  local: part<{ day: Day; kind: DayKind }>({
    columns: { day: 'ld.day', kind: 'ld.kind' },
    from: 'FROM local_day ld WHERE ld.town_id = ?',
    order: 'ld.day',
    parameters: [townId],
  }),
})

export const calendarOf = (townId: string, days: Days): Calendar => createCalendar(partsOf(townId, days))

/** A list that the town loaded itself stands before one that was loaded for every town. */
function partsOf(townId: string, { official, local }: Days): CalendarParts {
  const listOf = (year: number): ListedDays => {
    const ofYear = official.filter((row) => Number(row.year) === year)
    const own = ofYear.filter(({ scope }) => scope === townId)
    return asMap(own.length > 0 ? own : ofYear)
  }
  const years = new Set(official.map(({ year }) => Number(year)))
  return { official: new Map([...years].map((year) => [year, listOf(year)])), local: asMap(local) }
}

const asMap = (rows: readonly { day: Day; kind: DayKind }[]): ListedDays =>
  new Map(rows.map(({ day, kind }) => [day, kind]))
