import type { Day } from '../../../shared/rules/days'
import type { PromiseStanding } from '../../../shared/matters/suggestion/promise-standings'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import type {
  CommitmentResult,
  Outcome,
  Publicity,
  Satisfaction,
  SuggestionKind,
} from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { countsSql, standingSql } from '../../matters/suggestion/promise-standing'
import { byEndOfDay } from '../../database/sql'
import { confirmedSql } from '../figures/facts'

/** One suggestion of the ledger. Neither the residents behind it nor anybody's phone is ever selected here. */
export interface LedgerRow {
  id: string
  no: string | null
  subject: string
  category: string | null
  kind: SuggestionKind
  publicity: Publicity
  confidential: number
  village: string | null
  leadDeputy: string
  coSigners: string | null
  submittedAt: string
  acceptedAt: string | null
  state: SuggestionState
  stateSince: string
  unit: string | null
  coUnits: string | null
  currentRound: number
  handedOverOn: Day | null
  deadlineOn: Day | null
  receivedAt: string | null
  leaderInCharge: string | null
  handlerName: string | null
  consultations: number
  repliedAt: string | null
  inTime: number
  outcome: Outcome | null
  documentNo: string | null
  signer: string | null
  publicResult: string | null
  attitude: Satisfaction | null
  result: Satisfaction | null
  confirmed: number
  reason: string | null
  promise: string | null
  promiseDueOn: Day | null
  promiseResult: CommitmentResult | null
  promiseStanding: PromiseStanding | null
  conclusion: string | null
  keyYear: number | null
  leadingOfficial: string | null
}

const batchSize = 200

/** Which suggestions come next is found first, so that the rest is looked up for these alone. */
const ledgerSql = (afterLast: string, today: Day) => `
  SELECT s.id, s.suggestion_no AS no, s.subject, s.kind, s.publicity, s.confidential,
    COALESCE(cat.name, s.category) AS category, v.name AS village, lead.name AS leadDeputy,
    (SELECT GROUP_CONCAT(p.name) FROM co_signature c JOIN person p ON p.id = c.person_id
      WHERE c.suggestion_id = s.id AND c.answer = 'signed') AS coSigners,
    s.submitted_at AS submittedAt, s.accepted_at AS acceptedAt, sm.state, sm.state_since AS stateSince, u.name AS unit,
    (SELECT GROUP_CONCAT(w.name) FROM ask q JOIN handling_unit w ON w.id = SUBSTR(q.holder, 6)
      WHERE q.matter_id = s.id AND q.ask = 'coOpinion' AND (q.ended_how IS NULL OR q.ended_how = 'waived')) AS coUnits,
    s.current_round AS currentRound, r.handed_over_on AS handedOverOn, r.deadline_on AS deadlineOn,
    r.received_at AS receivedAt, r.leader_in_charge AS leaderInCharge, r.handler_name AS handlerName,
    (SELECT COUNT(*) FROM consultation k WHERE k.suggestion_id = s.id AND k.answer = 'confirmed') AS consultations,
    a.at AS repliedAt, CASE WHEN ${byEndOfDay('a.at', 'r.deadline_on')} THEN 1 ELSE 0 END AS inTime, a.outcome,
    a.document_no AS documentNo, a.signer, a.public_result AS publicResult,
    e.attitude_rating AS attitude, e.result_rating AS result,
    CASE WHEN ${confirmedSql('a', 'e')} THEN 1 ELSE 0 END AS confirmed, e.reason, s.conclusion,
    c.promise, c.due_on AS promiseDueOn, c.result AS promiseResult,
    CASE WHEN c.id IS NOT NULL THEN ${standingSql('c', today)} END AS promiseStanding,
    chosen.year AS keyYear, chosen.leading_official AS leadingOfficial
  FROM (SELECT s.id FROM suggestion s WHERE s.town_id = ? AND s.submitted_at IS NOT NULL ${afterLast}
    ORDER BY s.submitted_at, s.id LIMIT ${batchSize}) batch
  JOIN suggestion s ON s.id = batch.id JOIN matter sm ON sm.id = s.id
  JOIN person lead ON lead.id = s.lead_deputy_id
  LEFT JOIN village v ON v.id = s.village_id
  LEFT JOIN category cat ON cat.town_id = s.town_id AND cat.id = s.category
  LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
  LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
  LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
  LEFT JOIN evaluation e ON e.suggestion_id = s.id AND e.round_no = s.current_round
  LEFT JOIN key_suggestion chosen ON chosen.suggestion_id = s.id AND chosen.ended_at IS NULL
  LEFT JOIN commitment c ON c.suggestion_id = s.id AND ${countsSql('c')}
  ORDER BY s.submitted_at, s.id`

/** Everything that was handed in, in that order; a batch at a time, so that a large town needs no more memory. */
export async function* readLedger(reader: Reader, townId: string, today: Day): AsyncGenerator<LedgerRow> {
  for (let last: LedgerRow | undefined; ;) {
    const batch: LedgerRow[] = await reader.query<LedgerRow[]>(
      ledgerSql(last ? 'AND s.submitted_at >= ? AND (s.submitted_at > ? OR s.id > ?)' : '', today),
      [townId, ...(last ? [last.submittedAt, last.submittedAt, last.id] : [])],
    )
    yield* batch
    if (batch.length < batchSize) return
    last = batch[batch.length - 1]
  }
}
