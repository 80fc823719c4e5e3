import type { AppFeedbackState } from '../../../shared/matters/app-feedback/table'
import type { FeedbackAbout } from '../../../shared/matters/app-feedback/words'
import type { Role } from '../../../shared/permissions'
import type { Reader } from '../../database/source'
import { matterColumns, type MatterRecord } from '../../engine/kind'
import { keptRules } from '../../features/rules/rule-set'

export interface AppFeedbackRecord extends MatterRecord<AppFeedbackState> {
  countyId: string | null
  countyName: string | null
  personId: string | null
  residentId: string | null
  writtenAs: Role
  about: FeedbackAbout
  text: string
  answer: string | null
  writtenAt: string
}

export async function readAppFeedback(
  reader: Reader,
  townId: string,
  id: string,
): Promise<AppFeedbackRecord | undefined> {
  const [record] = await reader.query<AppFeedbackRecord[]>(
    `SELECT ${matterColumns}, v.county_id AS countyId, c.name AS countyName, v.person_id AS personId,
       v.resident_id AS residentId, v.written_as AS writtenAs, v.about, v.text, v.answer,
       v.written_at AS writtenAt, ${keptRules}
     FROM app_feedback v JOIN matter m ON m.id = v.id LEFT JOIN county c ON c.id = v.county_id
     JOIN town t ON t.id = v.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
     WHERE v.town_id = ? AND v.id = ?`,
    [townId, id],
  )
  return record
}

/** The county of a town, whose congress keeps the app. */
export async function countyOf(reader: Reader, townId: string): Promise<{ id: string; name: string } | null> {
  const [county] = await reader.query<{ id: string; name: string }[]>(
    'SELECT c.id, c.name FROM town t JOIN county c ON c.id = t.county_id WHERE t.id = ?',
    [townId],
  )
  return county ?? null
}
