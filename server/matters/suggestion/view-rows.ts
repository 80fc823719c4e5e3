import type { Day } from '../../../shared/rules/days'
import type { consultationForms, MayDecide } from '../../../shared/words/words'
import type { Part } from '../../database/together'

/** Children of one suggestion that its view shows; the caller has found it inside the town's wall. */

export const coSigners = (
  id: string,
): Part<{
  id: string
  name: string
  answer: 'open' | 'signed' | 'declined' | 'ended'
  textVersion: number
}> => ({
  columns: { id: 'c.person_id', name: 'p.name', answer: 'c.answer', textVersion: 'c.text_version' },
  from: 'FROM co_signature c JOIN person p ON p.id = c.person_id WHERE c.suggestion_id = ?',
  order: 'p.position, p.id',
  parameters: [id],
})

export const consultations = (
  id: string,
): Part<{
  id: string
  roundNo: number
  heldOn: Day
  form: keyof typeof consultationForms
  participants: string
  mayDecide: MayDecide | null
  headAsked: number
  record: string
  /** Who leads what is handled along with it, where the talk was theirs. */
  withDeputy: string | null
  answer: 'open' | 'confirmed' | 'disputed' | 'disowned'
  disputeReason: string | null
}> => ({
  columns: {
    id: 'k.id',
    roundNo: 'k.round_no',
    heldOn: 'k.held_on',
    form: 'k.form',
    participants: 'k.participants',
    mayDecide: 'k.may_decide',
    headAsked: 'k.head_asked',
    withDeputy: 'kp.name',
    record: 'k.record',
    answer: 'k.answer',
    disputeReason: 'k.dispute_reason',
  },
  from: `FROM consultation k LEFT JOIN suggestion ks ON ks.id = k.merged_id
    LEFT JOIN person kp ON kp.id = ks.lead_deputy_id WHERE k.suggestion_id = ?`,
  order: 'k.recorded_at, k.id',
  parameters: [id],
})

export const opinions = (id: string): Part<{ id: string; text: string }> => ({
  columns: { id: 'o.id', text: 'm.text' },
  from: `FROM resident_opinion o JOIN opinion_message m ON m.resident_opinion_id = o.id AND m.position = 0
    WHERE o.suggestion_id = ?`,
  order: 'o.created_at, o.id',
  parameters: [id],
})
