import { type FileKind, fileKinds } from '../../../shared/files'
import type { PetitionView } from '../../../shared/matters/petition/endpoints'
import { PetitionAttachment } from '../../database/entities/matters/petition-attachment'
import { sealBytes, unsealBytes } from '../../database/seal'
import type { Reader, Tx } from '../../database/source'
import { standingOf } from '../../engine/standing'
import type { Actor } from '../../http/actor'
import { kind } from './kind'

/** A photo, a recording or a paper, as it stood beside the message. */
export interface Beside {
  id: string
  format: string
  seconds: number | null
  content: Buffer
}

const placeOf = (townId: string, id: string) => `petition attachment ${townId} ${id}`

/** Under the ids that they had, so that whoever sends a step again sends no second one. */
export async function keepAttachments(
  tx: Tx,
  secretKey: string,
  { townId, id: petitionId }: { townId: string; id: string },
  all: readonly Beside[],
  now: Date,
) {
  // One by one: a statement holds one picture, not ten.
  for (const [position, { id, format, seconds, content }] of all.entries())
    await tx.insert(PetitionAttachment, {
      ...{ id, townId, petitionId, position, format, seconds, createdAt: now },
      sealed: sealBytes(secretKey, placeOf(townId, id), content),
    })
}

const isPaper = (format: string): format is FileKind => format in fileKinds
const kindOf = (format: string) => (format === 'jpeg' ? 'photo' : isPaper(format) ? 'paper' : 'voice')

export async function attachmentsOf(
  reader: Reader,
  petitionId: string,
): Promise<PetitionView['attachments']> {
  const rows = await reader.query<Pick<Beside, 'id' | 'format' | 'seconds'>[]>(
    'SELECT id, format, seconds FROM petition_attachment WHERE petition_id = ? ORDER BY position',
    [petitionId],
  )
  return rows.map(({ id, format, seconds }, at) => ({
    ...{ id, kind: kindOf(format), seconds: seconds === null ? null : Number(seconds) },
    name: isPaper(format) ? nameOf(at, format) : null,
  }))
}

/** What a paper was called may say who brought it. */
const nameOf = (at: number, format: FileKind) => `附件${at + 1}.${format}`

/**
 * For its author and whoever handles it, and nobody else.
 * @returns undefined where there is none of this id
 * @throws Refusal `not_found` for anybody else
 */
export async function readPetitionAttachment(
  reader: Reader,
  secretKey: string,
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ content: Buffer; format: string; name: string } | undefined> {
  const [kept] = await reader.query<
    { petitionId: string; position: number; format: string; sealed: Buffer }[]
  >(
    'SELECT petition_id AS petitionId, position, format, sealed FROM petition_attachment WHERE town_id = ? AND id = ?',
    [actor.townId, id],
  )
  if (kept === undefined) return undefined
  await standingOf(reader, kind, actor, kept.petitionId, now)
  const content = unsealBytes(secretKey, placeOf(actor.townId, id), kept.sealed)
  const { format } = kept
  return content && { content, format, name: nameOf(Number(kept.position), format as FileKind) }
}
