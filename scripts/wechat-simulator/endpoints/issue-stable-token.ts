import { drawCharacters } from '../chance'
import { isAboveDay, isAboveMinute } from '../counters'
import { findApp } from '../credentials'
import { type Call, type Endpoint } from '../endpoint'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App } from '../shapes'
import { type Token } from '../state'
import { type World } from '../world'

/** 7200 s of life, renewed in the last 300 s, and then both work for 300 s (section 2, A). */
const lifeMs = 7_200_000
const overlapMs = 300_000
/** Two forced refreshes must be this far apart (section 2, A). */
const forceGapMs = 30_000

function tokensOf(world: World, app: App): Token[] {
  return world.state.tokens.filter((token) => token.kind === 'stable' && token.appid === app.appid)
}

function issue(world: World, app: App, forcedAt: number | null): Token {
  const token: Token = {
    kind: 'stable',
    token: `98_${drawCharacters(world.state, 133)}`,
    appid: app.appid,
    expiresAt: world.now() + lifeMs,
    current: true,
    revoked: false,
    forcedAt,
    replacedAt: null,
  }
  world.state.tokens.push(token)
  return token
}

/** Too early or too often, a forced refresh does nothing and the current token is handed out (section 9.2, row 3). */
function mayForce(world: World, app: App): boolean {
  const last = Math.max(...tokensOf(world, app).map((token) => token.forcedAt ?? -Infinity))
  if (world.now() - last < forceGapMs) return false
  return !isAboveDay(world, `tokenForced/${app.appid}`, world.state.limits.tokenForcedDay)
}

function renew(world: World, app: App): Token {
  for (const token of tokensOf(world, app).filter((one) => one.current)) {
    token.current = false
    // One that is already dead stays dead; one in its last minutes gets the overlap (assumption 4).
    if (world.now() < token.expiresAt) token.expiresAt = world.now() + overlapMs
  }
  return issue(world, app, null)
}

function force(world: World, app: App): Token {
  for (const token of tokensOf(world, app)) {
    token.current = false
    token.revoked = true
  }
  return issue(world, app, world.now())
}

function answer(world: World, { body, address }: Call): Reply {
  const { limits } = world.state
  const appid = typeof body.appid === 'string' && body.appid ? body.appid : refuse(41002)
  const secret = typeof body.secret === 'string' && body.secret ? body.secret : refuse(41004)
  const app = findApp(world, appid, secret, address)
  if (body.grant_type !== 'client_credential') refuse(40002)
  const { force_refresh: forced = false } = body
  if (typeof forced !== 'boolean') refuse(47001)
  if (isAboveMinute(world, `token/${appid}`, limits.tokenMinute)) refuse(45011)
  if (isAboveDay(world, `token/${appid}`, limits.tokenDay)) refuse(45009)

  const current = tokensOf(world, app).find((token) => token.current)
  const isLasting = current && current.expiresAt - world.now() > overlapMs
  const token = forced && mayForce(world, app) ? force(world, app) : isLasting ? current : renew(world, app)
  return replyJson({
    access_token: token.token,
    expires_in: Math.floor((token.expiresAt - world.now()) / 1000),
  })
}

export const issueStableToken: Endpoint = {
  kind: 'credential',
  method: 'POST',
  path: '/cgi-bin/stable_token',
  answer,
}
