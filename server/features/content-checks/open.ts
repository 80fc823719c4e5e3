import type { ContentKind } from '../../../shared/content-checks'
import { ContentCheck } from '../../database/entities/content-check'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { quoted } from '../../database/sql'

/** Where what is written belongs, and whose it is. */
export interface Written {
  townId: string
  suggestionId: string
  /** The suggestion whose words are passed on to this one, where it is handled with another. */
  handledWithId: string | null
  confidential: number
  /** Null where the system passes on what somebody wrote elsewhere. */
  personId: string | null
  now: Date
}

const stillGood = quoted(['pending', 'held', 'passed', 'approved'])

/**
 * Opens the check of a sentence that anyone will read. The same words of the same matter are checked once; what is
 * passed on stands or falls with where it was written. What is confidential reaches nobody, and is not sent to WeChat.
 * @returns the check's id; null where there is nothing to check
 */
export async function openCheck(
  tx: Tx,
  written: Written,
  kind: Exclude<ContentKind, 'photo'>,
  text: string,
): Promise<string | null> {
  if (written.confidential === 1) return null
  const [same] = await tx.query<{ id: string }[]>(
    `SELECT id FROM content_check WHERE town_id = ? AND suggestion_id IN (?, ?) AND kind = ? AND text = ?
       AND state IN (${stillGood}) ORDER BY written_at DESC, id DESC LIMIT 1`,
    [written.townId, written.suggestionId, written.handledWithId ?? written.suggestionId, kind, text],
  )
  if (same) return same.id
  return written.personId === null ? null : insert(tx, written, { kind, text, photoId: null })
}

/** A photo is checked once, when a reply takes it in. */
export async function openPhotoCheck(tx: Tx, written: Written, photoId: string): Promise<string | null> {
  return written.confidential === 1 ? null : insert(tx, written, { kind: 'photo', text: null, photoId })
}

async function insert(
  tx: Tx,
  { townId, suggestionId, personId, now }: Omit<Written, 'handledWithId' | 'confidential'>,
  what: { kind: ContentKind; text: string | null; photoId: string | null },
): Promise<string> {
  const id = newId()
  await tx.insert(ContentCheck, {
    id,
    townId,
    suggestionId,
    ...what,
    personId,
    version: 0,
    state: 'pending',
    stateSince: now,
    writtenAt: now,
    checkAfter: now,
    traceId: null,
    decidedById: null,
    reason: null,
  })
  return id
}

/** The new words of somebody who was asked to write them again. */
export const reopenCheck = (
  tx: Tx,
  written: Omit<Written, 'handledWithId' | 'confidential'>,
  kind: ContentKind,
  text: string,
) => insert(tx, written, { kind, text, photoId: null })
