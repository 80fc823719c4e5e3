/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { tellMainLine } from '../../support/screens/main-line-flow'
import { setStage } from '../../support/screens/stage'
import { createWeappDriver, type WeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
const drivers: WeappDriver[] = []

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

test('the main line, on the untouched weapp output', async () => {
  const stage = await setStage(server, town, (person) => {
    const driver = createWeappDriver(server, town[person].openid)
    drivers.push(driver)
    return Promise.resolve(driver)
  })
  await tellMainLine(stage)
  for (const driver of drivers) await driver.close()
}, 60_000)
