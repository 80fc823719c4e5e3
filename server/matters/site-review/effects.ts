import type * as z from 'zod/mini'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import type { siteReviewActions } from '../../../shared/matters/site-review/table'
import { SiteReview } from '../../database/entities/matters/site-review'
import type { Tx } from '../../database/source'
import type { StepOf } from '../../engine/kind'
import { refreshAll } from '../../engine/refresh'
import type { ReviewRecord } from './record'

type Step = StepOf<ReviewRecord>
type FormOf<A extends keyof typeof siteReviewActions> = z.output<(typeof siteReviewActions)[A]['input']>

export async function move({ tx, record, form, now }: Step) {
  const { heldOn, place, reason } = form as FormOf<'move'>
  refuseSame(record, { heldOn, place })
  await tx.update(SiteReview, { id: record.id }, { heldOn, place, reason })
  await refreshReviewed(tx, record, now)
  return { reason }
}

export async function callOff({ tx, record, form, now }: Step) {
  const { reason } = form as FormOf<'callOff'>
  await tx.update(SiteReview, { id: record.id }, { reason })
  await refreshReviewed(tx, record, now)
  return { reason }
}

export async function finish({ tx, record, form, now }: Step) {
  await refreshReviewed(tx, record, now)
  return { reason: (form as FormOf<'finish'>).reason }
}

/** From which day on a finding can be written down stands in the lists of each suggestion. */
export async function refreshReviewed(
  tx: Tx,
  { townId, suggestions }: Pick<ReviewRecord, 'townId'> & { suggestions: readonly { id: string }[] },
  now: Date,
) {
  await refreshAll(
    tx,
    'suggestion',
    townId,
    suggestions.map(({ id }) => id),
    now,
  )
}
