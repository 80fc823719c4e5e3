import type { Context } from 'koa'
import { takeFile, takePublicFile, uploadFile } from '../../../shared/api/files'
import { type FileKind, fileKinds } from '../../../shared/files'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { Photo } from '../../database/entities/matters/photo'
import { newId } from '../../database/id'
import { takeInFile } from '../../gateways/files/take-in'
import type { Bind } from '../../http/bind'
import { readPublicFiles } from '../board/item'
import { publicPictureSeconds } from '../photos/keep-seconds'
import { readFile } from '../photos/queries'
import { seesPhoto } from '../photos/who-sees'

export function routes(bind: Bind) {
  bind.upload(
    uploadFile,
    async (file, { name }) => {
      if (file === undefined) throw wrongField('file', '请选一个附件。')
      return takeInFile(file, name)
    },
    async ({ tx, actor, prepared, now }) => {
      if (actor.person === null) throw new Refusal('not_allowed')
      const id = newId()
      const { name, kind, bytes } = prepared
      await tx.insert(Photo, {
        ...{ id, townId: actor.townId, personId: actor.person.id, jpeg: bytes },
        ...{ fileName: name, fileKind: kind, fileBytes: bytes.length },
        ...{ uploadedAt: now, usedAt: null, checkId: null, shownId: null, blursId: null },
      })
      return { id, name, kind, bytes: bytes.length }
    },
  )

  bind.read(takeFile, async ({ reader, actor, params, now, context }) => {
    const file = await readFile(reader, actor.townId, params.id)
    const own = file !== undefined && file.personId === actor.person?.id
    if (!file || !(own || (await seesPhoto(reader, actor, file.blursId ?? params.id, now))))
      throw new Refusal('not_found')
    return asFile(context, 'private, no-store', file)
  })

  bind.openRead(takePublicFile, async ({ reader, params, context }) => {
    const files = await readPublicFiles(reader, params.town, params.id)
    const isOpen = files.some(({ id }) => id === params.file)
    const file = isOpen ? await readFile(reader, params.town, params.file) : undefined
    if (!file) throw new Refusal('not_found')
    return asFile(context, `public, max-age=${publicPictureSeconds}`, file)
  })
}

/** To be kept on a disk: no browser shows it, or guesses at what it is. */
function asFile(
  context: Context,
  kept: string,
  { name, kind, bytes }: { name: string; kind: FileKind; bytes: Buffer },
) {
  context.attachment(name)
  context.type = fileKinds[kind].mediaType
  context.set('X-Content-Type-Options', 'nosniff')
  context.set('Content-Security-Policy', "sandbox; default-src 'none'")
  context.set('Cache-Control', kept)
  return bytes
}
