import { drawCharacters } from '../chance'
import { isAboveDay, isAboveSecond } from '../counters'
import { type Call, type Endpoint, isObject, type JsonObject } from '../endpoint'
import { checkVersion } from '../qr-arguments'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App } from '../shapes'
import { type World } from '../world'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const mostMs = 30 * dayMs

/** A released page; a leading slash does no harm here (assumption 47). Without a path it is the first page. */
function readPath(app: App, value: unknown): string {
  if (value === undefined || value === '') return app.releasedPages[0] ?? refuse(85079)
  if (typeof value !== 'string' || value.length > 1024) return refuse(40165)
  const page = value.replace(/^\//, '')
  return app.releasedPages.includes(page) ? page : refuse(40165)
}

function readQuery(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' && value.length <= 1024 && !value.startsWith('?') ? value : refuse(40212)
}

/** A moment (type 0, seconds) or a number of days (type 1); between a minute and thirty days from now. */
function readExpiry(world: World, body: JsonObject): number {
  const { expire_type: type = 0, expire_time: seconds, expire_interval: days } = body
  const now = world.now()
  if (type === 0 && seconds === undefined) return now + mostMs
  const at = type === 0 ? Number(seconds) * 1000 : type === 1 ? now + Number(days) * dayMs : NaN
  return at >= now + minuteMs && at <= now + mostMs ? at : refuse(85401)
}

type Target = { path?: unknown; query?: unknown; env_version?: unknown }

function make(world: World, app: App, target: Target, body: JsonObject, prefix: string): string {
  const { state } = world
  if (app.entityType === 'personal') refuse(48001)
  if (app.releasedPages.length === 0) refuse(85079)
  const path = readPath(app, target.path)
  const query = readQuery(target.query)
  checkVersion(target.env_version, 85402)
  const expiresAt = readExpiry(world, body)
  if (isAboveSecond(world, `link/${app.appid}`, state.limits.linkSecond)) refuse(44990)
  if (isAboveDay(world, `link/${app.appid}`, state.limits.linkDay)) refuse(44993)

  const url = prefix + drawCharacters(state, 11)
  state.links.push({ url, appid: app.appid, path, query, expiresAt })
  return url
}

function makeUrlLink(world: World, { body }: Call, app: App): Reply {
  const url = make(world, app, body, body, 'https://wxaurl.cn/')
  return replyJson({ errcode: 0, errmsg: 'ok', url_link: url })
}

/** The target of a scheme stands in `jump_wxa`; without one it is the first page. */
function makeScheme(world: World, { body }: Call, app: App): Reply {
  const { jump_wxa: target = {} } = body
  if (!isObject(target)) return refuse(47001)
  const url = make(world, app, target, body, 'weixin://dl/business/?t=')
  return replyJson({ errcode: 0, errmsg: 'ok', openlink: url })
}

const business = { kind: 'business', method: 'POST' } as const

/** Links from SMS into the mini-program; both kinds share their quotas (section 4, A). */
export const links: Endpoint[] = [
  { ...business, path: '/wxa/generate_urllink', answer: makeUrlLink },
  { ...business, path: '/wxa/generatescheme', answer: makeScheme },
]
