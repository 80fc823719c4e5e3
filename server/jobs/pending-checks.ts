import type { ContentCheckAction } from '../../shared/matters/content-check/table'
import { Refusal } from '../../shared/words/refusals'
import { isoInstant, sqlInstant } from '../database/sql'
import { act } from '../engine/act'
import { systemOf } from '../engine/kind'
import { kind as contentCheck } from '../matters/content-check/kind'
import { firstInstant, type JobParts } from './runner'

export interface PendingCheck {
  id: string
  townId: string
  version: number
  /** A check looks at a text or at a photo. */
  text: string | null
  photoId: string | null
  /** WeChat has taken the photo under this number. */
  traceId: string | null
  writtenAt: string
  /** None where its writer has not bound WeChat. */
  openid: string | null
}

/** A picture among files has a name beside it, which is not asked about. */
const subjects = {
  text: 'k.text IS NOT NULL AND k.photo_id IS NULL',
  photo: 'k.photo_id IS NOT NULL',
} as const
type Subject = keyof typeof subjects

/** What WeChat may be asked about now, the oldest first. */
export const readPending = ({ database, now }: JobParts, subject: Subject) =>
  database.reader.query<PendingCheck[]>(
    `SELECT m.id, m.town_id AS townId, m.version, k.text, k.photo_id AS photoId, k.trace_id AS traceId,
       k.written_at AS writtenAt, a.openid
     FROM matter m JOIN content_check k ON k.id = m.id LEFT JOIN person p ON p.id = k.person_id LEFT JOIN account a ON a.id = p.account_id
     WHERE m.kind = 'contentCheck' AND m.state = 'pending' AND ${subjects[subject]} AND k.check_after <= ?
     ORDER BY k.written_at, k.id LIMIT 20`,
    [sqlInstant(now())],
  )

/** When WeChat may be asked about something next. */
export const nextPending = (parts: JobParts, subject: Subject) =>
  firstInstant(
    parts,
    `SELECT MIN(k.check_after) AS at FROM matter m JOIN content_check k ON k.id = m.id
     WHERE m.kind = 'contentCheck' AND m.state = 'pending' AND ${subjects[subject]}`,
  )

/** So long WeChat is asked again where it has no answer. */
const patienceMs = 3_600_000

/** Sooner for what is fresh than for what has waited: WeChat in trouble is not asked every two seconds. */
export const pauseAfter = (waitedMs: number) => Math.max(5000, waitedMs / 4)

/** WeChat could not be asked: it is asked again for a while, and then a person looks. */
export async function askLater(parts: JobParts, check: PendingCheck) {
  const waited = parts.now().getTime() - Date.parse(isoInstant(check.writtenAt))
  if (waited >= patienceMs) return settle(parts, check, 'hold')
  await putOff(parts, check, pauseAfter(waited))
}

export const putOff = ({ database, now }: JobParts, { id }: PendingCheck, ms: number, traceId?: string) =>
  database.transaction((tx) =>
    tx.query(
      `UPDATE content_check SET check_after = ?, trace_id = COALESCE(?, trace_id)
       WHERE id = ? AND EXISTS (SELECT 1 FROM matter m WHERE m.id = content_check.id AND m.state = 'pending')`,
      [sqlInstant(new Date(now().getTime() + ms)), traceId ?? null, id],
    ),
  )

export async function settle(
  { database, now }: JobParts,
  { id, townId, version }: PendingCheck,
  action: Extract<ContentCheckAction, 'pass' | 'hold'>,
) {
  try {
    await database.transaction((tx) =>
      act(tx, contentCheck, systemOf(townId), id, action, { version, form: {} }, now()),
    )
  } catch (error) {
    // Another instance was quicker: nothing is left to do.
    if (!(error instanceof Refusal)) throw error
  }
}
