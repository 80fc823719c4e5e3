/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { listMyOpinions, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { ensureBuilt } from '../../support/screens/built'
import { phoneFiles } from '../../support/screens/speak-flow'
import { sayThreeThings, tapsOfTheForm, writeThreeThings } from '../../support/screens/three-questions-flow'
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

test('three questions, by voice with no more taps than the form, and by keys', async () => {
  const villager = createWeappDriver(server, town.villager.openid)
  expect(await sayThreeThings(villager, (await phoneFiles()).voice)).toBeLessThanOrEqual(tapsOfTheForm)
  await writeThreeThings(villager)
  await villager.close()
  const { client } = town.villager
  const { items } = await client.call(listMyOpinions, { params: { town: town.id } })
  const all = await Promise.all(
    items.map(({ id }) => client.call(showOpinion, { params: { town: town.id, id } })),
  )
  const written = all.find(({ messages: [first] }) => first?.voice === null)
  expect(all.filter(({ messages: [first] }) => first?.voice !== null)).toHaveLength(1)
  expect(written).toMatchObject({
    place: '村东头桥边',
    messages: [{ text: '桥栏断了两根。\n想这样办：先拉一条绳子。' }],
  })
})
