import { IsNull } from 'typeorm'
import { wrongField } from '../../../shared/words/refusals'
import { Photo } from '../../database/entities/matters/photo'
import { PhotoUse } from '../../database/entities/matters/photo-use'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { PhotoKind } from './queries'

export type PhotoPlace = Pick<PhotoUse, 'suggestionId' | 'roundNo' | 'replyVersion' | 'consultationId'>

/** Puts photos where they belong, in the order in which they were given. */
export async function placePhotos(tx: Tx, place: PhotoPlace, kind: PhotoKind, ids: readonly string[]) {
  for (const [position, photoId] of [...new Set(ids)].entries())
    await tx.insert(PhotoUse, { id: newId(), photoId, ...place, photoKind: kind, position })
}

/**
 * A photo is taken in once, by the unit whose people uploaded it. Only the first one who asks gets it; the tidying of
 * photos that were never used asks in the same way.
 * @throws Refusal `bad_input` about the field
 */
export async function claimPhotos(
  tx: Tx,
  field: string,
  ids: readonly string[],
  { townId, unitId, now }: { townId: string; unitId: string; now: Date },
) {
  for (const id of new Set(ids)) {
    const [own] = await tx.query<{ id: string }[]>(
      `SELECT f.id FROM photo f JOIN post o ON o.person_id = f.person_id AND o.handling_unit_id = ?
       WHERE f.id = ? AND f.town_id = ?`,
      [unitId, id, townId],
    )
    const claimed = own && (await tx.update(Photo, { id, usedAt: IsNull() }, { usedAt: now }))
    if (claimed?.affected === 1) continue
    throw wrongField(
      field,
      '有一张照片用不了：不是本单位传的，已经用在别处，或放得太久。请去掉它，重新选一张。',
    )
  }
}
