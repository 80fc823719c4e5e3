import { type Calendar, createCalendar, type DayKind, type ListedDays } from '../../shared/rules/calendar'
import type { Day } from '../../shared/rules/days'
import type { Reader } from '../database/source'

/** The scope of a list that was loaded for every town. */
export const everyTown = 'all'

/** What a town's calendar is made of; see `createCalendar`. */
export interface CalendarParts {
  official: ReadonlyMap<number, ListedDays>
  local: ListedDays
}

export const readCalendar = async (reader: Reader, townId: string): Promise<Calendar> =>
  createCalendar(await readCalendarParts(reader, townId))

/** A list that the town loaded itself stands before one that was loaded for every town. */
export async function readCalendarParts(reader: Reader, townId: string): Promise<CalendarParts> {
  const rows = await reader.query<{ scope: string | null; year: number; day: Day; kind: DayKind }[]>(
    `SELECT scope, year, day, kind FROM official_day WHERE scope IN (?, ?)
     UNION ALL SELECT NULL, 0, day, kind FROM local_day WHERE town_id = ?`,
    [townId, everyTown, townId],
  )
  const years = new Set(rows.filter(({ scope }) => scope !== null).map(({ year }) => year))
  const listOf = (year: number): ListedDays => {
    const ofYear = rows.filter((row) => row.year === year && row.scope !== null)
    const own = ofYear.filter(({ scope }) => scope === townId)
    return asMap(own.length > 0 ? own : ofYear)
  }
  return {
    official: new Map([...years].map((year) => [year, listOf(year)])),
    local: asMap(rows.filter(({ scope }) => scope === null)),
  }
}

const asMap = (rows: readonly { day: Day; kind: DayKind }[]): ListedDays =>
  new Map(rows.map(({ day, kind }) => [day, kind]))
