import type { ReferralView, ReturnView } from '../../../shared/matters/suggestion/endpoints'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { instantText, isoInstant } from '../../database/sql'
import { part } from '../../database/together'

/** What happens beside the main line; the caller has found the suggestion inside the town's wall. */

export type ReturnRow = Omit<ReturnView, 'on' | 'proposedUnit' | 'byOffice'> & {
  byOffice: number
  requestedAt: string
  decidedAt: string | null
  roundNo: number
  fromUnitId: string
  handedOverOn: Day
  deadlineOn: Day
  unitId: string
  unitName: string
}
export const returns = (id: string) =>
  part<ReturnRow>({
    columns: {
      unit: 'u.name',
      reason: 'q.reason',
      unitId: 'p.id',
      unitName: 'p.name',
      requestedAt: instantText('q.requested_at'),
      answer: 'q.answer',
      newUnit: 'n.name',
      decisionReason: 'q.decision_reason',
      byOffice: 'q.by_office',
      ...{ decidedAt: instantText('q.decided_at'), roundNo: 'q.round_no', fromUnitId: 'u.id' },
      ...{ handedOverOn: 'q.handed_over_on', deadlineOn: 'q.deadline_on' },
    },
    from: `FROM return_request q
      JOIN handling_unit u ON u.id = q.handling_unit_id
      JOIN handling_unit p ON p.id = q.proposed_unit_id
      LEFT JOIN handling_unit n ON n.id = q.new_unit_id
      WHERE q.suggestion_id = ?`,
    order: 'q.requested_at, q.id',
    parameters: [id],
  })

export const presentReturn = ({ requestedAt, unitId, unitName, ...row }: ReturnRow): ReturnView => ({
  ...{ unit: row.unit, reason: row.reason, answer: row.answer },
  ...{ newUnit: row.newUnit, decisionReason: row.decisionReason },
  byOffice: Number(row.byOffice) === 1,
  proposedUnit: { id: unitId, name: unitName },
  on: beijingDay(new Date(isoInstant(requestedAt))),
})

type ReferralRow = Omit<ReferralView, 'on'> & { referredAt: string }
export const referrals = (id: string) =>
  part<ReferralRow>({
    columns: {
      route: 'w.route',
      documentNo: 'w.document_no',
      reason: 'w.reason',
      referredAt: instantText('w.referred_at'),
      answeredOn: 'w.answered_on',
      answer: 'w.answer',
    },
    from: 'FROM upward_referral w WHERE w.suggestion_id = ?',
    order: 'w.referred_at, w.id',
    parameters: [id],
  })

export const presentReferral = ({ referredAt, ...row }: ReferralRow): ReferralView => ({
  ...row,
  on: beijingDay(new Date(isoInstant(referredAt))),
})

/** The others that were separated together with this one. */
export const separated = (id: string) =>
  part<{ id: string; name: string }>({
    columns: { id: 'other.id', name: 'other.suggestion_no' },
    // One condition for each way: an OR over several columns goes by no index.
    from: `FROM (
        SELECT id FROM suggestion WHERE separated_from_id = ?
        UNION SELECT separated_from_id FROM suggestion WHERE id = ?
        UNION SELECT twin.id FROM suggestion me JOIN suggestion twin ON twin.separated_from_id = me.separated_from_id
          WHERE me.id = ?
      ) AS akin JOIN suggestion other ON other.id = akin.id WHERE other.id <> ?`,
    order: 'other.suggestion_no',
    parameters: [id, id, id, id],
  })
