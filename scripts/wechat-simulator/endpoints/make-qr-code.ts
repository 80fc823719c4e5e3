import { isAboveMinute } from '../counters'
import { type Call, type Endpoint, type JsonObject } from '../endpoint'
import { checkVersion, readFlag, readLineColor, readWidth } from '../qr-arguments'
import { drawQrCode } from '../qr-image'
import { refuse } from '../refusal'
import { type Reply, replyImage } from '../reply'
import { type App } from '../shapes'
import { type World } from '../world'

/** The characters of section 4 (A): no `%`, no space, no han. */
const sceneCharacters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/

function readScene(value: unknown): string {
  if (typeof value !== 'string' || value.length === 0 || value.length > 32) return refuse(40169)
  return sceneCharacters.test(value) ? value : refuse(40129)
}

/** Released pages only, unless `check_path` is false; no leading slash and no query in either case. */
function readPage(app: App, body: JsonObject): string {
  const page = body.page === undefined ? app.releasedPages[0] : body.page
  if (typeof page !== 'string' || !/^[^/?][^?]*$/.test(page)) return refuse(41030)
  return body.check_path === false || app.releasedPages.includes(page) ? page : refuse(41030)
}

/** Scene 40169 and 40129, page 41030, other arguments 40097, 85096, minute 45009 (section 9.2, row 8). */
async function answer(world: World, { body }: Call, app: App): Promise<Reply> {
  const scene = readScene(body.scene)
  const page = readPage(app, body)
  const width = readWidth(body.width)
  const color = readLineColor(body.line_color)
  const isTransparent = readFlag(body.is_hyaline)
  readFlag(body.auto_color)
  readFlag(body.check_path)
  checkVersion(body.env_version)
  if (scene.includes('scancode_time')) refuse(85096)
  if (isAboveMinute(world, `qrCode/${app.appid}`, world.state.limits.qrCodeMinute)) refuse(45009)

  const text = `wxsim://${app.appid}/${page}?scene=${encodeURIComponent(scene)}`
  // Transparent ones are PNG whatever is configured (section 4, C).
  const format = isTransparent ? 'png' : world.state.imageFormat
  return replyImage(`image/${format}`, await drawQrCode(text, { width, color, format, isTransparent }))
}

export const makeQrCode: Endpoint = {
  kind: 'business',
  method: 'POST',
  path: '/wxa/getwxacodeunlimit',
  badJson: 40169,
  answer,
}
