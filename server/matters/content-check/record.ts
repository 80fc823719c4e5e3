import { type ContentCheckState, type ContentKind } from '../../../shared/matters/content-check/table'
import { type MatterRecord, matterColumns } from '../../engine/kind'
import { keptRules } from '../../features/rules/rule-set'

export interface CheckRecord extends MatterRecord<ContentCheckState> {
  suggestionId: string | null
  suggestionNo: string | null
  /** Of the suggestion; null where it belongs to none. */
  subject: string | null
  placeId: string | null
  /** JSON. */
  found: string | null
  kind: ContentKind
  text: string | null
  photoId: string | null
  /** What everyone sees in the place of the photo. */
  blurredId: string | null
  personId: string | null
  writerName: string | null
  writtenAt: string
  reason: string | null
}

/** Begins every read of checks; the town wall is its first condition. */
export const checkSql = `
  SELECT ${matterColumns}, k.suggestion_id AS suggestionId, s.suggestion_no AS suggestionNo, s.subject,
    k.place_id AS placeId, k.found, k.kind, k.text, k.photo_id AS photoId,
    f.shown_id AS blurredId, k.person_id AS personId, p.name AS writerName,
    k.written_at AS writtenAt, k.reason, ${keptRules}
  FROM matter m JOIN content_check k ON k.id = m.id
  JOIN town t ON t.id = m.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
  LEFT JOIN photo f ON f.id = k.photo_id
  LEFT JOIN suggestion s ON s.id = k.suggestion_id
  LEFT JOIN person p ON p.id = k.person_id
  WHERE m.kind = 'contentCheck' AND m.town_id = ?`
