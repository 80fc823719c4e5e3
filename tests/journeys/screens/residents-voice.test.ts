import { createH5Driver } from '../../support/screens/h5-driver'
import {
  tellOfAlike,
  tellOfComplaint,
  tellOfElder,
  tellOfRoster,
} from '../../support/screens/residents-voice-flow'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun))

const world = () => ({
  ...{ server, town },
  driverOf: (person: string) => createH5Driver(server, person.toLowerCase()),
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
