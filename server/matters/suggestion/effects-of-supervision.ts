import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { ReminderChannel } from '../../../shared/words/words'
import { Reminder } from '../../database/entities/suggestion/reminder'
import { SiteReviewMatter } from '../../database/entities/matters/site-review-matter'
import { newId } from '../../database/id'
import type { EffectOf } from './effect-of'
import { personIdOf } from '../../engine/begin'

export async function remind(effect: EffectOf<'remind'>) {
  const { note } = effect.form
  await keep(effect, { channel: 'app', whom: effect.record.unitName, said: note, answer: null })
  return { reason: note }
}

/** 电话催办: the event says only that it happened; who was reached and what they said stands in the log. */
export async function recordReminder(effect: EffectOf<'recordReminder'>) {
  await keep(effect, { ...effect.form, said: null })
}

const keep = (
  { tx, record, asker, now }: Pick<EffectOf, 'tx' | 'record' | 'asker' | 'now'>,
  reminder: { channel: ReminderChannel; whom: string | null; said: string | null; answer: string | null },
) =>
  tx.insert(Reminder, {
    id: newId(),
    townId: record.townId,
    suggestionId: record.id,
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
export async function recordSiteFinding({ tx, record, asker, form, now }: EffectOf<'recordSiteFinding'>) {
  const [review] = await tx.query<{ id: string }[]>(
    `SELECT v.id FROM site_review_matter m JOIN site_review v ON v.id = m.site_review_id
     WHERE m.suggestion_id = ? AND m.finding IS NULL AND v.state = 'planned' AND v.held_on <= ?
     ORDER BY v.held_on, v.id LIMIT 1`,
    [record.id, beijingDay(now)],
  )
  if (!review) throw new Refusal('no_site_review')
  await tx.update(
    SiteReviewMatter,
    { siteReviewId: review.id, suggestionId: record.id },
    { finding: form.finding, personId: personIdOf(asker), recordedAt: now },
  )
  return { reason: form.finding }
}
