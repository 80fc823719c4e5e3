import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { sqlInstant } from '../../database/sql'
import { refreshTarget } from './effects-of-merging'
import type { EffectOf } from './effect-of'
import { ofRound } from './rounds'

/** The deputy is asked again whether the last 面商 was as it is written down. */
async function askAgain({ tx, record, form }: EffectOf<'objectToRecord'>) {
  await tx.query(
    `UPDATE consultation SET answer = 'open', answered_at = NULL, dispute_reason = NULL
     WHERE suggestion_id = ? AND round_no = ? AND merged_id IS NULL AND answered_at =
       (SELECT at FROM (SELECT MAX(k.answered_at) AS at FROM consultation k
         WHERE k.suggestion_id = ? AND k.round_no = ? AND k.merged_id IS NULL) AS last)`,
    [record.id, record.currentRound, record.id, record.currentRound],
  )
  return { reason: form.reason }
}

/** What was said to have been talked over stays to be read, and nobody has to confirm it. */
async function disown({ tx, record, form, now }: EffectOf<'objectToConsultation'>) {
  await tx.query(
    `UPDATE consultation SET answer = 'disowned', answered_at = ?, dispute_reason = ?
     WHERE suggestion_id = ? AND round_no = ? AND answer = 'open' AND recorded_at =
       (SELECT MAX(h.recorded_at) FROM matter_event h
         WHERE h.matter_id = ? AND h.kind = 'suggestion' AND h.action = 'consultByWord')`,
    [sqlInstant(now), form.reason, record.id, record.currentRound, record.id],
  )
  return { reason: form.reason }
}

/** What an objection to a typed step takes back besides the state. */
export const undoes: {
  readonly [A in SuggestionAction]?: (effect: EffectOf<'objectToRecord'>) => Promise<{ reason: string }>
} = {
  consult: disown,
  confirmConsultation: askAgain,
  disputeConsultation: askAgain,
  async evaluate({ tx, record, form }) {
    await tx.query('DELETE FROM evaluation WHERE suggestion_id = ? AND round_no = ?', [
      ofRound(record).suggestionId,
      record.currentRound,
    ])
    return { reason: form.reason }
  },
  async withdraw(effect) {
    await refreshTarget(effect)
    return { reason: effect.form.reason }
  },
}
