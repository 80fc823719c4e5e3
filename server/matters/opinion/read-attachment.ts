import type { VoiceFormat } from '../../../shared/matters/opinion/attachments'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { standingOf } from '../../engine/standing'
import type { Actor } from '../../http/actor'
import { kind } from './kind'

interface Kept {
  content: Buffer
  format: 'jpeg' | VoiceFormat
  accountId: string
  opinionId: string | null
  author: 'resident' | 'deputy' | null
  withheld: number | boolean | null
}

/**
 * Until it is sent it is its owner's alone; then it is for whoever reads the words beside which it stands.
 * @throws Refusal `not_found` for anybody else
 */
export async function readAttachment(reader: Reader, actor: Actor, id: string, now: Date) {
  const [kept] = await reader.query<Kept[]>(
    `SELECT c.content, c.format, c.account_id AS accountId, c.resident_opinion_id AS opinionId,
       e.author, e.withheld FROM opinion_attachment c LEFT JOIN opinion_message e ON e.id = c.message_id
     WHERE c.town_id = ? AND c.id = ?`,
    [actor.townId, id],
  )
  if (kept === undefined) throw new Refusal('not_found')
  const { opinionId, author, withheld } = kept
  if (opinionId === null) {
    if (kept.accountId !== actor.accountId) throw new Refusal('not_found')
    return kept
  }
  const { parties } = await standingOf(reader, kind, actor, opinionId, now)
  const isOwn = author !== null && parties.has(author)
  const isShown = Number(withheld) === 0 && (parties.has('deputy') || parties.has('resident'))
  if (!(parties.has('congressOffice') || isOwn || isShown)) throw new Refusal('not_found')
  return kept
}
