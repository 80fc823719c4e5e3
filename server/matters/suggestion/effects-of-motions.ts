import { Suggestion } from '../../database/entities/suggestion/suggestion'
import type { EffectOf } from './effect-of'
import { acceptWith } from './effects-of-review'

/** A motion on the agenda is accepted with what was decided about it. */
export async function putOnAgenda(effect: EffectOf<'putOnAgenda'>) {
  const { decision, decidedHow: _, presidiumMeetingId: _at, ...acceptance } = effect.form
  await acceptWith({ ...effect, form: acceptance }, { agendaDecision: decision })
  return { reason: decision }
}

/** From now on it is a suggestion like any other; its signers become co-signers. */
export async function convertMotion({ tx, record, form }: EffectOf<'convertMotion'>) {
  await tx.update(Suggestion, { id: record.id }, { kind: 'suggestion' })
  return { reason: form.reason }
}
