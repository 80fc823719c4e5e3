import { isAboveMonth } from '../counters'
import { findApp } from '../credentials'
import { type Call, type Endpoint } from '../endpoint'
import { clearQuotas, readQuota } from '../quotas'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App } from '../shapes'
import { type World } from '../world'

function getQuota(world: World, { body }: Call, app: App): Reply {
  const { cgi_path: path } = body
  if (typeof path !== 'string') return refuse(76021)
  const quota = readQuota(world, app, path) ?? refuse(76021)
  return replyJson({ errcode: 0, errmsg: 'ok', quota })
}

/** Ten times a month (assumption 48). */
function clear(world: World, app: App): Reply {
  if (isAboveMonth(world, `clearQuota/${app.appid}`, world.state.limits.clearQuotaMonth)) refuse(48006)
  clearQuotas(world, app)
  return replyJson({ errcode: 0, errmsg: 'ok' })
}

function clearByToken(world: World, { body }: Call, app: App): Reply {
  return body.appid === app.appid ? clear(world, app) : refuse(40013)
}

/** For an operator whose token calls are used up: with the secret instead of a token (section 2, A). */
function clearBySecret(world: World, { body, address }: Call): Reply {
  const appid = typeof body.appid === 'string' && body.appid ? body.appid : refuse(41002)
  const secret = typeof body.appsecret === 'string' && body.appsecret ? body.appsecret : refuse(41004)
  return clear(world, findApp(world, appid, secret, address))
}

const keptMs = 7 * 24 * 3_600_000

/** The recorded request behind a rid, of the own app only and for seven days (section 2, A). */
function findRequest(world: World, { body }: Call, app: App): Reply {
  const { rid } = body
  if (typeof rid !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/.test(rid)) return refuse(76002)
  const found = world.state.requests.find((request) => request.rid === rid) ?? refuse(76001)
  if (found.appid !== app.appid) refuse(76003)
  if (world.now() - found.at > keptMs) refuse(76004)
  const query = new URLSearchParams(found.query).toString()
  return replyJson({
    errcode: 0,
    errmsg: 'ok',
    request: {
      invoke_time: Math.floor(found.at / 1000),
      cost_in_ms: 1,
      request_url: query,
      request_body: found.body === null ? '' : JSON.stringify(found.body),
      response_body: found.reply ?? '',
      client_ip: found.address,
    },
  })
}

const business = { kind: 'business', method: 'POST' } as const

/** What an operator looks at when calls are refused. */
export const apiManagement: Endpoint[] = [
  { ...business, path: '/cgi-bin/openapi/quota/get', answer: getQuota },
  { ...business, path: '/cgi-bin/clear_quota', answer: clearByToken },
  { kind: 'credential', method: 'POST', path: '/cgi-bin/clear_quota/v2', answer: clearBySecret },
  { ...business, path: '/cgi-bin/openapi/rid/get', answer: findRequest },
]
