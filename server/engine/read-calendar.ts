import { type Calendar, createCalendar, type ListedDays } from '../../shared/rules/calendar'
import type { DayKind } from '../../shared/rules/festivals'
import type { Day } from '../../shared/rules/days'
import type { Reader } from '../database/source'
import { know, knownIn } from '../database/waking'
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

const nameOf = (townId: string) => `calendar ${townId}`

/**
 * The calendar of a step, where it is known: read once in a transaction, however many matters move in it. Whoever changes
 * the days does so before any step of the same transaction.
 */
export const knownCalendar = (reader: Reader, townId: string) => knownIn<Calendar>(reader, nameOf(townId))

export const calendarOfStep = async (reader: Reader, townId: string): Promise<Calendar> =>
  knownCalendar(reader, townId) ?? know(reader, nameOf(townId), await readCalendar(reader, townId))

export const readCalendarParts = async (reader: Reader, townId: string): Promise<CalendarParts> =>
  partsOf(townId, await readTogether(reader, calendarDays(townId)))

type Days = RowsOf<ReturnType<typeof calendarDays>>

/** The days of a calendar, to be asked for together with what they decide about; nothing of one that is known. */
export const calendarDays = (townId: string, known?: Calendar) => ({
  official: known
    ? undefined
    : part<{ scope: string; year: number; day: Day; kind: DayKind }>({
        columns: { scope: 'od.scope', year: 'od.year', day: 'od.day', kind: 'od.kind' },
        from: 'FROM official_day od WHERE od.scope IN (?, ?)',
        order: 'od.day',
        parameters: [townId, everyTown],
      }),
  local: known
    ? undefined
    : part<{ day: Day; kind: DayKind }>({
        columns: { day: 'ld.day', kind: 'ld.kind' },
        from: 'FROM local_day ld WHERE ld.town_id = ?',
        order: 'ld.day',
        parameters: [townId],
      }),
})

export const calendarOf = (reader: Reader, townId: string, days: Days): Calendar =>
  know(reader, nameOf(townId), createCalendar(partsOf(townId, days)))

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
