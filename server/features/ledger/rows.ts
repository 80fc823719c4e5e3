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
import { byEndOfDay, marks } from '../../database/sql'
import { type Narrowed, narrowedSql } from '../figures/cohort'
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
const ledgerSql = (which: string, afterLast: string, today: Day) => `
  SELECT s.id, s.suggestion_no AS no, s.subject, s.kind, s.publicity, s.confidential,
    COALESCE(cat.name, s.category) AS category, v.name AS village, lead.name AS leadDeputy,
    (SELECT GROUP_CONCAT(p.name) FROM co_signature c JOIN person p ON p.id = c.person_id
      WHERE c.suggestion_id = s.id AND c.answer = 'signed') AS coSigners,
    s.submitted_at AS submittedAt, s.accepted_at AS acceptedAt, sm.state, sm.state_since AS stateSince, u.name AS unit,
    (SELECT GROUP_CONCAT(w.name) FROM ask q JOIN handling_unit w ON w.id = SUBSTR(q.holder, 6)
      WHERE q.matter_id = s.id AND q.ask = 'coOpinion' AND (q.ended_how IS NULL OR q.ended_how = 'waived')) AS coUnits,
    s.current_round AS currentRound, r.handed_over_on AS handedOverOn, r.deadline_on AS deadlineOn,
    r.received_at AS receivedAt, r.leader_in_charge AS leaderInCharge, r.handler_name AS handlerName,
    (SELECT COUNT(*) FROM consultation k WHERE k.suggestion_id = s.id AND k.merged_id IS NULL
      AND k.answer = 'confirmed') AS consultations,
    a.at AS repliedAt, CASE WHEN ${byEndOfDay('a.at', 'r.deadline_on')} THEN 1 ELSE 0 END AS inTime, a.outcome,
    a.document_no AS documentNo, a.signer, a.public_result AS publicResult,
    e.attitude_rating AS attitude, e.result_rating AS result,
    CASE WHEN ${confirmedSql('a', 'e')} THEN 1 ELSE 0 END AS confirmed, e.reason, s.conclusion,
    c.promise, c.due_on AS promiseDueOn, c.result AS promiseResult,
    CASE WHEN c.id IS NOT NULL THEN ${standingSql('c', today)} END AS promiseStanding,
    chosen.year AS keyYear, chosen.leading_official AS leadingOfficial
  FROM (SELECT s.id FROM suggestion s ${which} ${afterLast}
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

/** Joined only where it is asked for: whoever wants all is answered from the order of submission alone. */
function whichOf(which: Narrowed) {
  const { sql, parameters } = narrowedSql(which)
  const joined =
    sql === ''
      ? ''
      : `JOIN matter sm ON sm.id = s.id
    LEFT JOIN suggestion_round f ON f.suggestion_id = s.id AND f.round_no = 1
    LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round`
  return { sql: `${joined} WHERE s.town_id = ? AND s.submitted_at IS NOT NULL${sql}`, parameters }
}

/** Everything that was handed in, in that order; a batch at a time, so that a large town needs no more memory. */
export async function* readLedger(
  reader: Reader,
  townId: string,
  narrowed: Narrowed,
  today: Day,
): AsyncGenerator<LedgerRow> {
  const which = whichOf(narrowed)
  for (let last: LedgerRow | undefined; ;) {
    const batch: LedgerRow[] = await reader.query<LedgerRow[]>(
      ledgerSql(which.sql, last ? 'AND s.submitted_at >= ? AND (s.submitted_at > ? OR s.id > ?)' : '', today),
      [townId, ...which.parameters, ...(last ? [last.submittedAt, last.submittedAt, last.id] : [])],
    )
    yield* batch
    if (batch.length < batchSize) return
    last = batch[batch.length - 1]
  }
}

/** One round of a suggestion of the ledger. */
export type RoundRow = Pick<
  LedgerRow,
  | 'no'
  | 'subject'
  | 'unit'
  | 'handedOverOn'
  | 'deadlineOn'
  | 'receivedAt'
  | 'leaderInCharge'
  | 'handlerName'
  | 'consultations'
  | 'repliedAt'
  | 'inTime'
  | 'outcome'
  | 'documentNo'
  | 'signer'
  | 'attitude'
  | 'result'
  | 'reason'
> & { roundNo: number }

/** Every round of these suggestions, in their order. */
export async function* readRounds(reader: Reader, ids: readonly string[]): AsyncGenerator<RoundRow> {
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize)
    yield* await reader.query<RoundRow[]>(
      `SELECT s.suggestion_no AS no, s.subject, r.round_no AS roundNo, u.name AS unit,
         r.handed_over_on AS handedOverOn, r.deadline_on AS deadlineOn, r.received_at AS receivedAt,
         r.leader_in_charge AS leaderInCharge, r.handler_name AS handlerName,
         (SELECT COUNT(*) FROM consultation k WHERE k.suggestion_id = s.id AND k.round_no = r.round_no
           AND k.answer = 'confirmed') AS consultations,
         a.at AS repliedAt, CASE WHEN ${byEndOfDay('a.at', 'r.deadline_on')} THEN 1 ELSE 0 END AS inTime, a.outcome,
         a.document_no AS documentNo, a.signer, e.attitude_rating AS attitude, e.result_rating AS result, e.reason
       FROM suggestion_round r JOIN suggestion s ON s.id = r.suggestion_id
       LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
       LEFT JOIN reply a ON a.suggestion_id = r.suggestion_id AND a.round_no = r.round_no
       LEFT JOIN evaluation e ON e.suggestion_id = r.suggestion_id AND e.round_no = r.round_no
       WHERE r.suggestion_id IN (${marks(batch)}) ORDER BY s.submitted_at, s.id, r.round_no`,
      [...batch],
    )
  }
}
