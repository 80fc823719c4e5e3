import { z } from 'zod'
import { type ControlRoute } from '../control-route'
import { Misuse } from '../misuse'
import { readQrCode } from '../qr-image'
import { type State } from '../state'

const scanShape = z.union([
  z.strictObject({ sceneOrUrl: z.string().min(1) }),
  z.strictObject({ image: z.base64() }),
])

const testUrl = /^wxsim:\/\/(?<appid>[^/]+)\/(?<page>[^?]+)\?scene=(?<scene>.+)$/

/** The page and the query of a scan. `scene` stays encoded, as `onLoad` gets it (section 4, A). */
function openUrl(state: State, url: string): { page: string; query: { scene: string } } {
  const { appid, page, scene } = testUrl.exec(url)?.groups ?? {}
  if (!page || !scene) throw new Misuse(`${url} is not a code of this simulator`)
  if (!state.apps.some((app) => app.appid === appid)) throw new Misuse(`there is no app ${appid}`)
  return { page, query: { scene } }
}

/** A bare scene opens the first page of the first app, as a code without `page` does. */
function openScene(state: State, scene: string): { page: string; query: { scene: string } } {
  const page = state.apps[0]?.releasedPages[0]
  if (!page) throw new Misuse('there is no released page')
  return { page, query: { scene: encodeURIComponent(scene) } }
}

/** `POST /__sim/scan`: by the URL in the code, by a bare scene, or by the image itself in base64. */
export const scanRoute: ControlRoute = {
  method: 'post',
  path: '/scan',
  async answer({ state }, { body }) {
    const given = scanShape.parse(body)
    if ('image' in given) {
      const text = await readQrCode(Buffer.from(given.image, 'base64')).catch(() => undefined)
      if (text === undefined) throw new Misuse('there is no QR code in the image')
      return openUrl(state, text)
    }
    const { sceneOrUrl } = given
    return sceneOrUrl.includes('://') ? openUrl(state, sceneOrUrl) : openScene(state, sceneOrUrl)
  },
}
