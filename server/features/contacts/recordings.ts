import { OpinionAttachment } from '../../database/entities/opinion/opinion-attachment'
import type { Tx } from '../../database/source'
import type { DoneToRow, Keeper } from '../../engine/registers/kept-register'
import { claimAttachments, ownAttachments } from '../../matters/opinion/attachments'

/**
 * A recording belongs to the visit that names it; one that is named no longer is gone.
 * @throws Refusal `bad_input` where it is somebody else's, or used already
 */
export async function keepRecording(
  tx: Tx,
  { townId, accountId = '' }: Keeper,
  { row: { id, values }, changes }: DoneToRow,
  now: Date,
) {
  const voice = typeof values.voice === 'string' ? values.voice : undefined
  // Nothing is spoken of most visits.
  if (voice === undefined && !changes.some(({ field }) => field === 'voice')) return
  const [before] = await tx.query<{ id: string }[]>('SELECT id FROM opinion_attachment WHERE visit_id = ?', [
    id,
  ])
  if (before?.id === voice) return
  if (before) await tx.delete(OpinionAttachment, { id: before.id })
  await claimAttachments(tx, await ownAttachments(tx, { voice }, { townId, accountId }), { visitId: id }, now)
}
