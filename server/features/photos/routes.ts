import type { Context } from 'koa'
import {
  blurPhoto,
  showPhoto,
  showPhotoForCheck,
  showPublicPhoto,
  uploadPhoto,
} from '../../../shared/api/photos'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { Photo } from '../../database/entities/matters/photo'
import { newId } from '../../database/id'
import { makePicture } from '../../gateways/pictures/make-picture'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { readPublicPhotos } from '../board/item'
import { isSigned } from './address-for-check'
import { publicPictureSeconds } from './keep-seconds'
import { readForCheck, readJpeg } from './queries'
import { keepBlurred, makeBlurred } from './blur-photo'
import { seesPhoto } from './who-sees'

export function routes(bind: Bind, { env }: RouteParts) {
  const { secretKey } = env
  bind.upload(
    uploadPhoto,
    async (file) => {
      if (file === undefined) throw wrongField('photo', '请选一张照片。')
      return makePicture('photo', file)
    },
    async ({ tx, actor, prepared, now }) => {
      if (actor.person === null) throw new Refusal('not_allowed')
      const id = newId()
      const { townId, person } = actor
      await tx.insert(Photo, {
        id,
        townId,
        personId: person.id,
        jpeg: prepared,
        ...{ fileName: null, fileKind: null, fileBytes: null },
        uploadedAt: now,
        usedAt: null,
        ...{ checkId: null, shownId: null, blursId: null },
      })
      return { id }
    },
  )

  bind.read(showPhoto, async ({ reader, actor, params, now, context }) => {
    const photo = await readJpeg(reader, actor.townId, params.id)
    const own = photo !== undefined && photo.personId === actor.person?.id
    if (!photo || !(own || (await seesPhoto(reader, actor, photo.blursId ?? params.id, now))))
      throw new Refusal('not_found')
    return asPicture(context, 'private', photo.jpeg)
  })

  bind.writeAfter(
    blurPhoto,
    ({ reader, actor, params, input, now }) => makeBlurred(reader, actor, { ...params, ...input }, now),
    ({ tx, actor, prepared, now }) => keepBlurred(tx, actor, prepared, now),
  )

  bind.openRead(showPhotoForCheck, async ({ reader, params, query, now, context }) => {
    const photo = isSigned(secretKey, params.id, query, now)
      ? await readForCheck(reader, params.town, params.id)
      : undefined
    if (!photo) throw new Refusal('not_found')
    return asPicture(context, 'private', photo.jpeg)
  })

  bind.openRead(showPublicPhoto, async ({ reader, params, context }) => {
    const { photosBefore, photosAfter } = await readPublicPhotos(reader, params.town, params.id)
    if (![...photosBefore, ...photosAfter].includes(params.photo)) throw new Refusal('not_found')
    const photo = await readJpeg(reader, params.town, params.photo)
    if (!photo) throw new Refusal('not_found')
    return asPicture(context, 'public', photo.jpeg)
  })
}

/** Kept for a moment only: what is public may be taken back, and people change their posts. */
function asPicture(context: Context, whose: 'private' | 'public', jpeg: Buffer) {
  context.type = 'image/jpeg'
  const seconds = whose === 'public' ? publicPictureSeconds : 300
  context.set('Cache-Control', `${whose}, max-age=${seconds}`)
  return jpeg
}
