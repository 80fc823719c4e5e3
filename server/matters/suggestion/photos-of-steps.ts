import { marks } from '../../database/sql'
import { openPhotoChecks } from '../content-check/open'
import { readPhotos, photosOfReply } from '../../features/photos/queries'
import { claimPhotos, placePhotos } from '../../features/photos/use-photos'
import type { EffectOf } from './effect-of'
import { writtenBy } from './public-words'
import { ofRound } from './rounds'

const kinds = { photosBefore: 'before', photosAfter: 'after' } as const
const fields = Object.keys(kinds) as (keyof typeof kinds)[]

type OfStep = Pick<EffectOf, 'tx' | 'record' | 'asker' | 'calendar' | 'now'>

interface PhotosOfForm {
  form: Partial<Record<keyof typeof kinds, string[] | undefined>>
}

/**
 * The photos of one version of a reply. A correction that does not name them keeps those of the version before, and
 * may use them again; one that is passed on shows what the other one shows.
 */
export async function keepReplyPhotos(step: OfStep & PhotosOfForm, version: number) {
  const { tx, record, asker, form } = step
  const place = { ...ofRound(record), replyVersion: version, consultationId: null }
  const before = photosOfReply(await readPhotos(tx, record.id), {
    roundNo: place.roundNo,
    version: version - 1,
  })
  const known = fields.flatMap((field) => before[field])
  for (const field of fields) {
    const ids = form[field] ?? before[field]
    if (!('system' in asker)) {
      const added = ids.filter((id) => !known.includes(id))
      await claim(step, field, added)
      await checkPhotos(step, added)
    }
    await placePhotos(tx, place, kinds[field], ids)
  }
}

/** Whether a form shows what this version of the reply shows; one that names no photos keeps them. */
export async function hasSamePhotos(
  { tx, record, form }: Pick<OfStep, 'tx' | 'record'> & PhotosOfForm,
  version: number,
) {
  const { roundNo } = ofRound(record)
  const shown = photosOfReply(await readPhotos(tx, record.id), { roundNo, version })
  return fields.every((field) => form[field] === undefined || form[field].join() === shown[field].join())
}

/** What a reply shows is public with it; the photos of a consultation never are. */
async function checkPhotos(step: OfStep, ids: readonly string[]) {
  const shown = [...new Set(ids)]
  if ((await openPhotoChecks(step.tx, writtenBy(step), shown)).length === 0) return
  await step.tx.query(
    `UPDATE photo SET check_id = (SELECT k.id FROM content_check k WHERE k.suggestion_id = ? AND k.photo_id = photo.id)
     WHERE id IN (${marks(shown)})`,
    [step.record.id, ...shown],
  )
}

export async function keepConsultationPhotos(step: OfStep, consultationId: string, ids: readonly string[]) {
  await claim(step, 'photos', ids)
  const place = { ...ofRound(step.record), replyVersion: null, consultationId }
  await placePhotos(step.tx, place, 'talk', ids)
}

const claim = ({ tx, record, now }: OfStep, field: string, ids: readonly string[]) =>
  claimPhotos(tx, field, ids, { townId: record.townId, unitId: record.leadUnitId ?? '', now })
