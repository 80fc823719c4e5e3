import type { PosterState } from '../../../shared/matters/poster/table'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { matterColumns, type MatterRecord } from '../../engine/kind'
import { keptRules } from '../../features/rules/rule-set'

/** As it is kept, with where it stands and where it hangs. */
export interface PosterRecord extends MatterRecord<PosterState> {
  stationId: string
  station: string
  issueNo: number
  asOf: Day
  nextOn: Day
  everyMonths: number
  /** The code of the station that is in force. */
  scene: string | null
}

export async function readPoster(
  reader: Reader,
  townId: string,
  id: string,
): Promise<PosterRecord | undefined> {
  const [record] = await reader.query<PosterRecord[]>(
    `SELECT ${matterColumns}, v.liaison_station_id AS stationId, st.name AS station, v.issue_no AS issueNo,
       v.as_of AS asOf, v.next_on AS nextOn, v.every_months AS everyMonths, c.scene, ${keptRules}
     FROM poster v JOIN matter m ON m.id = v.id JOIN liaison_station st ON st.id = v.liaison_station_id
     LEFT JOIN qr_code c ON c.live_for = CONCAT('station:', v.liaison_station_id)
     JOIN town t ON t.id = v.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
     WHERE v.town_id = ? AND v.id = ?`,
    [townId, id],
  )
  return record
}

interface IssueRow {
  id: string
  stationId: string
  station: string
  issueNo: number
  asOf: Day
  nextOn: Day
}

/** What hangs in the town, the stations in their order. */
export async function readPosters(reader: Reader, townId: string) {
  const rows = await reader.query<IssueRow[]>(
    `SELECT v.id, st.id AS stationId, st.name AS station, v.issue_no AS issueNo, v.as_of AS asOf,
       v.next_on AS nextOn
     FROM liaison_station st JOIN poster v ON v.hanging_station_id = st.id
     WHERE st.town_id = ? ORDER BY st.position, st.id`,
    [townId],
  )
  return rows.map(({ id, stationId, station, issueNo, asOf, nextOn }) => ({
    ...{ id, issueNo, asOf, nextOn },
    station: { id: stationId, name: station },
  }))
}
