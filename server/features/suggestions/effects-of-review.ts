import type { Check } from '../../../shared/words'
import { Review } from '../../database/entities/review'
import { Suggestion } from '../../database/entities/suggestion'
import { newId } from '../../database/id'
import type { EffectOf } from './effects'
import { nextNumber } from './next-number'
import { personIdOf } from './record'

export async function accept(effect: EffectOf<'accept'>) {
  const { tx, suggestion, form, now } = effect
  await keepVerdict(effect, { verdict: 'accepted' })
  await tx.update(
    Suggestion,
    { id: suggestion.id },
    {
      category: form.category,
      publicItem: form.publicItem,
      suggestionNo: await nextNumber(tx, suggestion.townId, now),
      acceptedAt: now,
    },
  )
}

export async function requestRevision(effect: EffectOf<'requestRevision'>) {
  await keepVerdict(effect, {
    verdict: 'revision',
    failedChecks: effect.form.failedChecks,
    reason: effect.form.reason,
  })
  return { reason: effect.form.reason }
}

export async function refuse(effect: EffectOf<'refuseAcceptance'>) {
  await keepVerdict(effect, { verdict: 'refused', ground: effect.form.ground, reason: effect.form.reason })
  return { reason: effect.form.reason }
}

/** A step that changes nothing but leaves a sentence. */
export const note =
  <K extends 'note' | 'reason'>(field: K) =>
  ({ form }: { form: { readonly [name in K]: string } }) =>
    Promise.resolve({ reason: form[field] })

async function keepVerdict(
  { tx, suggestion, asker, now }: Pick<EffectOf, 'tx' | 'suggestion' | 'asker' | 'now'>,
  verdict: { verdict: string; failedChecks?: readonly Check[]; ground?: string; reason?: string },
) {
  await tx.insert(Review, {
    id: newId(),
    suggestionId: suggestion.id,
    version: suggestion.version + 1,
    verdict: verdict.verdict,
    failedChecks: verdict.failedChecks?.join(' ') ?? null,
    ground: verdict.ground ?? null,
    reason: verdict.reason ?? null,
    personId: personIdOf(asker) ?? '',
    at: now,
  })
}
