import type { DutyRecordView } from '../../../shared/matters/duty-record/endpoints'
import type { DutyRecordState } from '../../../shared/matters/duty-record/table'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { matterColumns, type MatterRecord } from '../../engine/kind'
import { keptRules } from '../../features/rules/rule-set'

/** As it is kept, with where it stands. */
export interface DutyRecordRecord extends MatterRecord<DutyRecordState> {
  deputyId: string
  deputy: string
  dutyKind: DutyRecordView['dutyKind']
  doneOn: Day
  doneUntil: Day | null
  subject: string
  text: string | null
  organiser: string | null
  place: string | null
  persons: number | null
}

export async function readDutyRecord(
  reader: Reader,
  townId: string,
  id: string,
): Promise<DutyRecordRecord | undefined> {
  const [record] = await reader.query<DutyRecordRecord[]>(
    `SELECT ${matterColumns}, v.deputy_id AS deputyId, p.name AS deputy, v.duty_kind AS dutyKind,
       v.done_on AS doneOn, v.done_until AS doneUntil, v.subject, v.text, v.organiser, v.place, v.persons,
       ${keptRules}
     FROM duty_record v JOIN matter m ON m.id = v.id JOIN person p ON p.id = v.deputy_id
     JOIN town t ON t.id = v.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
     WHERE v.town_id = ? AND v.id = ?`,
    [townId, id],
  )
  return record
}
