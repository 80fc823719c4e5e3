import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import { passAsk, withdrawAsk } from '../../engine/asks/take'
import { unit } from '../../engine/holders'
import type { EffectOf } from './effect-of'
import { refreshReviews } from './effects-of-supervision'
import { ofRound } from './rounds'

/** The round goes on: its clock and whom the unit named stay, so that nothing begins anew. */
export async function succeedLeadUnit({ tx, record, form, now }: EffectOf<'succeedLeadUnit'>) {
  await tx.update(SuggestionRound, ofRound(record), { leadUnitId: form.toUnitId })
  // Who is lead unit now cannot help itself.
  await withdrawAsk(tx, record, 'coOpinion', unit(form.toUnitId), now)
  await refreshReviews(tx, record, now)
  return { reason: form.reason }
}

/** Whoever takes over and handles it, or was asked as well, is not asked twice. */
export async function succeedCoUnit({ tx, record, form, now }: EffectOf<'succeedCoUnit'>) {
  const [from, to] = [unit(form.fromUnitId), unit(form.toUnitId)]
  const isAsked = record.asked?.some(({ holder, endedHow }) => holder === to && endedHow !== 'withdrawn')
  if (isAsked === true || record.leadUnitId === form.toUnitId)
    await withdrawAsk(tx, record, 'coOpinion', from, now)
  else await passAsk(tx, record, 'coOpinion', from, to)
  return { reason: form.reason }
}
