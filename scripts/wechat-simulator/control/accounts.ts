import { type ControlRoute } from '../control-route'
import { registerApp, registerUser } from '../register'
import { appSeedShape, userSeedShape } from '../seed-shapes'

/** Who is there. `POST /__sim/apps` and `POST /__sim/users`: the id is the key, so a second call changes what it names. */
export const accountRoutes: ControlRoute[] = [
  {
    method: 'post',
    path: '/apps',
    answer: (world, { body }) => registerApp(world.state, appSeedShape.parse(body)),
  },
  {
    method: 'post',
    path: '/users',
    answer: (world, { body }) => registerUser(world.state, userSeedShape.parse(body)),
  },
  {
    method: 'get',
    path: '/users',
    answer: ({ state }) => ({ users: state.users.map(({ sessionKey: _, ...user }) => user) }),
  },
]
