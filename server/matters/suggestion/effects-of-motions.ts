import { Suggestion } from '../../database/entities/suggestion/suggestion'
import type { EffectOf } from './effect-of'
import { accept } from './effects-of-review'

/** A motion on the agenda is accepted with what was decided about it. */
export async function putOnAgenda(effect: EffectOf<'putOnAgenda'>) {
  const { decision, ...acceptance } = effect.form
  await accept({ ...effect, form: acceptance })
  await effect.tx.update(Suggestion, { id: effect.record.id }, { agendaDecision: decision })
  return { reason: decision }
}

/** From now on it is a suggestion like any other; its signers become co-signers. */
export async function convertMotion({ tx, record, form }: EffectOf<'convertMotion'>) {
  await tx.update(Suggestion, { id: record.id }, { kind: 'suggestion' })
  return { reason: form.reason }
}
