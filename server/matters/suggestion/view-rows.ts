import type { Day } from '../../../shared/rules/days'
import type { Party } from '../../../shared/words/parties'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import type { CannotGround, Outcome, Satisfaction, consultationForms } from '../../../shared/words/words'
import type { Reader } from '../../database/source'

/** The explicit SQL behind the view of one suggestion; the caller has found it inside the town's wall. */

export const readText = (reader: Reader, id: string) =>
  reader.query<
    {
      facts: string
      proposal: string
      conclusion: string | null
      villageId: string | null
      villageName: string | null
    }[]
  >(
    `SELECT s.facts, s.proposal, s.conclusion, v.id AS villageId, v.name AS villageName
     FROM suggestion s LEFT JOIN village v ON v.id = s.village_id WHERE s.id = ?`,
    [id],
  )

export const readCoSigners = (reader: Reader, id: string) =>
  reader.query<
    {
      personId: string
      name: string
      answer: 'open' | 'signed' | 'declined' | 'ended'
      textVersion: number
    }[]
  >(
    `SELECT c.person_id AS personId, p.name, c.answer, c.text_version AS textVersion
     FROM co_signature c JOIN person p ON p.id = c.person_id WHERE c.suggestion_id = ? ORDER BY p.position, p.id`,
    [id],
  )

export const readRounds = (reader: Reader, id: string) =>
  reader.query<
    {
      roundNo: number
      leadUnitId: string
      unitName: string
      handedOverOn: Day
      deadlineOn: Day
      instructions: string | null
      leaderInCharge: string | null
      handlerName: string | null
      handlerPhone: string | null
      outcome: Outcome | null
      documentNo: string | null
      replyText: string | null
      publicResult: string | null
      signer: string | null
      replyVersion: number | null
      ground: CannotGround | null
      fundsYuan: number | null
      lengthMetres: number | null
      beneficiaries: number | null
      repliedAt: string | null
      attitude: Satisfaction | null
      result: Satisfaction | null
      evaluationReason: string | null
      evaluatedAt: string | null
    }[]
  >(
    `SELECT r.round_no AS roundNo, r.lead_unit_id AS leadUnitId, u.name AS unitName,
       r.handed_over_on AS handedOverOn, r.deadline_on AS deadlineOn, r.instructions,
       r.leader_in_charge AS leaderInCharge, r.handler_name AS handlerName, r.handler_phone AS handlerPhone,
       a.outcome, a.document_no AS documentNo, a.text AS replyText, a.public_result AS publicResult, a.signer,
       a.version AS replyVersion, a.ground, a.funds_yuan AS fundsYuan, a.length_metres AS lengthMetres, a.beneficiaries,
       a.at AS repliedAt, e.attitude_rating AS attitude, e.result_rating AS result, e.reason AS evaluationReason,
       e.at AS evaluatedAt
     FROM suggestion_round r JOIN handling_unit u ON u.id = r.lead_unit_id
     LEFT JOIN reply a ON a.suggestion_id = r.suggestion_id AND a.round_no = r.round_no
     LEFT JOIN evaluation e ON e.suggestion_id = r.suggestion_id AND e.round_no = r.round_no
     WHERE r.suggestion_id = ? ORDER BY r.round_no`,
    [id],
  )

export interface ReplyVersionRow {
  roundNo: number
  version: number
  outcome: Outcome
  documentNo: string
  text: string
  publicResult: string
  signer: string
  ground: CannotGround | null
  fundsYuan: number | null
  lengthMetres: number | null
  beneficiaries: number | null
}

/** What replies said before they were corrected. */
export const readReplyVersions = (reader: Reader, id: string) =>
  reader.query<ReplyVersionRow[]>(
    `SELECT round_no AS roundNo, version, outcome, document_no AS documentNo, text, public_result AS publicResult,
       signer, ground, funds_yuan AS fundsYuan, length_metres AS lengthMetres, beneficiaries
     FROM reply_version WHERE suggestion_id = ? ORDER BY round_no, version`,
    [id],
  )

export const readConsultations = (reader: Reader, id: string) =>
  reader.query<
    {
      id: string
      roundNo: number
      heldOn: Day
      form: keyof typeof consultationForms
      participants: string
      record: string
      answer: 'open' | 'confirmed' | 'disputed'
      disputeReason: string | null
    }[]
  >(
    `SELECT id, round_no AS roundNo, held_on AS heldOn, form, participants, record, answer,
       dispute_reason AS disputeReason
     FROM consultation WHERE suggestion_id = ? ORDER BY recorded_at, id`,
    [id],
  )

export const readOpinions = (reader: Reader, id: string) =>
  reader.query<{ id: string; text: string }[]>(
    `SELECT o.id, m.text FROM resident_opinion o
     JOIN opinion_message m ON m.resident_opinion_id = o.id AND m.position = 0
     WHERE o.suggestion_id = ? ORDER BY o.created_at, o.id`,
    [id],
  )

export const readEvents = (reader: Reader, id: string) =>
  reader.query<
    {
      action: SuggestionAction | 'start'
      party: Party
      name: string | null
      note: string | null
      at: string
    }[]
  >(
    `SELECT e.action, e.party, p.name, e.note, e.at FROM suggestion_event e
     LEFT JOIN person p ON p.id = e.person_id WHERE e.suggestion_id = ? ORDER BY e.version`,
    [id],
  )
