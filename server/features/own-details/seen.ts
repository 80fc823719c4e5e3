import { sayDetailsSince } from '../../../shared/words/changed-since'
import { Refusal } from '../../../shared/words/refusals'
import { digestOf } from '../../database/digest'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { ownPhone } from './given-phones'

/** What somebody added about themselves, and which state of it this is. */
export async function readDetails(reader: Reader, secretKey: string, actor: Actor) {
  const { townId, accountId } = actor
  const [avatar] = await reader.query<{ chosenAt: string }[]>(
    'SELECT chosen_at AS chosenAt FROM avatar WHERE town_id = ? AND account_id = ?',
    [townId, accountId],
  )
  const phone = await ownPhone(reader, secretKey, actor)
  const state = JSON.stringify([phone, avatar ? String(avatar.chosenAt) : null])
  return { phone, hasAvatar: avatar !== undefined, version: Number.parseInt(digestOf(state).slice(0, 8), 16) }
}

/** @throws Refusal `stale` where it was changed in another place since it was looked at */
export async function asSeen(reader: Reader, secretKey: string, actor: Actor, seen: number | undefined) {
  if (seen === undefined) return
  const { phone, hasAvatar, version } = await readDetails(reader, secretKey, actor)
  if (version !== seen) throw new Refusal('stale', {}, sayDetailsSince(phone, hasAvatar))
}
