import { addressForCheck } from '../features/photos/address-for-check'
import { askLater, nextPending, type PendingCheck, putOff, readPending, settle } from './pending-checks'
import type { Job, JobParts } from './runner'

/** WeChat promises its word within this time; after that a person looks. */
const answerMs = 30 * 60_000

/**
 * Has WeChat look at the photos that a reply makes public, and at the pictures among its files. It fetches them by itself and tells later, so that a photo
 * waits twice: to be taken, and to be told of. Where either does not happen, a person looks.
 */
export const checkPhotos: Job = {
  name: 'check-photos',
  wokenBy: ['contentCheck'],
  pauseMs: 60_000,
  againMs: 5000,
  next: (parts) => nextPending(parts, 'photo'),
  async run(parts) {
    for (const one of await readPending(parts, 'photo')) {
      await checkOne(parts, one)
    }
  },
}

async function checkOne(parts: JobParts, photo: PendingCheck) {
  const asked = photo.traceId === null ? await ask(parts, photo) : 'look'
  if (asked === 'later') await askLater(parts, photo)
  else if (asked === 'look') await settle(parts, photo, 'hold')
  else await putOff(parts, photo, answerMs, asked.traceId)
}

/** WeChat fetches the photo from outside: without an address of one's own there is nothing to fetch. */
async function ask({ wechat, photoCheck, now }: JobParts, { openid, townId, photoId }: PendingCheck) {
  if (openid === null || photoId === null || photoCheck === undefined) return 'look'
  return wechat.checkPhoto(openid, addressForCheck(photoCheck, { townId, photoId }, now()))
}
