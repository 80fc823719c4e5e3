import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import Koa from 'koa'
import { makeControlPlane } from './control-plane'
import { makeOutage } from './outage'
import { makeState, type StateOptions } from './make-state'
import { serveDataPlane } from './serve-data-plane'
import { type State } from './state'
import { type World } from './world'

export type SimulatorOptions = StateOptions & {
  /** 0, the default, takes any free port. */
  port?: number
  /** Milliseconds of the real or the test's clock; `POST /__sim/clock` moves the simulator's own on top of it. */
  now?: () => number
  log?: (line: string) => void
}

export type Simulator = {
  /** The platform's API and the control plane. */
  url: string
  port: number
  /** The control plane alone; it answers even while `url` refuses connections. */
  controlUrl: string
  state: State
  close(): Promise<void>
}

function makeHandler(world: World, isControl: (path: string) => boolean): RequestListener {
  const app = new Koa()
  app.use(makeControlPlane(world).routes())
  app.use((ctx) => (isControl(ctx.path) ? undefined : serveDataPlane(world, ctx)))
  const handle = app.callback()
  return (request, response) => void handle(request, response)
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function closeServer(server: Server): Promise<void> {
  const done = server.listening ? once(server, 'close') : undefined
  server.close()
  server.closeAllConnections()
  await done
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
  let port = 0
  const server = createServer()
  const world: World = {
    state,
    now: () => now() + state.clockOffsetMs,
    makeState: () => makeState(rest),
    log,
    port: () => port,
    outage: makeOutage(server, () => port),
    closing: closing.signal,
    sending: new Set(),
  }
  const answer = makeHandler(world, (path) => path.startsWith('/__sim/'))
  // A connection that was kept alive must not outlive the closing of the port.
  server.on('request', (request, response) => {
    if (world.outage.isOn()) request.socket.resetAndDestroy()
    else answer(request, response)
  })
  const control = createServer(makeHandler(world, () => true))
  port = await listen(server, wanted)
  const controlPort = await listen(control, 0)

  let closed: Promise<void> | undefined
  async function close(): Promise<void> {
    closing.abort()
    await Promise.all([closeServer(server), closeServer(control)])
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    state,
    close: () => (closed ??= close()),
  }
}
