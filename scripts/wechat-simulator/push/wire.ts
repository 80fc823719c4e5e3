import { drawBits, drawCharacters } from '../chance'
import { type App } from '../shapes'
import { type World } from '../world'
import { encrypt, sign } from './crypt'
import { type Event, layOut } from './events'
import { type PushConfig, type PushFault } from './push-shapes'
import { writeXml } from './write-xml'

const hourSeconds = 3600
const otherAppid = 'wx9999999999999999'
const otherAccount = 'gh_999999999999'

type Wire = { message: Record<string, unknown>; query: Record<string, string>; body: string }

function write(format: PushConfig['format'], fields: object): string {
  return format === 'json' ? JSON.stringify(fields) : writeXml(fields)
}

/** What is sent for an event: query and body exactly as section 6 has them, unless a fault spoils one of them. */
export function makeWire(
  world: World,
  app: App,
  config: PushConfig,
  event: Event,
  fault: PushFault['kind'] | undefined,
): Wire {
  const seconds = Math.floor(world.now() / 1000)
  const isNumber = drawBits(world.state) % 2 === 0
  const message = {
    // In plain mode nothing else says whose event it is.
    ToUserName: fault === 'wrongAppid' ? otherAccount : app.originalId,
    FromUserName: event.openid,
    CreateTime: isNumber || config.format === 'xml' ? seconds : String(seconds),
    MsgType: 'event',
    Event: event.name,
    ...layOut(event, config.format),
  }
  const clear = write(config.format, message)
  if (config.mode === 'container') return { message, query: {}, body: JSON.stringify(message) }

  const timestamp = String(fault === 'oldTimestamp' ? seconds - hourSeconds : seconds)
  const nonce = String(drawBits(world.state))
  const token = fault === 'wrongSignature' ? `${config.token}x` : config.token
  const query = { signature: sign(token, timestamp, nonce), timestamp, nonce }
  if (config.mode === 'plain') return { message, query, body: clear }

  const inside = fault === 'wrongAppid' ? otherAppid : app.appid
  const secret = encrypt(config.aesKey, drawCharacters(world.state, 16), clear, inside)
  return {
    message,
    query: {
      ...query,
      openid: event.openid,
      encrypt_type: 'aes',
      msg_signature: sign(token, timestamp, nonce, secret),
    },
    body: write(config.format, { ToUserName: app.originalId, Encrypt: secret }),
  }
}
