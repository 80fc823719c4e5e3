import { PhotoUse } from '../../database/entities/matters/photo-use'
import type { Tx } from '../../database/source'
import { claimPhotos, letGo, ownUnused, placePhotos } from '../../features/photos/use-photos'

interface OfText {
  townId: string
  suggestionId: string
  /** Who writes the text, or types it. */
  personId: string | null
}

/**
 * The files that hang on a text. A form that does not name them leaves them; one that is taken off is forgotten like
 * one that was never used.
 * @returns whether anything of them changes. @throws Refusal `bad_input` about `files`
 */
export async function keepFilesOfText(
  tx: Tx,
  { townId, suggestionId, personId }: OfText,
  files: readonly string[] | undefined,
  now: Date,
): Promise<boolean> {
  if (files === undefined) return false
  const stand = await tx.find(PhotoUse, {
    where: { suggestionId, photoKind: 'text' },
    order: { position: 'ASC', id: 'ASC' },
  })
  const before = stand.map(({ photoId }) => photoId)
  if (before.join() === files.join()) return false
  const added = { files: files.filter((id) => !before.includes(id)) }
  const own = await ownUnused(tx, added, { townId, unitId: '', personId })
  await claimPhotos(tx, added, own, now)
  if (before.length > 0) await tx.delete(PhotoUse, { suggestionId, photoKind: 'text' })
  const removed = before.filter((id) => !files.includes(id))
  await letGo(tx, removed)
  const place = { suggestionId, roundNo: 0, replyVersion: null, consultationId: null }
  if (files.length > 0) await placePhotos(tx, place, [{ kind: 'text', ids: files }])
  return true
}

/** What is handled apart has the same text, with the same files. */
export async function copyFilesOfText(tx: Tx, fromId: string, toId: string) {
  const stand = await tx.findBy(PhotoUse, { suggestionId: fromId, photoKind: 'text' })
  if (stand.length === 0) return
  const place = { suggestionId: toId, roundNo: 0, replyVersion: null, consultationId: null }
  await placePhotos(tx, place, [{ kind: 'text', ids: stand.map(({ photoId }) => photoId) }])
}
