import { drawSessionKey } from '../chance'
import { findCode, isCodeExpired } from '../codes'
import { isAboveMinute } from '../counters'
import { findApp } from '../credentials'
import { type Call, type Endpoint } from '../endpoint'
import { findPerson } from '../people'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type World } from '../world'

/** `code2Session`: the checks stand in the order of section 9.2, row 1. */
function answer(world: World, { query, address }: Call): Reply {
  const { state } = world
  const appid = query.get('appid') || refuse(41002)
  const secret = query.get('secret') || refuse(41004)
  const given = query.get('js_code') || refuse(41008)
  const app = findApp(world, appid, secret, address)
  if (query.get('grant_type') !== 'authorization_code') refuse(40002)

  const code = findCode(state, 'login', given, appid) ?? refuse(40029)
  const user = findPerson(state, code.openid) ?? refuse(40029)
  if (isAboveMinute(world, `login/${user.openid}`, state.limits.loginPerUserMinute)) refuse(45011)
  if (user.blocked) refuse(40226)
  if (code.used) refuse(40163)
  if (isCodeExpired(world, code)) refuse(40029)

  code.used = true
  user.sessionKey = drawSessionKey(state)
  // Real successes come without errcode (section 1.1, C), and with unionid only when the app is bound (A).
  const unionid = app.openPlatform ? { unionid: user.unionid } : {}
  return replyJson({ session_key: user.sessionKey, openid: user.openid, ...unionid })
}

export const exchangeLoginCode: Endpoint = {
  kind: 'credential',
  method: 'GET',
  path: '/sns/jscode2session',
  answer,
}
