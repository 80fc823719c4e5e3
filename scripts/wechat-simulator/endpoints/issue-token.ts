import { drawCharacters } from '../chance'
import { isAboveDay } from '../counters'
import { findApp } from '../credentials'
import { type Call, type Endpoint } from '../endpoint'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type World } from '../world'

const lifeSeconds = 7200

/**
 * The old call: a new token every time (section 2, A). The one before works five more minutes,
 * those before that not at all, and stable tokens are another matter (section 9.2, row 2).
 */
function answer(world: World, { query, address }: Call): Reply {
  const { state } = world
  const appid = query.get('appid') || refuse(41002)
  const secret = query.get('secret') || refuse(41004)
  const app = findApp(world, appid, secret, address)
  if (query.get('grant_type') !== 'client_credential') refuse(40002)
  if (isAboveDay(world, `oldToken/${appid}`, state.limits.oldTokenDay)) refuse(45009)

  for (const token of state.tokens.filter((one) => one.kind === 'old' && one.appid === appid)) {
    token.revoked = !token.current
    if (token.current) token.replacedAt = world.now()
    token.current = false
  }
  const token = `99_${drawCharacters(state, 133)}`
  state.tokens.push({
    kind: 'old',
    token,
    appid: app.appid,
    expiresAt: world.now() + lifeSeconds * 1000,
    current: true,
    revoked: false,
    forcedAt: null,
    replacedAt: null,
  })
  return replyJson({ access_token: token, expires_in: lifeSeconds })
}

export const issueToken: Endpoint = { kind: 'credential', method: 'GET', path: '/cgi-bin/token', answer }
