import type { BlurArea } from '../../../shared/grammar/blur-areas'
import { Refusal } from '../../../shared/words/refusals'
import { Photo } from '../../database/entities/matters/photo'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { makePicture } from '../../gateways/pictures/make-picture'
import type { Actor } from '../../http/actor'
import { seesPhoto } from './who-sees'

interface Original {
  id: string
  jpeg: Buffer
  personId: string
  fileName: string | null
  fileKind: string | null
}

/**
 * A picture made of one that whoever asks may see as it is: always of the one that was sent, never of one that is blurred.
 * @throws Refusal `not_found` where it is gone, not theirs to see, or no picture; `bad_input`, `unavailable`
 */
export async function makeBlurred(
  reader: Reader,
  actor: Actor,
  { id, areas }: { id: string; areas: readonly BlurArea[] },
  now: Date,
) {
  const [original] = await reader.query<Original[]>(
    `SELECT id, jpeg, person_id AS personId, file_name AS fileName, file_kind AS fileKind
     FROM photo WHERE town_id = ? AND id = ? AND blurs_id IS NULL AND (file_name IS NULL OR file_kind = 'jpg')`,
    [actor.townId, id],
  )
  const isOwn = original !== undefined && original.personId === actor.person?.id
  if (!original || !(isOwn || (await seesPhoto(reader, actor, id, now)))) throw new Refusal('not_found')
  return { original, jpeg: await makePicture('photo', original.jpeg, areas) }
}

/** Kept for a day, until a step shows it; what its writer has not sent yet is shown with it from now on. */
export async function keepBlurred(
  tx: Tx,
  { townId, person }: Actor,
  { original, jpeg }: Awaited<ReturnType<typeof makeBlurred>>,
  now: Date,
) {
  if (person === null) throw new Refusal('not_allowed')
  const id = newId()
  const { fileName, fileKind } = original
  await tx.insert(Photo, {
    ...{ id, townId, personId: person.id, jpeg, uploadedAt: now, usedAt: null, checkId: null },
    ...{ fileName, fileKind, fileBytes: fileName === null ? null : jpeg.length },
    ...{ shownId: null, blursId: original.id },
  })
  await tx.query('UPDATE photo SET shown_id = ? WHERE id = ? AND used_at IS NULL AND person_id = ?', [
    ...[id, original.id, person.id],
  ])
  return { id }
}
