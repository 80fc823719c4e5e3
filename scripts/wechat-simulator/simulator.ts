import { setMaxListeners } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type Server } from 'node:net'
import Koa from 'koa'
import { servePublicDomain } from './cloud/public-domain'
import { makeSleepyDatabase } from './cloud/sleepy-database'
import { makeControlPlane } from './control-plane'
import { closeServer, listen } from './listening'
import { makeOutage } from './outage'
import { makeState, type StateOptions } from './make-state'
import { type Route } from './route'
import { serveDataPlane } from './serve-data-plane'
import { type State } from './state'
import { type Addresses, type World } from './world'

export type SimulatorOptions = StateOptions & {
  /** 0, the default, takes any free port. */
  port?: number
  /** Milliseconds of the real or the test's clock; `POST /__sim/clock` moves the simulator's own on top of it. */
  now?: () => number
  log?: (line: string) => void
}

export type Simulator = Addresses & { port: number; state: State; close(): Promise<void> }

/** The platform's API by one of its routes, and the control plane where one is wanted. */
function makeHandler(world: World, route: Route | 'none', hasControl: boolean): RequestListener {
  const app = new Koa()
  if (hasControl) app.use(makeControlPlane(world).routes())
  app.use((ctx) => {
    if (route === 'none' || /^\/__sim(\/|$)/.test(ctx.path)) return undefined
    return serveDataPlane(world, ctx, route)
  })
  const handle = app.callback()
  return (request, response) => void handle(request, response)
}

/** Everything but the API, which must not be answered while its port is closed. */
function makeServers(world: World, database: Server) {
  return {
    control: createServer(makeHandler(world, 'none', true)),
    openInterface: createServer(makeHandler(world, 'cloud', false)),
    publicDomain: createServer((request, response) => servePublicDomain(world, request, response)),
    database,
  }
}

/**
 * Starts the simulator of WeChat's server on the loopback address only; it leaves nothing behind when closed.
 * Sections in comments are those of the project's collection of WeChat facts (`wechat.md`), letters its confidence:
 * A official, B older or twice reported, C reported once, D our inference, which is then in `assumptions.ts`.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  // The edge: the only place where the real clock comes in, and only when the caller brings none.
  const {
    port: wanted = 0,
    now = Date.now,
    log = (line) => process.stderr.write(`${line}\n`),
    ...rest
  } = options
  const state = makeState(rest)
  const closing = new AbortController()
  // As many wait for it as there are events on their way.
  setMaxListeners(0, closing.signal)
  const api = createServer()
  const addresses: Addresses = {
    url: '',
    controlUrl: '',
    publicUrl: '',
    openInterfaceUrl: '',
    databasePort: 0,
  }
  const world: World = {
    state,
    now: () => now() + state.clockOffsetMs,
    makeState: () => makeState(rest),
    log,
    addresses,
    outage: makeOutage(api, () => port),
    get database() {
      return database
    },
    closing: closing.signal,
    sending: new Set(),
  }
  const database = makeSleepyDatabase(world)
  const answer = makeHandler(world, 'token', true)
  // A connection that was kept alive must not outlive the closing of the port.
  api.on('request', (request, response) => {
    if (world.outage.isOn()) request.socket.resetAndDestroy()
    else answer(request, response)
  })
  const servers = makeServers(world, database.server)
  const port = await listen(api, wanted)
  addresses.url = `http://127.0.0.1:${port}`
  addresses.controlUrl = `http://127.0.0.1:${await listen(servers.control, 0)}`
  addresses.publicUrl = `http://127.0.0.1:${await listen(servers.publicDomain, 0)}`
  addresses.openInterfaceUrl = `http://127.0.0.1:${await listen(servers.openInterface, 0)}`
  addresses.databasePort = await listen(servers.database, 0)

  let closed: Promise<unknown> | undefined
  async function close(): Promise<void> {
    closing.abort()
    database.close()
    closed ??= Promise.all([api, ...Object.values(servers)].map(closeServer))
    await closed
  }
  return { ...addresses, port, state, close }
}
