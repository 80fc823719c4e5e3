import { type ControlCall, NotThere } from '../control-route'
import { type User } from '../shapes'
import { type World } from '../world'

/** The user of `/users/:openid/…`. */
export function findUser(world: World, { params }: ControlCall): User {
  const user = world.state.users.find((one) => one.openid === params.openid)
  if (!user) throw new NotThere(`there is no user ${params.openid}`)
  return user
}
