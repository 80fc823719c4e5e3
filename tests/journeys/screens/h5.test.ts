import { listMyOpinions } from '../../../shared/matters/opinion/endpoints'
import {
  fillDesks,
  officeWorksAtADesk,
  unitWorksAtADesk,
  villagerReadsAtADesk,
} from '../../support/screens/desk-flow'
import { createH5Driver, desk } from '../../support/screens/h5-driver'
import { tellMainLine } from '../../support/screens/main-line-flow'
import { readWithoutNetwork, writeAndGoOn, writeWithoutNetwork } from '../../support/screens/offline-flow'
import { setStage } from '../../support/screens/stage'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun))

test('the main line, in a browser on a phone', async () => {
  const stage = await setStage(server, town, (person) => createH5Driver(server, person.toLowerCase()))
  await tellMainLine(stage)
  for (const driver of [stage.villager, stage.deputy, stage.coSigner, stage.office, stage.unit])
    await driver.close()
}, 240_000)

test('what is written without a network is sent once when it is back, whatever page is open then', async () => {
  const villager = await createH5Driver(server, 'villager')
  await writeWithoutNetwork(villager)
  await writeAndGoOn(villager)
  await readWithoutNetwork(villager)
  await villager.close()
  const mine = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(mine.items).toHaveLength(2)
})

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
})
