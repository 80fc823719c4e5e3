import { isAboveLifetime } from '../counters'
import { type Call, type Endpoint, type JsonObject } from '../endpoint'
import { checkVersion, readFlag, readLineColor, readWidth } from '../qr-arguments'
import { drawQrCode } from '../qr-image'
import { refuse } from '../refusal'
import { type Reply, replyImage } from '../reply'
import { type App } from '../shapes'
import { type World } from '../world'

/** With its query, and counted in characters (section 4, A). */
function readPath(value: unknown, most: number): string {
  if (typeof value !== 'string' || value.length === 0 || value.length > most) return refuse(40159)
  return value.replace(/^\//, '')
}

async function draw(world: World, app: App, path: string, body: JsonObject): Promise<Reply> {
  const width = readWidth(body.width)
  const color = readLineColor(body.line_color)
  const isTransparent = readFlag(body.is_hyaline)
  readFlag(body.auto_color)
  checkVersion(body.env_version)
  // Both calls draw from one lot of 100 000 that is never filled up again (section 4, A).
  if (isAboveLifetime(world, `limitedCode/${app.appid}`, world.state.limits.limitedCodes)) refuse(45029)
  const format = isTransparent ? 'png' : world.state.imageFormat
  const text = `wxsim://${app.appid}/${path}`
  return replyImage(`image/${format}`, await drawQrCode(text, { width, color, format, isTransparent }))
}

const business = { kind: 'business', method: 'POST' } as const

/** The codes that are limited in number: `getwxacode` and the older `createwxaqrcode`. */
export const limitedCodes: Endpoint[] = [
  {
    ...business,
    path: '/wxa/getwxacode',
    answer: (world, { body }: Call, app) => draw(world, app, readPath(body.path, 1024), body),
  },
  {
    ...business,
    path: '/cgi-bin/wxaapp/createwxaqrcode',
    answer: (world, { body }: Call, app) => draw(world, app, readPath(body.path, 128), { width: body.width }),
  },
]
