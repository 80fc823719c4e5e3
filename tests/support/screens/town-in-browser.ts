import { startServer, type TestServer } from '../server'
import { buildTown, personaOpenid, type TestTown } from '../town'
import { closeBrowser } from './browser'
import { ensureBuilt } from './built'

/**
 * How a test of screens in a browser begins and ends: h5 is built, and a server runs with a town. Its people are the
 * personas of the demo, because on h5 one signs in as a persona.
 */

interface Begun {
  server: TestServer
  town: TestTown
}
/** A test keeps what has begun, and may live a story before its people open anything. */
type Begin = (begun: Begun) => unknown
type Settings = Parameters<typeof startServer>[0] & {
  /** Long enough to build h5, where nobody has built it yet. */
  readyWithinMs?: number
}

/** Every test has a town of its own. */
export function townForEachTest(begin: Begin, { readyWithinMs = 180_000, ...settings }: Settings = {}) {
  let server: TestServer
  beforeAll(() => ensureBuilt('h5'), readyWithinMs)
  beforeEach(async () => {
    server = await startServer(settings)
    await begin({ server, town: await buildTown(server, undefined, personaOpenid) })
  })
  afterEach(() => server.stop())
  afterAll(closeBrowser)
}

/** All tests of the file look at the same town. */
export function townForAllTests(begin: Begin, { readyWithinMs = 180_000, ...settings }: Settings = {}) {
  let server: TestServer
  beforeAll(async () => {
    await ensureBuilt('h5')
    server = await startServer(settings)
    await begin({ server, town: await buildTown(server, undefined, personaOpenid) })
  }, readyWithinMs)
  afterAll(async () => {
    await closeBrowser()
    await server.stop()
  })
}
