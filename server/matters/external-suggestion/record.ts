import type { ExternalState } from '../../../shared/matters/external-suggestion/table'
import type { Day } from '../../../shared/rules/days'
import type { ExternalOutcome, HigherLevel, Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { matterColumns, type MatterRecord } from '../../engine/kind'
import { keptRules } from '../../features/rules/rule-set'

/** An external suggestion as it is kept. */
export interface ExternalRecord extends MatterRecord<ExternalState> {
  subject: string
  deputyId: string
  deputy: string
  level: HigherLevel
  externalNo: string | null
  unit: string | null
  submittedOn: Day
  deadlineOn: Day | null
  repliedOn: Day | null
  outcome: ExternalOutcome | null
  publicResult: string | null
  resultCheckId: string | null
  satisfaction: Satisfaction | null
  suggestionId: string | null
  opinionId: string | null
  createdAt: string
}

export const recordSql = `
  SELECT ${matterColumns}, x.subject, x.deputy_id AS deputyId, p.name AS deputy, x.congress_level AS level,
    x.external_no AS externalNo, x.unit_name AS unit, x.submitted_on AS submittedOn, x.deadline_on AS deadlineOn,
    x.replied_on AS repliedOn, x.outcome, x.public_result AS publicResult, x.result_check_id AS resultCheckId,
    x.satisfaction, x.suggestion_id AS suggestionId, x.opinion_id AS opinionId, x.created_at AS createdAt,
    ${keptRules}
  FROM external_suggestion x JOIN matter m ON m.id = x.id JOIN person p ON p.id = x.deputy_id
  JOIN town t ON t.id = x.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
  WHERE x.town_id = ?`

export async function readExternal(
  reader: Reader,
  townId: string,
  id: string,
): Promise<ExternalRecord | undefined> {
  const [record] = await reader.query<ExternalRecord[]>(`${recordSql} AND x.id = ?`, [townId, id])
  return record
}
