/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { ensureBuilt } from '../../support/screens/built'
import {
  fillAutumn,
  officeFindsWhatLiesStill,
  officeReadsFigures,
  villagerReadsBulletin,
} from '../../support/screens/figures-flow'
import { createWeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  await ensureBuilt('weapp')
  server = await startServer({ at: '2026-09-01T01:00:00.000Z' })
  town = await buildTown(server)
  await fillAutumn(server, town)
}, 180_000)
afterAll(() => server.stop())

test('figures on the untouched weapp output; the ledger is opened by WeChat', async () => {
  const office = createWeappDriver(server, town.office.openid)
  await officeReadsFigures(office, 'weapp')
  await office.tap('下载电子表格')
  for (const end = performance.now() + 5000; performance.now() < end;) {
    if (office.phone().host.record.called.has('openDocument')) break
    await new Promise((wake) => setTimeout(wake, 10))
  }
  expect([...office.phone().host.record.called]).toContain('openDocument')
  await officeFindsWhatLiesStill(office, 'weapp')
  await office.close()
})

test('the bulletin on the untouched weapp output', async () => {
  const villager = createWeappDriver(server, town.villager.openid)
  await villagerReadsBulletin(villager, 'weapp')
  expect(villager.phone().host.record.setData.largest).toBeLessThan(64 * 1024)
  await villager.close()
})
