import {
  contentCheckActions,
  type ContentCheckState,
  type ContentKind,
  type WordsKind,
} from '../../../shared/matters/content-check/table'
import type { Found } from '../../../shared/personal-data/personal-data'
import { ContentCheck } from '../../database/entities/matters/content-check'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { quoted } from '../../database/sql'
import { wake } from '../../database/waking'
import { writeEvents } from '../../engine/events'
import { lookFor } from './look-for'
import { tellOfCheck } from './tell-of-check'

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

const stillGood = quoted(['pending', 'held', 'passed', 'approved', 'hidden'])

/**
 * Opens the check of a sentence that anyone will read. Our own check comes first: what it finds goes straight to a second
 * person. The same words of the same matter are checked once; what is passed on stands or falls with where it was written.
 * What is confidential reaches nobody, and is not sent to WeChat.
 * @param readByTwo two people have read it already, so that WeChat is not asked
 * @returns the check's id; null where there is nothing to check
 */
export async function openCheck(
  tx: Tx,
  written: Written,
  kind: WordsKind,
  text: string,
  { readByTwo = false } = {},
): Promise<string | null> {
  if (written.confidential === 1) return null
  const { townId, suggestionId, handledWithId } = written
  const [same] = await tx.query<{ id: string }[]>(
    `SELECT id FROM content_check WHERE town_id = ? AND suggestion_id IN (?, ?) AND kind = ? AND text = ?
       AND state IN (${stillGood}) ORDER BY written_at DESC, id DESC LIMIT 1`,
    [townId, suggestionId, handledWithId ?? suggestionId, kind, text],
  )
  if (same) return same.id
  if (written.personId === null) return null
  return openNew(tx, written, { kind, text }, readByTwo ? 'passed' : 'pending')
}

/** A photo is checked once, when a reply takes it in. */
export async function openPhotoCheck(tx: Tx, written: Written, photoId: string): Promise<string | null> {
  if (written.confidential === 1) return null
  return insert(tx, written, { kind: 'photo', text: null, photoId, placeId: null }, 'pending', [])
}

type Place = Pick<Written, 'townId' | 'personId' | 'now'> & {
  suggestionId: string | null
  /** A resident's opinion that is behind it without a suggestion of the town. */
  opinionId?: string | null
}

/** The check of new words wherever they stand: those that take the place of others, those that belong to no suggestion. */
export async function openNew(
  tx: Tx,
  place: Place,
  { kind, text, placeId = null }: { kind: WordsKind; text: string; placeId?: string | null },
  otherwise: Extract<ContentCheckState, 'pending' | 'passed'> = 'pending',
): Promise<string> {
  const found = await lookFor(
    tx,
    {
      townId: place.townId,
      suggestionIds: place.suggestionId === null ? [] : [place.suggestionId],
      opinionIds: place.opinionId ? [place.opinionId] : [],
    },
    kind,
    text,
  )
  return insert(tx, place, { kind, text, photoId: null, placeId }, otherwise, found)
}

/** A portrait comes from the office itself; a new one takes the place of the one before, also of one that was taken back. */
export async function openPortraitCheck(tx: Tx, place: Omit<Place, 'suggestionId'>, placeId: string) {
  await tx.query(
    `UPDATE content_check SET state = ?, version = version + 1
     WHERE town_id = ? AND kind = 'portrait' AND place_id = ? AND state <> ?`,
    [replaced, place.townId, placeId, replaced],
  )
  const what = { kind: 'portrait', text: null, photoId: null, placeId } as const
  return insert(tx, { ...place, suggestionId: null }, what, 'passed', [])
}
const replaced = contentCheckActions.rewrite.moves.held

async function insert(
  tx: Tx,
  { townId, suggestionId, personId, now }: Place,
  what: { kind: ContentKind; text: string | null; photoId: string | null; placeId: string | null },
  otherwise: Extract<ContentCheckState, 'pending' | 'passed'>,
  found: readonly Found[],
): Promise<string> {
  wake(tx, 'contentCheck')
  const id = newId()
  const isHeld = found.length > 0
  await tx.insert(ContentCheck, {
    id,
    townId,
    suggestionId,
    ...what,
    personId,
    version: 0,
    state: isHeld ? contentCheckActions.hold.moves[otherwise] : otherwise,
    stateSince: now,
    writtenAt: now,
    checkAfter: now,
    lookedAt: now,
    found: isHeld ? JSON.stringify(found) : null,
    traceId: null,
    decidedById: null,
    reason: null,
  })
  if (isHeld) {
    const event = { townId, kind: 'contentCheck', matterId: id, version: 0, action: 'hold', toState: 'held' }
    await writeEvents(tx, [{ ...event, party: 'system', personId: null }], now)
    await tellOfCheck(tx, { townId, id }, 'hold', personId, {}, now)
  }
  return id
}
