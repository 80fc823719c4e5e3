import { type FileKind, fileKinds } from '../../../shared/files'
import { type VoiceFormat, voiceFormats } from '../../../shared/matters/opinion/attachments'
import { receptionTable } from '../../../shared/matters/reception/table'
import { mayDo } from '../../../shared/permissions'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { kindNamed } from '../../engine/known-kinds'
import { standingOf } from '../../engine/standing'
import type { Actor } from '../../http/actor'
import { readPetitionAttachment } from '../petition/attachments'
import { kind } from './kind'

interface Kept {
  content: Buffer
  format: 'jpeg' | VoiceFormat
  accountId: string
  opinionId: string | null
  receptionId: string | null
  /** Whose visit. */
  visitorId: string | null
  author: 'resident' | 'deputy' | null
  withheld: number | boolean | null
}

/** What is handed out, and how a browser is to take it. */
interface HandedOut {
  content: Buffer
  mediaType: string
  /** Of what is only ever taken away as a file. */
  name?: string
}

/**
 * Until it is sent it is its owner's alone; then it is for whoever reads the words beside which it stands: of a message,
 * of somebody who came to a station, or of a visit. What has gone along with a petition is for whoever handles that, and
 * its author.
 * @throws Refusal `not_found` for anybody else
 */
export async function readAttachment(
  reader: Reader,
  secretKey: string,
  actor: Actor,
  id: string,
  now: Date,
): Promise<HandedOut> {
  const [kept] = await reader.query<Kept[]>(
    `SELECT c.content, c.format, c.account_id AS accountId, c.resident_opinion_id AS opinionId,
       e.author, e.withheld, x.reception_id AS receptionId, w.deputy_id AS visitorId
     FROM opinion_attachment c LEFT JOIN opinion_message e ON e.id = c.message_id
       LEFT JOIN reception_record x ON x.id = c.reception_record_id
       LEFT JOIN visit w ON w.id = c.visit_id
     WHERE c.town_id = ? AND c.id = ?`,
    [actor.townId, id],
  )
  if (kept === undefined) return readMoved(reader, secretKey, actor, id, now)
  const { opinionId, receptionId, visitorId, author, withheld } = kept
  const handedOut = { content: kept.content, mediaType: mediaTypeOf(kept.format) }
  if (receptionId !== null) {
    const { parties } = await standingOf(reader, kindNamed(receptionTable.kind), actor, receptionId, now)
    if (!(parties.has('congressOffice') || parties.has('sitter'))) throw new Refusal('not_found')
    return handedOut
  }
  if (visitorId !== null) {
    if (visitorId !== actor.person?.id && !mayDo('keepAllRecords', actor.roles))
      throw new Refusal('not_found')
    return handedOut
  }
  if (opinionId === null) {
    if (kept.accountId !== actor.accountId) throw new Refusal('not_found')
    return handedOut
  }
  const { parties } = await standingOf(reader, kind, actor, opinionId, now)
  const isOwn = author !== null && parties.has(author)
  const isShown = Number(withheld) === 0 && (parties.has('deputy') || parties.has('resident'))
  if (!(parties.has('congressOffice') || isOwn || isShown)) throw new Refusal('not_found')
  return handedOut
}

async function readMoved(...asked: Parameters<typeof readPetitionAttachment>): Promise<HandedOut> {
  const moved = await readPetitionAttachment(...asked)
  if (moved === undefined) throw new Refusal('not_found')
  const { content, format, name } = moved
  return format in fileKinds
    ? { content, name, mediaType: fileKinds[format as FileKind].mediaType }
    : { content, mediaType: mediaTypeOf(format) }
}

const mediaTypeOf = (format: string) =>
  format === 'jpeg' ? 'image/jpeg' : voiceFormats[format as VoiceFormat]
