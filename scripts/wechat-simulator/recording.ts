import { isObject } from './endpoint'
import { type Route } from './route'
import { type Incoming, parseJson } from './incoming'
import { type Reply } from './reply'
import { type RecordedRequest, type State } from './state'
import { type World } from './world'

/** The newest requests that are kept; a long demonstration must not grow for ever. */
const keptRequests = 5000

const secretName = /secret|access_token|js_code|session_key|signature|^code$/i
const secretInReply = /"(access_token|session_key|phoneNumber|purePhoneNumber)":"[^"]*"/g

/** Hides a value by its name, and an app's secret wherever it was put by mistake. */
function hide(state: State, name: string, value: string): string {
  const hidden = secretName.test(name) || state.apps.some((app) => value.includes(app.secret))
  return hidden ? '***' : value
}

function hideInside(state: State, name: string, value: unknown): unknown {
  if (typeof value === 'string') return hide(state, name, value)
  if (Array.isArray(value)) return value.map((item) => hideInside(state, name, item))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideInside(state, key, item)]))
}

/** The app whose token or appid the call brings; whether the call was allowed does not matter. */
function findCaller(state: State, { query, body }: Incoming, route: Route): string | null {
  if (route === 'cloud') return state.apps[0]?.appid ?? null
  const token = query.get('access_token')
  const owner = state.tokens.find((one) => one.token === token)
  const inBody = parseJson(body)
  const given = owner?.appid ?? query.get('appid') ?? (isObject(inBody) ? inBody.appid : undefined)
  return state.apps.find((app) => app.appid === given)?.appid ?? null
}

function describeBody(state: State, body: Buffer): unknown {
  if (body.length === 0) return null
  const value = parseJson(body)
  return value === undefined ? `${body.length} bytes, not JSON` : hideInside(state, '', value)
}

/** Writes a request down before it is answered, so that one that never gets an answer is there too. */
export function recordRequest(
  world: World,
  incoming: Incoming,
  rid: string,
  fault: string | null,
  route: Route,
): RecordedRequest {
  const { state } = world
  const query = [...incoming.query].map(([name, value]) => [name, hide(state, name, value)])
  const recorded: RecordedRequest = {
    at: world.now(),
    rid,
    method: incoming.method,
    path: incoming.path,
    address: incoming.address,
    appid: findCaller(state, incoming, route),
    query: Object.fromEntries(query) as Record<string, string>,
    body: describeBody(state, incoming.body),
    fault,
    status: null,
    errcode: null,
    reply: null,
  }
  state.requests.push(recorded)
  if (state.requests.length > keptRequests) state.requests.shift()
  return recorded
}

export function recordReply(recorded: RecordedRequest, reply: Reply): void {
  recorded.status = reply.status
  recorded.errcode = reply.errcode
  recorded.reply =
    typeof reply.body === 'string'
      ? reply.body.replace(secretInReply, '"$1":"***"')
      : `${reply.body.length} bytes of ${reply.type}`
}
