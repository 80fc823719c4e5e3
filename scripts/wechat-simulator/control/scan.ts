import { z } from 'zod'
import { type ControlRoute } from '../control-route'
import { Misuse } from '../misuse'
import { readQrCode } from '../qr-image'
import { splitQuery } from '../split-query'
import { type World } from '../world'

const scanShape = z.union([
  z.strictObject({ sceneOrUrl: z.string().min(1) }),
  z.strictObject({ image: z.base64() }),
])

type Opened = { page: string; query: Record<string, string> }

const testUrl = /^wxsim:\/\/(?<appid>[^/]+)\/(?<page>[^?]+)(\?(?<query>.+))?$/

function openCode({ state }: World, url: string): Opened {
  const { appid, page, query = '' } = testUrl.exec(url)?.groups ?? {}
  if (!page) throw new Misuse(`${url} is not a code of this simulator`)
  if (!state.apps.some((app) => app.appid === appid)) throw new Misuse(`there is no app ${appid}`)
  return { page, query: splitQuery(query) }
}

/** A URL link may carry up to 256 characters of the caller's own in `cq` (section 4, A). */
function openLink(world: World, url: string): Opened | undefined {
  const [, plain = url, cq = ''] = /^(.+?)[?&]cq=(.*)$/.exec(url) ?? []
  const link = world.state.links.find((one) => one.url === plain)
  if (!link) return undefined
  if (world.now() >= link.expiresAt) throw new Misuse('the link has expired')
  const own = decodeURIComponent(cq)
  if (own.length > 256) throw new Misuse('cq has more than 256 characters')
  return { page: link.path, query: splitQuery([link.query, own].join('&')) }
}

/** A bare scene opens the first page of the first app, as a code without `page` does. */
function openScene({ state }: World, scene: string): Opened {
  const page = state.apps[0]?.releasedPages[0]
  if (!page) throw new Misuse('there is no released page')
  return { page, query: { scene: encodeURIComponent(scene) } }
}

/** `POST /__sim/scan`: by the URL in the code, a generated link, a bare scene, or the image itself in base64. */
export const scanRoute: ControlRoute = {
  method: 'post',
  path: '/scan',
  async answer(world, { body }) {
    const given = scanShape.parse(body)
    if ('image' in given) {
      const text = await readQrCode(Buffer.from(given.image, 'base64')).catch(() => undefined)
      if (text === undefined) throw new Misuse('there is no QR code in the image')
      return openCode(world, text)
    }
    const { sceneOrUrl } = given
    if (!sceneOrUrl.includes('://')) return openScene(world, sceneOrUrl)
    return openLink(world, sceneOrUrl) ?? openCode(world, sceneOrUrl)
  },
}
