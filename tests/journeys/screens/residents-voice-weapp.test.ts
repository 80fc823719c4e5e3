/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { ensureBuilt } from '../../support/screens/built'
import {
  tellOfAlike,
  tellOfComplaint,
  tellOfElder,
  tellOfRoster,
} from '../../support/screens/residents-voice-flow'
import { createWeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(() => ensureBuilt('weapp'), 180_000)
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const world = () => ({
  ...{ server, town },
  driverOf: (person: 'villager' | 'deputy' | 'coSigner' | 'office' | 'unit') =>
    Promise.resolve(createWeappDriver(server, town[person].openid)),
})

test('an elder speaks, a neighbour types, no name is kept, and the word comes back by mouth', () =>
  tellOfElder(world()))

test('a complaint reaches nobody it is about, and whoever made it reads where it is handled', () =>
  tellOfComplaint(world()))

test('two change turns on their phones', async () => {
  expect(await tellOfRoster(world())).toEqual(['张春梅'])
})

test('what is handled already is found while it is written once more, and whoever joins it is told', () =>
  tellOfAlike(world()))
