import type { Reader } from '../../database/source'

/** `before` and `after` belong to a reply, `talk` to a consultation. */
export type PhotoKind = 'before' | 'after' | 'talk'

export interface PlacedPhoto {
  photoId: string
  kind: PhotoKind
  roundNo: number
  replyVersion: number | null
  consultationId: string | null
}

/** All photos of one suggestion, also those of replies as they stood before; the caller has checked the town's wall. */
export const readPhotos = (reader: Reader, suggestionId: string) =>
  reader.query<PlacedPhoto[]>(
    `SELECT photo_id AS photoId, photo_kind AS kind, round_no AS roundNo, reply_version AS replyVersion,
       consultation_id AS consultationId
     FROM photo_use WHERE suggestion_id = ? ORDER BY round_no, reply_version, position, id`,
    [suggestionId],
  )

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

export const photosOfConsultation = (photos: readonly PlacedPhoto[], id: string) =>
  photos.filter(({ consultationId }) => consultationId === id).map(({ photoId }) => photoId)

export async function readJpeg(reader: Reader, townId: string, id: string) {
  const [row] = await reader.query<{ jpeg: Buffer; personId: string }[]>(
    'SELECT jpeg, person_id AS personId FROM photo WHERE town_id = ? AND id = ?',
    [townId, id],
  )
  return row
}

/** The suggestions that a photo belongs to: more than one where a reply was passed on to those merged with it. */
export const readSuggestionsOf = (reader: Reader, townId: string, photoId: string) =>
  reader.query<{ id: string }[]>(
    `SELECT DISTINCT s.id FROM photo_use u JOIN suggestion s ON s.id = u.suggestion_id
     WHERE s.town_id = ? AND u.photo_id = ?`,
    [townId, photoId],
  )
