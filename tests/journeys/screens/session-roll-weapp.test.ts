/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { ensureBuilt } from '../../support/screens/built'
import { callEverybody, sessionToday } from '../../support/screens/roll-flow'
import { createWeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

/** 点名: the same hall, on the phone of a clerk with WeChat. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  await ensureBuilt('weapp')
  server = await startServer()
  town = await buildTown(server)
}, 180_000)
afterAll(() => server.stop())

test('the clerk calls the roll, for half of it without a network, and the server has each mark once', async () => {
  const { id, hall, page } = await sessionToday(server, town)
  const clerk = createWeappDriver(server, town.office.openid)
  // Closed and opened again in the middle of it, still without a network: the roll stands where it was.
  await callEverybody(clerk, page, async () => {
    await clerk.reopen()
    await clerk.open(`/duty/roll?town=${town.id}&id=${id}`)
    await clerk.see('还有 4 位')
    await clerk.see('应到 12 · 在场 8 · 需 8 · 刚好够，走 1 人就不够')
  })
  await clerk.close()
  expect((await hall.roll(id)).marks).toHaveLength(12)
})
