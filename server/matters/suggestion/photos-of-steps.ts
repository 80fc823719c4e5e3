import type { PlacedPhoto } from '../../features/photos/queries'
import { filesOfReply, photosOfReply } from '../../features/photos/queries'
import {
  claimPhotos,
  type Named,
  ownUnused,
  placePhotos,
  refuseOthers,
  type Unused,
  unusedAmong,
} from '../../features/photos/use-photos'
import { Photo } from '../../database/entities/matters/photo'
import { personIdOf } from '../../engine/begin'
import type { Form } from '../../engine/kind'
import type { EffectOf } from './effect-of'
import { ofRound } from './rounds'

const kinds = { photosBefore: 'before', photosAfter: 'after', files: 'reply' } as const
type Field = keyof typeof kinds
const fields = Object.keys(kinds) as Field[]

type OfStep = Pick<EffectOf, 'tx' | 'record' | 'asker' | 'now'>

interface PhotosOfForm {
  form: Partial<Record<Field, string[] | undefined>> & { filesOpen?: true | undefined }
}

/** What a version of a reply shows, under the names of its form, and what each file of it is called. */
export interface Shown {
  ids: Readonly<Record<Field, readonly string[]>>
  filesOpen: boolean
  called: ReadonlyMap<string, string | null>
}

/** What one version of a reply shows, and what of it is new. */
export interface ShownByReply {
  all: Readonly<Record<Field, readonly string[]>>
  added: Named
  own: Unused
  filesOpen: boolean
  /** What nobody has looked at yet and everyone is to see. */
  toCheck: { photos: string[]; files: { id: string; name: string }[] }
}

const nothingShown: Shown = {
  ids: { photosBefore: [], photosAfter: [], files: [] },
  filesOpen: false,
  called: new Map(),
}

/**
 * The photos and files of one version of a reply. A correction that does not name them keeps those of the version before,
 * and may use them again; one that is passed on shows what the other one shows.
 * @throws Refusal `bad_input` about the field
 */
export async function photosOfForm(
  { tx, record, asker, form }: OfStep & PhotosOfForm,
  before: Shown | Promise<Shown> = nothingShown,
): Promise<ShownByReply> {
  const given = 'system' in asker ? [] : fields.flatMap((field) => form[field] ?? [])
  const [own, shown] = await Promise.all([unusedAmong(tx, given, whoseOf({ record, asker })), before])
  const known = fields.flatMap((field) => shown.ids[field])
  const all = Object.fromEntries(fields.map((field) => [field, form[field] ?? shown.ids[field]]))
  const isNew = (id: string) => !('system' in asker) && !known.includes(id)
  const added = Object.fromEntries(fields.map((field) => [field, (all[field] ?? []).filter(isNew)]))
  refuseOthers(added, own)
  const filesOpen = opens(form, shown)
  // Those that were open before have been looked at; what is passed on was looked at where it was written.
  const unseen = !filesOpen || 'system' in asker ? [] : shown.filesOpen ? added.files : all.files
  return {
    all: all as ShownByReply['all'],
    added,
    own,
    filesOpen,
    toCheck: {
      photos: [...new Set([...(added.photosBefore ?? []), ...(added.photosAfter ?? [])])],
      files: [...new Set(unseen)].map((id) => ({
        id,
        name: own.get(id)?.name ?? shown.called.get(id) ?? '',
      })),
    },
  }
}

/** Who names the files says with it whether they are open. */
const opens = ({ files, filesOpen }: PhotosOfForm['form'], shown: Shown) =>
  files === undefined ? shown.filesOpen || filesOpen === true : filesOpen === true

/** @param checks the check of each that is new: what a reply shows is public with it; photos of a consultation never are */
export async function keepReplyPhotos(
  { tx, record, now }: OfStep,
  version: number,
  { all, added, own, filesOpen }: ShownByReply,
  checks: ReadonlyMap<string, string | null>,
) {
  await claimPhotos(tx, added, own, now, checks)
  const claimed = Object.values(added).flat()
  for (const [id, checkId] of checks) if (!claimed.includes(id)) await tx.update(Photo, { id }, { checkId })
  const place = { ...ofRound(record), replyVersion: version, consultationId: null }
  await placePhotos(
    tx,
    place,
    fields.map((field) => ({
      ...{ kind: kinds[field], ids: all[field] },
      isOpen: field === 'files' && filesOpen,
    })),
  )
}

/** Those of this version of the reply, under the names of the form. */
export function shownIn(
  photos: readonly PlacedPhoto[],
  { record }: { record: Pick<OfStep['record'], 'currentRound'> },
  version: number,
): Shown {
  const reply = { roundNo: record.currentRound, version }
  const { files, filesOpen } = filesOfReply(photos, reply)
  return {
    ids: { ...photosOfReply(photos, reply), files: files.map(({ id }) => id) },
    filesOpen,
    called: new Map(files.map(({ id, name }) => [id, name])),
  }
}

/** Whether a form shows what the reply shows; one that names no photos keeps them. */
export const hasSamePhotos = (form: PhotosOfForm['form'], shown: Shown) =>
  fields.every((field) => form[field] === undefined || form[field].join() === shown.ids[field].join()) &&
  opens(form, shown) === shown.filesOpen

export async function keepConsultationPhotos(
  { tx, record, asker, now }: OfStep,
  consultationId: string,
  photos: readonly string[],
) {
  const own = await ownUnused(tx, { photos }, whoseOf({ record, asker }))
  await claimPhotos(tx, { photos }, own, now)
  const place = { ...ofRound(record), replyVersion: null, consultationId }
  await placePhotos(tx, place, [{ kind: 'talk', ids: photos }])
}

/** The paper on which somebody said what another types; of a text that was handed in it hangs on the text. */
export const keepTypedFiles = async (step: OfStep & { form: Form }) => {
  const { spokeHow, files } = step.form as { spokeHow?: string; files?: string[] }
  if (spokeHow !== undefined) await keepProgressFiles(step, files)
}

/** Files of a report of progress, and of what was typed for somebody, stand beside its event. */
export async function keepProgressFiles(
  { tx, record, asker, now }: OfStep,
  files: readonly string[] | undefined = [],
) {
  if (files.length === 0) return
  const own = await ownUnused(tx, { files }, whoseOf({ record, asker }))
  await claimPhotos(tx, { files }, own, now)
  const place = { ...ofRound(record), replyVersion: null, consultationId: null }
  await placePhotos(tx, { ...place, eventVersion: record.version + 1 }, [{ kind: 'progress', ids: files }])
}

const whoseOf = ({ record: { townId, leadUnitId }, asker }: Pick<OfStep, 'record' | 'asker'>) => ({
  ...{ townId, unitId: leadUnitId ?? '', personId: personIdOf(asker) },
})
