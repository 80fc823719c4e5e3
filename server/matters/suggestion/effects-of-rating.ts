import { spokenRatings } from '../../../shared/matters/suggestion/said'
import { Evaluation } from '../../database/entities/suggestion/evaluation'
import { newId } from '../../database/id'
import type { EffectOf } from './effect-of'
import { correctReply } from './effects-of-handling'
import { ofRound } from './rounds'

export async function evaluate({ tx, record, form, now }: EffectOf<'evaluate'>) {
  await tx.insert(Evaluation, {
    id: newId(),
    suggestionId: record.id,
    roundNo: record.currentRound,
    attitudeRating: form.attitudeRating,
    resultRating: form.resultRating,
    reason: form.reason ?? null,
    at: now,
  })
  return {
    satisfaction: spokenRatings(form.attitudeRating, form.resultRating),
    ...(form.reason ? { reason: form.reason } : {}),
  }
}

/** Whoever rated it rates what it says now: the history keeps what they said of what it said before. */
export async function correctRatedReply(effect: EffectOf<'correctReply'>) {
  const said = await correctReply(effect)
  await effect.tx.delete(Evaluation, ofRound(effect.record))
  return said
}
