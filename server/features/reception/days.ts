import { daysAhead, type ReceptionDayRow } from '../../../shared/api/reception'
import { addDays, type Day } from '../../../shared/rules/days'
import { receptionDaysBetween } from '../../../shared/rules/reception-days'
import { readReceptionDays } from '../../../shared/rules/reception-rules'
import { Refusal } from '../../../shared/words/refusals'
import type { ReceptionWord } from '../../../shared/words/reception'
import type { Reader } from '../../database/source'
import { readCalendar } from '../../engine/read-calendar'

interface StationRow {
  id: string
  name: string
  days: string
  time: string | null
  word: ReceptionWord | null
  place: string | null
}

/**
 * The days ahead on which deputies receive whoever comes, of all stations or of one.
 * @throws Refusal `not_found` where there is no such station
 */
export async function readReceptionDaysAhead(
  reader: Reader,
  townId: string,
  stationId: string | undefined,
  today: Day,
): Promise<ReceptionDayRow[]> {
  const stations = await reader.query<StationRow[]>(
    `SELECT st.id, st.name, st.reception_days AS days, st.reception_time AS time, st.reception_word AS word,
       st.reception_place AS place
     FROM liaison_station st WHERE st.town_id = ? AND st.ended_on IS NULL
       ${stationId === undefined ? 'AND st.reception_days IS NOT NULL' : 'AND st.id = ?'}
     ORDER BY st.position, st.id`,
    [townId, ...(stationId === undefined ? [] : [stationId])],
  )
  if (stationId !== undefined && stations.length === 0) throw new Refusal('not_found')
  const calendar = await readCalendar(reader, townId)
  const last = addDays(today, daysAhead - 1)
  const rows = stations.flatMap(({ id, name, days, time, word, place }) =>
    receptionDaysBetween(readReceptionDays(days ?? '') ?? [], today, last, calendar).map((day) => ({
      ...day,
      time: time ?? '',
      word: word ?? ('reception' as const),
      place,
      station: { id, name },
    })),
  )
  return rows.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}
