import { type SiteReviewAction, siteReviewTable } from '../../../shared/matters/site-review/table'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { ReminderChannel } from '../../../shared/words/words'
import { Reminder } from '../../database/entities/suggestion/reminder'
import { SiteReviewMatter } from '../../database/entities/matters/site-review-matter'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { EffectOf } from './effect-of'
import { personIdOf } from '../../engine/begin'
import { systemOf } from '../../engine/kind'
import { refresh } from '../../engine/refresh'
import type { SuggestionRecord } from './record'

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

/** Belongs to the earliest review of this suggestion that has no finding yet; with the last of them the review is over. */
export async function recordSiteFinding(effect: EffectOf<'recordSiteFinding'>) {
  const { tx, record, asker, form, now } = effect
  const [review] = await tx.query<{ id: string }[]>(
    `SELECT v.id FROM site_review_matter x JOIN site_review v ON v.id = x.site_review_id
     JOIN matter m ON m.id = v.id AND m.state = 'planned'
     WHERE x.suggestion_id = ? AND x.finding IS NULL AND v.held_on <= ? ORDER BY v.held_on, v.id LIMIT 1`,
    [record.id, beijingDay(now)],
  )
  if (!review) throw new Refusal('no_site_review')
  await tx.update(
    SiteReviewMatter,
    { siteReviewId: review.id, suggestionId: record.id },
    { finding: form.finding, personId: personIdOf(asker), recordedAt: now },
  )
  await effect.take({
    ...{ kind: siteReviewTable.kind, id: review.id, action: 'noteFinding' satisfies SiteReviewAction },
    ...{ form: { reason: form.finding }, asker: systemOf(record.townId) },
  })
  return { reason: form.finding }
}

/** Who has it in hand comes to its site reviews. */
export async function refreshReviews(tx: Tx, { id, townId }: SuggestionRecord, now: Date) {
  const reviews = await tx.query<{ id: string }[]>(
    'SELECT site_review_id AS id FROM site_review_matter WHERE suggestion_id = ?',
    [id],
  )
  for (const review of reviews) await refresh(tx, siteReviewTable.kind, townId, review.id, now)
}
