import { mostVoiceBytes, showAttachment, uploadAttachment } from '../../../shared/matters/opinion/attachments'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { OpinionAttachment } from '../../database/entities/opinion/opinion-attachment'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { knownVoice } from '../../gateways/files/known-voice'
import { makePicture } from '../../gateways/pictures/make-picture'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { readAttachment } from '../../matters/opinion/read-attachment'

export function routes(bind: Bind, { env }: RouteParts) {
  bind.upload(
    uploadAttachment,
    (file, { seconds }) => prepare(file, seconds),
    async ({ tx, actor, prepared, now }) => {
      await refuseHoard(tx, actor.accountId)
      const id = newId()
      await tx.insert(OpinionAttachment, {
        ...{ id, townId: actor.townId, accountId: actor.accountId, ...prepared, uploadedAt: now },
        ...{ usedAt: null, residentOpinionId: null, messageId: null, position: null, lookedAt: null },
      })
      return { id }
    },
  )

  bind.read(showAttachment, async ({ reader, actor, params, now, context }) => {
    const { content, mediaType, name } = await readAttachment(reader, env.secretKey, actor, params.id, now)
    if (name !== undefined) {
      context.attachment(name)
      context.set('Content-Security-Policy', "sandbox; default-src 'none'")
    }
    context.type = mediaType
    context.set('Cache-Control', 'private, no-store')
    context.set('X-Content-Type-Options', 'nosniff')
    return content
  })
}

/** @throws Refusal `bad_input`, `too_large`, `unavailable` */
async function prepare(file: Buffer | undefined, seconds: number | undefined) {
  if (file === undefined) throw wrongField('file', '请选一张照片，或者说一段话。')
  const format = knownVoice(file)
  if (format === undefined) {
    if (seconds !== undefined) throw wrongField('voice', '这段录音打不开，请重新说一段，或者写几个字。')
    return { format: 'jpeg', content: await makePicture('photo', file), seconds: null }
  }
  if (file.length > mostVoiceBytes) throw new Refusal('too_large', {}, '录音太长，请说短一些，一分钟以内。')
  if (seconds === undefined) throw wrongField('photo', '这是一段录音，不是照片。请选一张照片。')
  return { format, content: file, seconds }
}

/** So much may lie here without having been sent. */
const mostUnsent = 40

/** @throws Refusal `too_many` */
async function refuseHoard(tx: Tx, accountId: string) {
  const [{ count = 0 } = {}] = await tx.query<{ count: number }[]>(
    `SELECT COUNT(*) AS count FROM (SELECT 1 AS one FROM opinion_attachment
       WHERE account_id = ? AND used_at IS NULL LIMIT ${mostUnsent}) AS unsent`,
    [accountId],
  )
  if (Number(count) >= mostUnsent)
    throw new Refusal('too_many', {}, '传了没有送出的照片和录音太多，请先把写好的送出，明天再传。')
}
