import { isoInstant, sqlInstant } from '../database/sql'
import { addressForCheck } from '../features/photos/address-for-check'
import { askLater, settle } from './check-content'
import type { Job, JobParts } from './runner'

/** WeChat promises its word within this time; after that a person looks. */
const answerMs = 30 * 60_000
/** So long WeChat is asked to take the photo at all. */
const patienceMs = 3_600_000

/**
 * Has WeChat look at the photos that a reply makes public. It fetches them by itself and tells later, so that a photo
 * waits twice: to be taken, and to be told of. Where either does not happen, a person looks.
 */
export const checkPhotos: Job = {
  name: 'check-photos',
  pauseMs: 5000,
  afterWrite: true,
  async run(parts) {
    const waiting = await parts.database.reader.query<Waiting[]>(
      `SELECT k.id, k.town_id AS townId, k.version, k.photo_id AS photoId, k.written_at AS writtenAt,
         k.trace_id AS traceId, a.openid
       FROM content_check k LEFT JOIN person p ON p.id = k.person_id LEFT JOIN account a ON a.id = p.account_id
       WHERE k.state = 'pending' AND k.photo_id IS NOT NULL AND k.check_after <= ?
       ORDER BY k.written_at, k.id LIMIT 20`,
      [sqlInstant(parts.now())],
    )
    for (const one of waiting) await checkOne(parts, one)
  },
}

interface Waiting {
  id: string
  townId: string
  version: number
  photoId: string
  writtenAt: string
  traceId: string | null
  openid: string | null
}

async function checkOne(parts: JobParts, photo: Waiting) {
  const asked = photo.traceId === null ? await ask(parts, photo) : 'look'
  const waited = parts.now().getTime() - Date.parse(isoInstant(photo.writtenAt))
  if (asked === 'later' && waited < patienceMs) await askLater(parts, photo.id, Math.max(5000, waited / 4))
  else if (typeof asked === 'string') await settle(parts, photo, 'hold')
  else await keepTrace(parts, photo.id, asked.traceId)
}

/** WeChat fetches the photo from outside: without an address of one's own there is nothing to fetch. */
async function ask({ wechat, photoCheck, now }: JobParts, { openid, ...photo }: Waiting) {
  if (openid === null || photoCheck === undefined) return 'look'
  return wechat.checkPhoto(openid, addressForCheck(photoCheck, photo, now()))
}

const keepTrace = ({ database, now }: JobParts, id: string, traceId: string) =>
  database.transaction((tx) =>
    tx.query("UPDATE content_check SET trace_id = ?, check_after = ? WHERE id = ? AND state = 'pending'", [
      traceId,
      sqlInstant(new Date(now().getTime() + answerMs)),
      id,
    ]),
  )
