/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { listMyOpinions } from '../../../shared/matters/opinion/endpoints'
import { opinionsOf } from '../../support/opinions'
import { ensureBuilt } from '../../support/screens/built'
import { answerAndChangeIt, sendAndAddAWord } from '../../support/screens/lost-answer-flow'
import { answerTooLate } from '../../support/screens/offline-flow'
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

const { received, take } = opinionsOf(() => ({ server, town }))

test('a word is added to a message whose answer was lost', async () => {
  const villager = createWeappDriver(server, town.villager.openid)
  await sendAndAddAWord(villager)
  await villager.close()
  const { items } = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(items).toHaveLength(1)
})

test('a deputy who changes a reply that was taken already sees what was taken', async () => {
  const id = await received()
  const deputy = createWeappDriver(server, town.deputy.openid)
  await answerAndChangeIt(deputy, `/desk/matter?kind=opinion&town=${town.id}&id=${id}`)
  const other = await received('桥塌了。')
  const theirs = `/desk/matter?kind=opinion&town=${town.id}&id=${other}`
  await answerTooLate(deputy, theirs, () => take(town.deputy, other, 'answer', { text: '我今天就去。' }))
  await deputy.tap('打开改一改')
  await deputy.see('您打开以后，')
  await deputy.close()
})
