import { wrongField } from '../../../shared/refusals'
import type { Check } from '../../../shared/words'
import { Review } from '../../database/entities/review'
import { Suggestion } from '../../database/entities/suggestion'
import { newId } from '../../database/id'
import { isoInstant } from '../../database/sql'
import type { EffectOf } from './effects'
import { nextNumber } from './next-number'
import { personIdOf, type SuggestionRecord } from './record'

export async function accept(effect: EffectOf<'accept'>) {
  const { tx, suggestion, form, now } = effect
  await keepVerdict(effect, { verdict: 'accepted' })
  await tx.update(
    Suggestion,
    { id: suggestion.id },
    {
      category: form.category,
      publicItem: form.publicItem,
      ...(await nextNumber(tx, submitted(suggestion), now)),
      fullTextClearedAt: clearance(suggestion, form.fullTextCleared, now),
      acceptedAt: now,
    },
  )
}

const submitted = ({ submittedAt, ...suggestion }: SuggestionRecord) => {
  if (submittedAt === null) throw new Error(`suggestion ${suggestion.id} was never submitted`)
  return { ...suggestion, submittedAt: new Date(isoInstant(submittedAt)) }
}

/** The full text is public only where the deputy agreed and the office has looked through it. */
function clearance({ publicity }: SuggestionRecord, cleared: true | undefined, now: Date): Date | null {
  if (cleared === undefined) return null
  if (publicity !== 'full') throw wrongField('fullTextCleared', '代表没有同意全文公开，请不要勾选这一项。')
  return now
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
