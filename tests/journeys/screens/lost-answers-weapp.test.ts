/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { makeCode } from '../../../shared/api/qr-codes'
import { listMyOpinions } from '../../../shared/matters/opinion/endpoints'
import { opinionsOf } from '../../support/opinions'
import { ensureBuilt } from '../../support/screens/built'
import { answerAndChangeIt, sendAndAddAWord } from '../../support/screens/lost-answer-flow'
import { answerTooLate } from '../../support/screens/offline-flow'
import { listenAndAnswer, phoneFiles, scanAndSpeak } from '../../support/screens/speak-flow'
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

const { received, see, take } = opinionsOf(() => ({ server, town }))

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

test('a villager scans, speaks and attaches a photo while every second request fails; the deputy listens and answers by voice', async () => {
  const { scene } = await town.office.client.call(makeCode, {
    params: { town: town.id },
    input: { kind: 'deputy', id: town.deputy.id },
  })
  const files = await phoneFiles()
  const villager = createWeappDriver(server, town.villager.openid)
  const { taps, seconds } = await scanAndSpeak(villager, scene, files)
  await villager.close()
  process.stdout.write(`weapp: scan to sent in ${taps} taps and ${seconds.toFixed(1)} s\n`)
  expect([taps <= 5, seconds <= 60]).toEqual([true, true])
  const { items } = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(items).toHaveLength(1)
  const id = items[0]?.id ?? ''
  const { messages } = await see(town.villager, id)
  expect(messages.map(({ photos, voice }) => [photos.length, voice === null])).toEqual([[1, false]])
  await server.run('checkOpinions')
  await take(town.office, id, 'release')
  const deputy = createWeappDriver(server, town.deputy.openid)
  await listenAndAnswer(deputy, `/desk/matter?kind=opinion&town=${town.id}&id=${id}`, files.voice)
  await deputy.close()
  expect((await see(town.deputy, id)).messages[1]?.voice).not.toBeNull()
})
