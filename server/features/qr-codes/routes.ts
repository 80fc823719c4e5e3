import {
  countScan,
  listCodes,
  makeCode,
  resolveScene,
  revokeCode,
  showCodeImage,
  showSceneImage,
} from '../../../shared/api/qr-codes'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { drawCode, keepCode, takeBack } from './keep-codes'
import { readCodes, readImage, readSceneImage } from './queries'
import { noteScan } from './note-scan'
import { readScene } from './resolve'

export function routes(bind: Bind, { wechat, database }: RouteParts) {
  // Only what is found there says of which town it is.
  bind.publicRead(resolveScene, ({ reader, params }) => readScene(reader, params.scene), { kept: false })

  bind.publicCall(countScan, async ({ params, now }) => {
    await noteScan(database, params.scene, now)
    return { done: true as const }
  })

  bind.openRead(showSceneImage, async ({ reader, params, context }) => {
    const { image, contentType } = await readSceneImage(reader, params.scene)
    context.type = contentType
    context.set('Cache-Control', 'public, max-age=3600')
    return image
  })

  bind.read(listCodes, async ({ reader, actor, now }) => ({
    targets: await readCodes(reader, actor.townId, now),
  }))

  bind.writeAfter(
    makeCode,
    ({ reader, actor, input }) => drawCode(reader, wechat, actor.townId, input),
    async ({ tx, actor, input, prepared, now }) => ({
      scene: await keepCode(tx, actor, input, prepared, now),
    }),
  )

  bind.read(showCodeImage, async ({ reader, actor, params, context }) => {
    const { image, contentType } = await readImage(reader, actor.townId, params.scene)
    context.type = contentType
    context.set('Cache-Control', 'private, no-cache')
    return image
  })

  bind.write(revokeCode, async ({ tx, actor, params, input, now }) => {
    await takeBack(tx, actor, params.scene, input.because, now)
    return { done: true as const }
  })
}
