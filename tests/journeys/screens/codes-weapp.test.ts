/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { ensureBuilt } from '../../support/screens/built'
import { codesOf, scanEach } from '../../support/screens/codes-flow'
import { createWeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  await ensureBuilt('weapp')
  server = await startServer()
  town = await buildTown(server)
}, 180_000)
afterAll(() => server.stop())

test('a code of each kind leads to its deputies in WeChat, and one that was taken back leads on', async () => {
  const villager = createWeappDriver(server, town.villager.openid)
  await scanEach(villager, await codesOf(server, town))
  await villager.close()
})
