import { isAboveDay, isAboveMinute } from '../counters'
import { findActiveUser } from '../active-user'
import { drawHex8 } from '../chance'
import { type Call, type Endpoint } from '../endpoint'
import { startMediaCheck } from '../media/run-media-check'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App } from '../shapes'
import { type World } from '../world'

const scenes: unknown[] = [1, 2, 3, 4]

function readUrl(value: unknown): string {
  if (value === undefined || value === '') return refuse(44002)
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
    ? value
    : refuse(47001)
}

function readType(value: unknown): 1 | 2 {
  return value === 1 || value === 2 ? value : refuse(40004)
}

/** `mediaCheckAsync`: now only a trace_id, the result comes as an event (section 5, A; assumption 43). */
function answer(world: World, { body }: Call, app: App): Reply {
  const { state } = world
  if (body.version !== 2) refuse(47001)
  if (!scenes.includes(body.scene)) refuse(40129)
  const { openid } = findActiveUser(world, app, body.openid)
  const type = readType(body.media_type)
  const url = readUrl(body.media_url)
  if (state.mediaChecks.some((one) => one.appid === app.appid && one.url === url && one.stage !== 'done')) {
    refuse(87020)
  }
  if (isAboveMinute(world, `mediaCheck/${app.appid}`, state.limits.mediaCheckMinute)) refuse(44991)
  if (isAboveDay(world, `mediaCheck/${app.appid}`, state.limits.mediaCheckDay)) refuse(45009)

  const traceId = [drawHex8(state), drawHex8(state), drawHex8(state)].join('-')
  const dueAt = world.now() + state.mediaEventDelayMs
  startMediaCheck(world, { traceId, appid: app.appid, openid, url, type, dueAt, stage: 'waiting' })
  return replyJson({ errcode: 0, errmsg: 'ok', trace_id: traceId })
}

export const checkMedia: Endpoint = {
  kind: 'business',
  method: 'POST',
  path: '/wxa/media_check_async',
  answer,
}
