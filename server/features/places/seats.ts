import { electedByVoters, mostSeats, saysSeats } from '../../../shared/registers/electoral-districts'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'

/** Districts for which more sit in the congress than the law wants of one: said, and left to the office. */
export async function crowdedDistricts(reader: Reader, townId: string): Promise<string[]> {
  const rows = await reader.query<{ name: string; count: number | string }[]>(
    `SELECT e.name, COUNT(m.id) AS count FROM electoral_district e
     JOIN mandate m ON m.electoral_district_id = e.id AND m.town_id = e.town_id AND m.ended_on IS NULL
     WHERE e.town_id = ? AND e.congress_level IN (${marks(electedByVoters)}) AND e.ended_on IS NULL
     GROUP BY e.id, e.name, e.position HAVING COUNT(m.id) > ${mostSeats} ORDER BY e.position, e.id`,
    [townId, ...electedByVoters],
  )
  return rows.map(({ name, count }) => `${name}：${saysSeats(Number(count), '现任代表')}`)
}
