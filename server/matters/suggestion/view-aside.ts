import type {
  CommitmentView,
  ExtensionView,
  QuestionView,
  SummonsView,
} from '../../../shared/matters/suggestion/rounds'
import type { CoUnitView, ReferralView, ReturnView } from '../../../shared/matters/suggestion/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'

/** What happens beside the main line; the caller has found the suggestion inside the town's wall. */

export const viewCoUnits = (reader: Reader, id: string) =>
  reader.query<CoUnitView[]>(
    `SELECT u.id, u.name, c.due_on AS dueOn, c.opinion, c.sent_back_reason AS sentBackReason,
       c.waived_reason AS waivedReason
     FROM co_unit c JOIN handling_unit u ON u.id = c.handling_unit_id
     WHERE c.suggestion_id = ? ORDER BY u.position, u.id`,
    [id],
  )

export async function viewReturns(reader: Reader, id: string): Promise<ReturnView[]> {
  const rows = await reader.query<
    (Omit<ReturnView, 'on' | 'proposedUnit'> & { requestedAt: string; unitId: string; unitName: string })[]
  >(
    `SELECT u.name AS unit, q.reason, p.id AS unitId, p.name AS unitName, q.requested_at AS requestedAt, q.answer,
       n.name AS newUnit, q.decision_reason AS decisionReason
     FROM return_request q
     JOIN handling_unit u ON u.id = q.handling_unit_id
     JOIN handling_unit p ON p.id = q.proposed_unit_id
     LEFT JOIN handling_unit n ON n.id = q.new_unit_id
     WHERE q.suggestion_id = ? ORDER BY q.requested_at, q.id`,
    [id],
  )
  return rows.map(({ requestedAt, unitId, unitName, ...row }) => ({
    ...row,
    proposedUnit: { id: unitId, name: unitName },
    on: beijingDay(new Date(isoInstant(requestedAt))),
  }))
}

export async function viewReferrals(reader: Reader, id: string): Promise<ReferralView[]> {
  const rows = await reader.query<(Omit<ReferralView, 'on'> & { referredAt: string })[]>(
    `SELECT route, document_no AS documentNo, reason, referred_at AS referredAt, answered_on AS answeredOn, answer
     FROM upward_referral WHERE suggestion_id = ? ORDER BY referred_at, id`,
    [id],
  )
  return rows.map(({ referredAt, ...row }) => ({ ...row, on: beijingDay(new Date(isoInstant(referredAt))) }))
}

/** The others that were separated together with this one. */
export const viewSeparated = (reader: Reader, id: string) =>
  reader.query<{ id: string; name: string }[]>(
    `SELECT other.id, other.suggestion_no AS name FROM suggestion me
     JOIN suggestion other ON other.id <> me.id
       AND (other.separated_from_id = me.id OR other.id = me.separated_from_id
         OR other.separated_from_id = me.separated_from_id)
     WHERE me.id = ? ORDER BY other.suggestion_no`,
    [id],
  )

/** Rows of one kind, by the number of their round. */
async function byRound<Row>(reader: Reader, sql: string, id: string): Promise<Map<number, Row[]>> {
  const rows = await reader.query<(Row & { roundNo: number })[]>(sql, [id])
  const found = new Map<number, Row[]>()
  for (const { roundNo, ...row } of rows)
    found.set(roundNo, [...(found.get(roundNo) ?? []), row as unknown as Row])
  return found
}

/** What belongs to the rounds beside reply and evaluation. */
export async function viewAsides(reader: Reader, id: string) {
  const [extensions, questions, commitments, summonses] = await Promise.all([
    byRound<ExtensionView>(
      reader,
      `SELECT round_no AS roundNo, reason, measures, latest_on AS latestOn, deadline_before AS deadlineBefore,
         answer, granted_until AS grantedUntil, decision_reason AS decisionReason
       FROM extension WHERE suggestion_id = ?`,
      id,
    ),
    byRound<QuestionView>(
      reader,
      `SELECT round_no AS roundNo, question, asked_on AS askedOn, due_on AS dueOn, answer
       FROM information_request WHERE suggestion_id = ?`,
      id,
    ),
    byRound<CommitmentView>(
      reader,
      `SELECT round_no AS roundNo, promise, due_on AS dueOn, result, report, rating, rating_reason AS ratingReason
       FROM commitment WHERE suggestion_id = ?
       ORDER BY CASE WHEN ended_at IS NULL THEN 1 ELSE 0 END, promised_at, id`,
      id,
    ),
    byRound<SummonsView>(
      reader,
      `SELECT round_no AS roundNo, held_on AS heldOn, place, questions, attendee, answers
       FROM summons WHERE suggestion_id = ?`,
      id,
    ),
  ])
  return (round: number) => ({
    extension: extensions.get(round)?.[0] ?? null,
    question: questions.get(round)?.[0] ?? null,
    commitments: commitments.get(round) ?? [],
    summons: summonses.get(round)?.[0] ?? null,
  })
}
