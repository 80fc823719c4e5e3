import { closeBrowser } from '../../support/screens/browser'
import { createH5Driver } from '../../support/screens/h5-driver'
import { tellMainLine } from '../../support/screens/main-line-flow'
import { setStage } from '../../support/screens/stage'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, personaOpenid, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server, undefined, personaOpenid)
})
afterAll(async () => {
  await closeBrowser()
  await server.stop()
})

test('the main line, in a browser on a phone', async () => {
  const stage = await setStage(server, town, (person) => createH5Driver(server, person.toLowerCase()))
  await tellMainLine(stage)
  for (const driver of [stage.villager, stage.deputy, stage.coSigner, stage.office, stage.unit])
    await driver.close()
}, 120_000)
