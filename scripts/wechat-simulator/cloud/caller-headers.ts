import { type App, type User } from '../shapes'
import { type World } from '../world'

type Headers = Record<string, string>

const ours = /^x-wx-(?!service$)/i

/** WeChat's own route: what the client wrote under these names is replaced (assumption 50). */
function withoutOurs(given: Headers): Headers {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !ours.test(name)))
}

function chain({ state }: World): Headers {
  return {
    'X-WX-ENV': state.cloud.env,
    'X-WX-SOURCE': 'wx_client',
    'X-Original-Forwarded-For': '127.0.0.1',
  }
}

/** A call of the mini-program that owns the environment. */
export function ownerHeaders(world: World, app: App, user: User, given: Headers): Headers {
  return {
    ...withoutOurs(given),
    ...chain(world),
    'X-WX-OPENID': user.openid,
    'X-WX-APPID': app.appid,
    ...(app.openPlatform ? { 'X-WX-UNIONID': user.unionid } : {}),
  }
}

/** A call of another mini-program under 资源复用: the `FROM` names and no others (section 1.3, A). */
export function reuseHeaders(world: World, app: App, user: User, given: Headers): Headers {
  return {
    ...withoutOurs(given),
    ...chain(world),
    'X-WX-FROM-OPENID': user.openid,
    'X-WX-FROM-APPID': app.appid,
    ...(app.openPlatform ? { 'X-WX-FROM-UNIONID': user.unionid } : {}),
  }
}
