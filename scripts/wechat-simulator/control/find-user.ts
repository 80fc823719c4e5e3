import { type ControlCall, NotThere } from '../control-route'
import { findPerson } from '../people'
import { type User } from '../shapes'
import { type World } from '../world'

/** The user of `/users/:openid/…`. */
export function findUser(world: World, { params }: ControlCall): User {
  const user = findPerson(world.state, params.openid)
  if (!user) throw new NotThere(`there is no user ${params.openid}`)
  return user
}
