import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import Koa from 'koa'
import { makeControlPlane } from './control-plane'
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

export type Simulator = { url: string; port: number; state: State; close(): Promise<void> }

function makeApp(world: World): Koa {
  const app = new Koa()
  const control = makeControlPlane(world)
  app.use(control.routes())
  app.use((ctx) => (ctx.path.startsWith('/__sim/') ? undefined : serveDataPlane(world, ctx)))
  return app
}

/**
 * Starts the simulator of WeChat's server on the loopback address only; it leaves nothing behind when closed.
 * Sections in comments are those of the project's collection of WeChat facts (`wechat.md`), letters its confidence:
 * A official, B older or twice reported, C reported once, D our inference, which is then in `assumptions.ts`.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  // The edge: the only place where the real clock comes in, and only when the caller brings none.
  const { port = 0, now = Date.now, log = (line) => process.stderr.write(`${line}\n`), ...rest } = options
  const state = makeState(rest)
  const closing = new AbortController()
  const world: World = {
    state,
    now: () => now() + state.clockOffsetMs,
    makeState: () => makeState(rest),
    log,
    closing: closing.signal,
    sending: new Set(),
  }
  const handle = makeApp(world).callback()
  const server = createServer((request, response) => void handle(request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo

  let closed: Promise<void> | undefined
  async function close(): Promise<void> {
    const done = once(server, 'close')
    closing.abort()
    server.close()
    server.closeAllConnections()
    await done
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    state,
    close: () => (closed ??= close()),
  }
}
