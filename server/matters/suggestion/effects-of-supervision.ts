import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { ReminderChannel } from '../../../shared/words/words'
import { Reminder } from '../../database/entities/suggestion/reminder'
import { SiteReviewMatter } from '../../database/entities/matters/site-review-matter'
import { newId } from '../../database/id'
import type { EffectOf } from './effect-of'
import { personIdOf } from './record'

export async function remind(effect: EffectOf<'remind'>) {
  const { note } = effect.form
  await keep(effect, { channel: 'app', whom: effect.suggestion.unitName, said: note, answer: null })
  return { reason: note }
}

/** 电话催办: the event says only that it happened; who was reached and what they said stands in the log. */
export async function recordReminder(effect: EffectOf<'recordReminder'>) {
  await keep(effect, { ...effect.form, said: null })
}

const keep = (
  { tx, suggestion, asker, now }: Pick<EffectOf, 'tx' | 'suggestion' | 'asker' | 'now'>,
  reminder: { channel: ReminderChannel; whom: string | null; said: string | null; answer: string | null },
) =>
  tx.insert(Reminder, {
    id: newId(),
    townId: suggestion.townId,
    suggestionId: suggestion.id,
    ...reminder,
    at: now,
    personId: personIdOf(asker),
    ladder: null,
    dueOn: null,
    step: null,
    rung: null,
    passed: '',
  })

/** Belongs to the earliest review of this suggestion that has no finding yet. */
export async function recordSiteFinding({ tx, suggestion, asker, form, now }: EffectOf<'recordSiteFinding'>) {
  const [review] = await tx.query<{ id: string }[]>(
    `SELECT v.id FROM site_review_matter m JOIN site_review v ON v.id = m.site_review_id
     WHERE m.suggestion_id = ? AND m.finding IS NULL AND v.state = 'planned' AND v.held_on <= ?
     ORDER BY v.held_on, v.id LIMIT 1`,
    [suggestion.id, beijingDay(now)],
  )
  if (!review) throw new Refusal('no_site_review')
  await tx.update(
    SiteReviewMatter,
    { siteReviewId: review.id, suggestionId: suggestion.id },
    { finding: form.finding, personId: personIdOf(asker), recordedAt: now },
  )
  return { reason: form.finding }
}
