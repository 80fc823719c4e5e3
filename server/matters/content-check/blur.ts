import type * as z from 'zod/mini'
import type { contentCheckActions } from '../../../shared/matters/content-check/table'
import { wrongField } from '../../../shared/words/refusals'
import { Photo } from '../../database/entities/matters/photo'
import { IsNull } from 'typeorm'
import type { StepOf } from '../../engine/kind'
import type { CheckRecord } from './record'

type Step = StepOf<CheckRecord>

/**
 * From now on everyone sees the picture that somebody has made of this one; it is used once.
 * @throws Refusal `bad_input` where it is of another picture, used, or gone
 */
export async function blur({ tx, record, form, now }: Step) {
  const { blurred } = form as z.output<(typeof contentCheckActions)['blur']['input']>
  const photoId = record.photoId ?? ''
  const used = await tx.update(
    Photo,
    { id: blurred, townId: record.townId, blursId: photoId, usedAt: IsNull() },
    { usedAt: now },
  )
  if (used.affected !== 1)
    throw wrongField('blurred', '这张打码后的照片用不了：放得太久，或已经用过。请重新框出要遮住的地方。')
  await tx.update(Photo, { id: photoId }, { shownId: blurred })
}

export async function showWhole({ tx, record }: Step) {
  await tx.update(Photo, { id: record.photoId ?? '' }, { shownId: null })
}
