import type { ExternalState } from '../../../shared/matters/external-suggestion/table'
import type { Day } from '../../../shared/rules/days'
import type { ExternalOutcome, HigherLevel, Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'

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

export async function readExternal(
  reader: Reader,
  townId: string,
  id: string,
): Promise<ExternalRecord | undefined> {
  const { rows } = await readTogether(reader, {
    rows: part<ExternalRecord>({
      columns: {
        ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
        stateSince: instantText('m.state_since'),
        ...{ subject: 'x.subject', deputyId: 'x.deputy_id', deputy: 'p.name', level: 'x.congress_level' },
        ...{ externalNo: 'x.external_no', unit: 'x.unit_name', submittedOn: 'x.submitted_on' },
        ...{ deadlineOn: 'x.deadline_on', repliedOn: 'x.replied_on', outcome: 'x.outcome' },
        ...{ publicResult: 'x.public_result', resultCheckId: 'x.result_check_id' },
        ...{ satisfaction: 'x.satisfaction', suggestionId: 'x.suggestion_id', opinionId: 'x.opinion_id' },
        createdAt: instantText('x.created_at'),
        ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
      },
      from: `FROM external_suggestion x JOIN matter m ON m.id = x.id JOIN person p ON p.id = x.deputy_id
        JOIN town t ON t.id = x.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
        WHERE x.town_id = ? AND x.id = ?`,
      order: 'x.id',
      parameters: [townId, id],
    }),
  })
  return rows[0]
}
