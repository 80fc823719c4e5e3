import { createHmac } from 'node:crypto'
import { drawSessionKey } from '../chance'
import { type Call, type Endpoint } from '../endpoint'
import { findPerson } from '../people'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App, type User } from '../shapes'
import { type World } from '../world'

/** The user whose session key made the signature: hmac_sha256(session_key, '') in hex (section 1.1). */
function findSigner(world: World, app: App, query: URLSearchParams): User {
  const openid = query.get('openid')
  const signature = query.get('signature')
  const method = query.get('sig_method')
  if (!openid || !signature || !method) return refuse(40097)
  const user = findPerson(world.state, openid)
  if (user?.appid !== app.appid) return refuse(40003)
  if (user.sessionKey === null) return refuse(87007)
  if (method !== 'hmac_sha256') return refuse(87008)
  const expected = createHmac('sha256', Buffer.from(user.sessionKey, 'utf8')).update('').digest('hex')
  return signature === expected ? user : refuse(87009)
}

function check(world: World, { query }: Call, app: App): Reply {
  findSigner(world, app, query)
  return replyJson({ errcode: 0, errmsg: 'ok' })
}

/** The old key stops working with this call. */
function reset(world: World, { query }: Call, app: App): Reply {
  const user = findSigner(world, app, query)
  user.sessionKey = drawSessionKey(world.state)
  return replyJson({ errcode: 0, errmsg: 'ok', openid: user.openid, session_key: user.sessionKey })
}

export const checkSession: Endpoint = {
  kind: 'business',
  method: 'GET',
  path: '/wxa/checksession',
  answer: check,
}

export const resetSessionKey: Endpoint = {
  kind: 'business',
  method: 'GET',
  path: '/wxa/resetusersessionkey',
  answer: reset,
}
