import { z } from 'zod'
import { callContainer } from '../cloud/call-container'
import { cloudShape, serviceShape } from '../cloud/cloud-shapes'
import { type ControlRoute, NotThere } from '../control-route'
import { Misuse } from '../misuse'
import { findPerson } from '../people'
import { type World } from '../world'

const servicesShape = z.array(serviceShape.partial({ isPublic: true }))

const setShape = cloudShape
  .pick({ env: true, callTimeoutMs: true, database: true })
  .extend({ services: servicesShape })
  .partial()

/** The environment, its services and where the database is. Public access is open until someone closes it (section 1.3). */
const setCloud: ControlRoute = {
  method: 'post',
  path: '/cloud',
  answer(world, { body }) {
    const { services, ...rest } = setShape.parse(body)
    const { cloud } = world.state
    Object.assign(cloud, rest)
    if (services) cloud.services = services.map((service) => ({ isPublic: true, ...service }))
    return { cloud, addresses: world.addresses }
  },
}

const openInterfaceShape = z.strictObject({
  isOn: z.boolean().optional(),
  paths: z.array(z.string().startsWith('/')).optional(),
})

/** The switch and the list of the console; nothing is answered until the version is rebuilt. */
const setOpenInterface: ControlRoute = {
  method: 'post',
  path: '/cloud/open-interface',
  answer({ state }, { body }) {
    const given = openInterfaceShape.parse(body)
    Object.assign(state.cloud.openInterface, given, { isBuilt: false })
    return state.cloud.openInterface
  },
}

const rebuild: ControlRoute = {
  method: 'post',
  path: '/cloud/rebuild',
  answer({ state }) {
    state.cloud.openInterface.isBuilt = true
    return state.cloud.openInterface
  },
}

const callShape = z.strictObject({
  openid: z.string(),
  service: z.string(),
  path: z.string().startsWith('/'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  header: z.record(z.string(), z.string()).optional(),
  data: z.unknown().optional(),
  /** Instead of `data`: bytes, which may be more. */
  base64: z.base64().optional(),
  via: z.enum(['wx', 'public', 'reuse']).optional(),
})

type GivenCall = z.infer<typeof callShape>

function readBody({ data, base64 }: GivenCall) {
  if (base64 !== undefined) return { kind: 'binary' as const, bytes: Buffer.from(base64, 'base64') }
  if (data === undefined) return undefined
  return { kind: 'text' as const, bytes: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)) }
}

function findCallee({ state }: World, given: GivenCall) {
  const user = findPerson(state, given.openid)
  const service = state.cloud.services.find(({ name }) => name === given.service)
  if (!user) throw new NotThere(`there is no user ${given.openid}`)
  if (!service) throw new NotThere(`there is no service ${given.service}`)
  return { user, service }
}

/** A call of the mini-program into the container: inside WeChat, from another mini-program, or past WeChat. */
const call: ControlRoute = {
  method: 'post',
  path: '/call',
  answer(world, { body }) {
    const given = callShape.parse(body)
    const content = readBody(given)
    const { path, method = 'GET', via = 'wx' } = given
    if (content && method === 'GET') throw new Misuse('GET has no data')
    const type: Record<string, string> =
      content?.kind === 'text' ? { 'content-type': 'application/json' } : {}
    const header = { ...type, ...given.header }
    return callContainer(world, { ...findCallee(world, given), path, method, header, body: content, via })
  },
}

const readAddresses: ControlRoute = {
  method: 'get',
  path: '/addresses',
  answer: ({ addresses }) => addresses,
}

export const cloudRoutes = [setCloud, setOpenInterface, rebuild, call, readAddresses]
