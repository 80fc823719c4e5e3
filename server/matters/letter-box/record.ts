import { openAgainBy } from '../../../shared/matters/letter-box/opening'
import type { LetterBoxState } from '../../../shared/matters/letter-box/table'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { matterColumns, type MatterRecord } from '../../engine/kind'
import { keptRules } from '../../features/rules/rule-set'

/** As it is kept, with where it hangs. */
export interface LetterBoxRecord extends MatterRecord<LetterBoxState> {
  stationId: string
  station: string
  openedOn: Day
  letters: number
  /** The last day of the two weeks. */
  openBy: Day
}

export async function readLetterBox(
  reader: Reader,
  townId: string,
  id: string,
): Promise<LetterBoxRecord | undefined> {
  const [record] = await reader.query<Omit<LetterBoxRecord, 'openBy'>[]>(
    `SELECT ${matterColumns}, v.liaison_station_id AS stationId, st.name AS station, v.opened_on AS openedOn, v.letters,
       ${keptRules}
     FROM letter_box v JOIN matter m ON m.id = v.id JOIN liaison_station st ON st.id = v.liaison_station_id
     JOIN town t ON t.id = v.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
     WHERE v.town_id = ? AND v.id = ?`,
    [townId, id],
  )
  return record && { ...record, openBy: openAgainBy(record.openedOn) }
}
