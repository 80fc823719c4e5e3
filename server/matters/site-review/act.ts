import { decide } from '../../../shared/grammar/decide'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { Refusal } from '../../../shared/words/refusals'
import { type SiteReviewAction, siteReviewTable } from '../../../shared/matters/site-review/table'
import { SiteReview } from '../../database/entities/matters/site-review'
import type { Tx } from '../../database/source'
import { refresh } from '../../engine/refresh'
import type { Actor } from '../../http/actor'
import { refusePastDay } from './plan'
import { readMatters, readParticipants, reviewStandingOf } from './queries'
import { tellOfReview } from './tell-of-review'

/**
 * Takes one step of the table of site reviews: compare-and-set, and whoever was asked to come is told.
 * @throws Refusal `not_found`, `stale`, `bad_input`, and whatever the table says
 */
export async function actOnReview(
  tx: Tx,
  actor: Actor,
  id: string,
  action: SiteReviewAction,
  step: { version: number; form: { reason: string; heldOn?: string; place?: string } },
  now: Date,
) {
  const { review, ...standing } = await reviewStandingOf(tx, actor, id)
  if (review.version !== step.version) throw new Refusal('stale')
  const state = decide(siteReviewTable, action, standing, step.form)
  const { heldOn = review.heldOn, place = review.place, reason } = step.form
  if (state === 'planned') refusePastDay(heldOn, now)
  refuseSame(review, { state, heldOn, place })
  const moved = await tx.update(
    SiteReview,
    { id, version: review.version },
    { state, heldOn, place, reason, version: review.version + 1 },
  )
  if (moved.affected !== 1) throw new Refusal('stale')
  const suggestions = (await readMatters(tx, actor, id, now)).map(({ standing: of }) => of.record)
  for (const suggestion of suggestions) await refresh(tx, 'suggestion', actor.townId, suggestion.id, now)
  const deputyIds = (await readParticipants(tx, id)).map((deputy) => deputy.id)
  await tellOfReview(tx, { suggestions, deputyIds, heldOn, place }, siteReviewTable.actions[action].tells, {
    by: actor,
    reason,
    now,
  })
}
