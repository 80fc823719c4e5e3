import { findPerson } from './people'
import { refuse } from './refusal'
import { type App, type User } from './shapes'
import { type World } from './world'

/** The author must have used the mini-program within two hours (section 5, A). */
const activeMs = 2 * 3_600_000

/** Unknown 40003, of another app 43104, not seen lately 61010. */
export function findActiveUser(world: World, app: App, openid: unknown): User {
  const user = findPerson(world.state, openid) ?? refuse(40003)
  if (user.appid !== app.appid) refuse(43104)
  if (user.lastActiveAt === null || world.now() - user.lastActiveAt > activeMs) refuse(61010)
  return user
}
