import { type ContentCheckState, publicCheckStates } from '../../../shared/matters/content-check/table'
import { type FileKind, type FileView } from '../../../shared/files'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'

/** `before` and `after` belong to a reply, `talk` to a consultation; files to the `text`, a `reply` or a `progress`. */
export type PhotoKind = 'before' | 'after' | 'talk' | 'text' | 'reply' | 'progress'

export interface PlacedPhoto {
  photoId: string
  kind: PhotoKind
  roundNo: number
  replyVersion: number | null
  consultationId: string | null
  /** Of its check; null where it was there before there were any. */
  checkState: ContentCheckState | null
  /** Of a file only. */
  fileName: string | null
  fileKind: FileKind | null
  fileBytes: number | null
  isOpen: number
  eventVersion: number | null
  /** What everyone sees in its place, and how large it is as a file. */
  shownId: string | null
  shownBytes: number | null
}

/** All photos of one suggestion, also those of replies as they stood before; the caller has checked the town's wall. */
export const photosPart = (suggestionId: string) =>
  part<PlacedPhoto>({
    columns: {
      photoId: 'u.photo_id',
      kind: 'u.photo_kind',
      roundNo: 'u.round_no',
      replyVersion: 'u.reply_version',
      consultationId: 'u.consultation_id',
      checkState: 'k.state',
      fileName: 'f.file_name',
      fileKind: 'f.file_kind',
      fileBytes: 'f.file_bytes',
      isOpen: 'u.is_open',
      eventVersion: 'u.event_version',
      shownId: 'f.shown_id',
      shownBytes: 'y.file_bytes',
    },
    from: `FROM photo_use u LEFT JOIN photo f ON f.id = u.photo_id
      LEFT JOIN photo y ON y.id = f.shown_id
      LEFT JOIN matter k ON k.id = f.check_id WHERE u.suggestion_id = ?`,
    order: 'u.round_no, u.reply_version, u.position, u.id',
    parameters: [suggestionId],
  })

/** The files on the texts of those that are handled with this one, each under its own suggestion. */
export const mergedFilesPart = (townId: string, mainId: string) =>
  part<Pick<PlacedPhoto, 'photoId' | 'fileName' | 'fileKind' | 'fileBytes'> & { of: string }>({
    columns: {
      ...{ of: 's.id', photoId: 'u.photo_id' },
      ...{ fileName: 'f.file_name', fileKind: 'f.file_kind', fileBytes: 'f.file_bytes' },
    },
    from: `FROM suggestion main JOIN suggestion s ON s.merged_into_id = main.id
      JOIN photo_use u ON u.suggestion_id = s.id AND u.photo_kind = 'text' JOIN photo f ON f.id = u.photo_id
      WHERE main.town_id = ? AND main.id = ?`,
    order: 's.id, u.position, u.id',
    parameters: [townId, mainId],
  })

export const readPhotos = async (reader: Reader, suggestionId: string) =>
  (await readTogether(reader, { photos: photosPart(suggestionId) })).photos

/** The photos of one version of a reply, under the names that its form gives them. */
export function photosOfReply(
  photos: readonly PlacedPhoto[],
  { roundNo, version }: { roundNo: number; version: number },
) {
  const ids = (kind: PhotoKind) =>
    photos
      .filter((one) => one.kind === kind && one.roundNo === roundNo && one.replyVersion === version)
      .map(({ photoId }) => photoId)
  return { photosBefore: ids('before'), photosAfter: ids('after') }
}

const isOf =
  (kind: PhotoKind, roundNo?: number, version?: number | null) =>
  (one: PlacedPhoto): boolean =>
    one.kind === kind &&
    (roundNo === undefined || one.roundNo === roundNo) &&
    (version === undefined || one.replyVersion === version)

export const viewFile = ({
  photoId,
  fileName,
  fileKind,
  fileBytes,
}: Pick<PlacedPhoto, 'photoId' | 'fileName' | 'fileKind' | 'fileBytes'>): FileView[] =>
  fileName === null || fileKind === null
    ? []
    : [{ id: photoId, name: fileName, kind: fileKind, bytes: Number(fileBytes) }]

export const filesOfText = (photos: readonly PlacedPhoto[]) => photos.filter(isOf('text')).flatMap(viewFile)

/** The files of one version of a reply, and whether its writer wants everyone to have them. */
export function filesOfReply(
  photos: readonly PlacedPhoto[],
  { roundNo, version }: { roundNo: number; version: number },
) {
  const own = photos.filter(isOf('reply', roundNo, version))
  return { files: own.flatMap(viewFile), filesOpen: own.some(({ isOpen }) => Number(isOpen) === 1) }
}

/** Those of reports of progress, by the version of their event. */
export function filesOfProgress(photos: readonly PlacedPhoto[]): ReadonlyMap<number, FileView[]> {
  const found = new Map<number, FileView[]>()
  for (const one of photos.filter(isOf('progress'))) {
    const version = Number(one.eventVersion)
    found.set(version, [...(found.get(version) ?? []), ...viewFile(one)])
  }
  return found
}

/** As everyone gets it. */
const asShown = <One extends PlacedPhoto>(one: One): One =>
  one.shownId === null ? one : { ...one, photoId: one.shownId, fileBytes: one.shownBytes }

/** Those that a second person has let through. */
export const publicFilesOf = (
  photos: readonly PlacedPhoto[],
  { roundNo, version }: { roundNo: number; version: number },
) =>
  photos
    .filter(isOf('reply', roundNo, version))
    .filter(
      ({ isOpen, checkState }) =>
        Number(isOpen) === 1 &&
        checkState !== null &&
        (publicCheckStates as readonly ContentCheckState[]).includes(checkState),
    )
    .map(asShown)
    .flatMap(viewFile)

/** Those that anyone may see, and how many of each kind are still being checked. */
export function publicPhotosOf(
  photos: readonly PlacedPhoto[],
  reply: { roundNo: number; version: number },
): { photosBefore: string[]; photosAfter: string[]; photosBeingChecked: { before: number; after: number } } {
  const isShown = ({ checkState }: PlacedPhoto) =>
    checkState === null || (publicCheckStates as readonly ContentCheckState[]).includes(checkState)
  const waiting = photosOfReply(
    photos.filter((one) => !isShown(one) && one.checkState !== 'hidden'),
    reply,
  )
  return {
    ...photosOfReply(photos.filter(isShown).map(asShown), reply),
    photosBeingChecked: { before: waiting.photosBefore.length, after: waiting.photosAfter.length },
  }
}

export const photosOfConsultation = (photos: readonly PlacedPhoto[], id: string) =>
  photos.filter(({ consultationId }) => consultationId === id).map(({ photoId }) => photoId)

/** A photo, or a picture among files where it is to be blurred. */
export async function readJpeg(reader: Reader, townId: string, id: string) {
  const [row] = await reader.query<{ jpeg: Buffer; personId: string; blursId: string | null }[]>(
    `SELECT jpeg, person_id AS personId, blurs_id AS blursId FROM photo
     WHERE town_id = ? AND id = ? AND (file_name IS NULL OR file_kind = 'jpg')`,
    [townId, id],
  )
  return row
}

/** A photo, or a picture among files, as everyone is to see it: WeChat looks at both. */
export async function readForCheck(reader: Reader, townId: string, id: string) {
  const [row] = await reader.query<{ jpeg: Buffer }[]>(
    `SELECT COALESCE(y.jpeg, f.jpeg) AS jpeg FROM photo f LEFT JOIN photo y ON y.id = f.shown_id
     WHERE f.town_id = ? AND f.id = ? AND (f.file_name IS NULL OR f.file_kind = 'jpg')`,
    [townId, id],
  )
  return row
}

export async function readFile(reader: Reader, townId: string, id: string) {
  const [row] = await reader.query<
    { bytes: Buffer; name: string; kind: FileKind; personId: string; blursId: string | null }[]
  >(
    `SELECT jpeg AS bytes, file_name AS name, file_kind AS kind, person_id AS personId,
       blurs_id AS blursId FROM photo WHERE town_id = ? AND id = ? AND file_name IS NOT NULL`,
    [townId, id],
  )
  return row
}

/**
 * The suggestions that show a photo: more than one where a reply was passed on to those merged with it, and where a text
 * is read on the page of the one that it is handled with.
 */
export const readSuggestionsOf = (reader: Reader, townId: string, photoId: string) =>
  reader.query<{ id: string }[]>(
    `SELECT s.id FROM photo_use u JOIN suggestion s ON s.id = u.suggestion_id
     WHERE s.town_id = ? AND u.photo_id = ?
     UNION SELECT s.merged_into_id FROM photo_use u JOIN suggestion s ON s.id = u.suggestion_id
     JOIN matter m ON m.id = s.id
     WHERE s.town_id = ? AND u.photo_id = ? AND u.photo_kind = 'text' AND s.merged_into_id IS NOT NULL
       AND m.state <> 'withdrawn'`,
    [townId, photoId, townId, photoId],
  )
