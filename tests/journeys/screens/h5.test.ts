import { listMyOpinions } from '../../../shared/api/opinions'
import { closeBrowser } from '../../support/screens/browser'
import { ensureBuilt } from '../../support/screens/built'
import {
  fillDesks,
  officeWorksAtADesk,
  unitWorksAtADesk,
  villagerReadsAtADesk,
} from '../../support/screens/desk-flow'
import { createH5Driver, desk } from '../../support/screens/h5-driver'
import { tellMainLine } from '../../support/screens/main-line-flow'
import { writeWithoutNetwork } from '../../support/screens/offline-flow'
import { setStage } from '../../support/screens/stage'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, personaOpenid, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(() => ensureBuilt('h5'), 180_000)
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server, undefined, personaOpenid)
})
afterEach(() => server.stop())
afterAll(closeBrowser)

test('the main line, in a browser on a phone', async () => {
  const stage = await setStage(server, town, (person) => createH5Driver(server, person.toLowerCase()))
  await tellMainLine(stage)
  for (const driver of [stage.villager, stage.deputy, stage.coSigner, stage.office, stage.unit])
    await driver.close()
}, 120_000)

test('what is written without a network is sent once when it is back', async () => {
  const villager = await createH5Driver(server, 'villager')
  await writeWithoutNetwork(villager)
  await villager.close()
  const mine = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(mine.items).toHaveLength(1)
}, 30_000)

test('office, unit and villager at desks', async () => {
  await fillDesks(town)
  const office = await createH5Driver(server, 'office', desk)
  await officeWorksAtADesk(office)
  await office.close()
  const unit = await createH5Driver(server, 'unit', desk)
  await unitWorksAtADesk(unit)
  await unit.close()
  const villager = await createH5Driver(server, 'villager', desk)
  await villagerReadsAtADesk(villager)
  await villager.close()
}, 60_000)
