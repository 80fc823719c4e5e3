import type { PlacedPhoto } from '../../features/photos/queries'
import { photosOfReply } from '../../features/photos/queries'
import {
  claimPhotos,
  type Named,
  ownUnused,
  placePhotos,
  refuseOthers,
  unusedAmong,
} from '../../features/photos/use-photos'
import { personIdOf } from '../../engine/begin'
import type { EffectOf } from './effect-of'
import { ofRound } from './rounds'

const kinds = { photosBefore: 'before', photosAfter: 'after' } as const
type Field = keyof typeof kinds
const fields = Object.keys(kinds) as Field[]

type OfStep = Pick<EffectOf, 'tx' | 'record' | 'asker' | 'now'>

interface PhotosOfForm {
  form: Partial<Record<Field, string[] | undefined>>
}

/** What one version of a reply shows, and what of it is new. */
export interface ShownByReply {
  all: Readonly<Record<Field, readonly string[]>>
  added: Named
}

/**
 * The photos of one version of a reply. A correction that does not name them keeps those of the version before, and
 * may use them again; one that is passed on shows what the other one shows.
 * @throws Refusal `bad_input` about the field
 */
export async function photosOfForm(
  { tx, record, asker, form }: OfStep & PhotosOfForm,
  before: Readonly<Record<Field, readonly string[]>> | Promise<Readonly<Record<Field, readonly string[]>>> = {
    photosBefore: [],
    photosAfter: [],
  },
): Promise<ShownByReply> {
  const given = 'system' in asker ? [] : fields.flatMap((field) => form[field] ?? [])
  const [own, shown] = await Promise.all([unusedAmong(tx, given, whoseOf({ record, asker })), before])
  const known = fields.flatMap((field) => shown[field])
  const all = Object.fromEntries(fields.map((field) => [field, form[field] ?? shown[field]]))
  const isNew = (id: string) => !('system' in asker) && !known.includes(id)
  const added = Object.fromEntries(fields.map((field) => [field, (all[field] ?? []).filter(isNew)]))
  refuseOthers(added, own)
  return { all: all as ShownByReply['all'], added }
}

/** @param checks the check of each that is new: what a reply shows is public with it; photos of a consultation never are */
export async function keepReplyPhotos(
  { tx, record, now }: OfStep,
  version: number,
  { all, added }: ShownByReply,
  checks: ReadonlyMap<string, string | null>,
) {
  await claimPhotos(tx, added, now, checks)
  const place = { ...ofRound(record), replyVersion: version, consultationId: null }
  await placePhotos(
    tx,
    place,
    fields.map((field) => ({ kind: kinds[field], ids: all[field] })),
  )
}

/** Those of this version of the reply, under the names of the form. */
export const shownIn = (
  photos: readonly PlacedPhoto[],
  { record }: Pick<OfStep, 'record'>,
  version: number,
) => photosOfReply(photos, { roundNo: record.currentRound, version })

/** Whether a form shows what the reply shows; one that names no photos keeps them. */
export const hasSamePhotos = (
  form: PhotosOfForm['form'],
  shown: Readonly<Record<Field, readonly string[]>>,
) => fields.every((field) => form[field] === undefined || form[field].join() === shown[field].join())

export async function keepConsultationPhotos(
  { tx, record, asker, now }: OfStep,
  consultationId: string,
  photos: readonly string[],
) {
  await ownUnused(tx, { photos }, whoseOf({ record, asker }))
  await claimPhotos(tx, { photos }, now)
  const place = { ...ofRound(record), replyVersion: null, consultationId }
  await placePhotos(tx, place, [{ kind: 'talk', ids: photos }])
}

const whoseOf = ({ record: { townId, leadUnitId }, asker }: Pick<OfStep, 'record' | 'asker'>) => ({
  ...{ townId, unitId: leadUnitId ?? '', personId: personIdOf(asker) },
})
