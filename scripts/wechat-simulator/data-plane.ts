import { findTokenOwner } from './access-token'
import { findCloudCaller } from './cloud/open-interface'
import { type Endpoint, isObject, type JsonObject } from './endpoint'
import { templateChanges } from './endpoints/change-templates'
import { checkSession, resetSessionKey } from './endpoints/check-session'
import { exchangeLoginCode } from './endpoints/exchange-login-code'
import { checkMedia } from './endpoints/check-media'
import { checkText } from './endpoints/check-text'
import { issueStableToken } from './endpoints/issue-stable-token'
import { issueToken } from './endpoints/issue-token'
import { templateLists } from './endpoints/list-templates'
import { limitedCodes } from './endpoints/make-limited-code'
import { links } from './endpoints/make-link'
import { makeQrCode } from './endpoints/make-qr-code'
import { apiManagement } from './endpoints/manage-api'
import { rateUser } from './endpoints/rate-user'
import { readPhoneNumber } from './endpoints/read-phone-number'
import { recognition } from './endpoints/recognize-voice'
import { sendMessage } from './endpoints/send-message'
import { parseFiles, parseForm } from './form'
import { type Incoming, parseJson } from './incoming'
import { Refusal, refuse } from './refusal'
import { type Reply, replyRefusal, replyUnknownPath } from './reply'
import { type Route } from './route'
import { type World } from './world'

/** Every call that the simulator answers; a new one is a file in `endpoints/` and a name here. */
const endpoints: Endpoint[] = [
  exchangeLoginCode,
  checkSession,
  resetSessionKey,
  readPhoneNumber,
  issueToken,
  issueStableToken,
  sendMessage,
  ...templateLists,
  ...templateChanges,
  makeQrCode,
  ...limitedCodes,
  ...links,
  checkText,
  checkMedia,
  rateUser,
  ...recognition,
  ...apiManagement,
]

async function readBody(endpoint: Endpoint, incoming: Incoming): Promise<JsonObject> {
  if (incoming.method !== endpoint.method) refuse(endpoint.method === 'POST' ? 43002 : 43001)
  if (endpoint.method === 'GET' || endpoint.format === 'none') return {}
  if (incoming.body.length === 0) refuse(44002)
  const { format = 'json' } = endpoint
  if (format === 'file') return parseFiles(incoming.body, incoming.type)
  if (incoming.isForm && format !== 'json') return parseForm(incoming.body)
  if (format === 'form') return {}
  const body = parseJson(incoming.body)
  return isObject(body) ? body : refuse(endpoint.badJson ?? 47001)
}

async function answer(world: World, endpoint: Endpoint, incoming: Incoming, route: Route): Promise<Reply> {
  if (route === 'cloud' && endpoint.kind !== 'business') return refuse(48001)
  if (endpoint.kind === 'business') {
    const app =
      route === 'cloud'
        ? findCloudCaller(world, incoming.path)
        : findTokenOwner(world, incoming.query.get('access_token'))
    return endpoint.answer(world, { ...incoming, body: await readBody(endpoint, incoming) }, app)
  }
  return endpoint.answer(world, { ...incoming, body: await readBody(endpoint, incoming) })
}

/** The reply to one request: token, method and body first (section 9.2, row 4), then the endpoint's own rules. */
export async function answerRequest(
  world: World,
  incoming: Incoming,
  rid: string,
  route: Route,
): Promise<Reply> {
  const endpoint = endpoints.find((one) => one.path === incoming.path)
  if (!endpoint) {
    world.log(`WECHAT SIMULATOR: NO SUCH ENDPOINT ${incoming.method} ${incoming.path} (404, 40066)`)
    return replyUnknownPath(rid)
  }
  try {
    return await answer(world, endpoint, incoming, route)
  } catch (error) {
    if (error instanceof Refusal) return replyRefusal(error, incoming.path, rid)
    throw error
  }
}
