import { makeCode } from '../../../shared/api/qr-codes'
import { listMyOpinions, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { digestOf } from '../../../server/database/digest'
import { opinionsOf } from '../../support/opinions'
import { createH5Driver } from '../../support/screens/h5-driver'
import { added, answerAndChangeIt, first, sendAndAddAWord } from '../../support/screens/lost-answer-flow'
import { answerTooLate } from '../../support/screens/offline-flow'
import { listenAndAnswer, phoneFiles, scanAndSpeak } from '../../support/screens/speak-flow'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun))

const { at, received, see, take } = opinionsOf(() => ({ server, town }))
const mine = async () =>
  (await town.villager.client.call(listMyOpinions, { params: { town: town.id } })).items
const sessions = async (token: string) =>
  (
    await server.database.reader.query<unknown[]>('SELECT account_id FROM sign_in WHERE token_digest = ?', [
      digestOf(token),
    ])
  ).length

test('a word is added to a message whose answer was lost: one matter, with both', async () => {
  const villager = await createH5Driver(server, 'villager')
  await sendAndAddAWord(villager)
  await villager.close()
  const [only, ...more] = await mine()
  expect(more).toEqual([])
  const { messages } = await town.villager.client.call(showOpinion, { params: at(only?.id ?? '') })
  expect(messages.map(({ text }) => text)).toEqual([first, added])
})

test('a deputy who changes a reply that was taken already sees what was taken', async () => {
  const id = await received()
  const deputy = await createH5Driver(server, 'deputy')
  await answerAndChangeIt(deputy, `/desk/matter?kind=opinion&town=${town.id}&id=${id}`)
  const other = await received('桥塌了。')
  const theirs = `/desk/matter?kind=opinion&town=${town.id}&id=${other}`
  await answerTooLate(deputy, theirs, () => take(town.deputy, other, 'answer', { text: '我今天就去。' }))
  await deputy.tap('打开改一改')
  await deputy.see('您打开以后，')
  await deputy.see('6/1000')
  await deputy.close()
  expect((await see(town.deputy, id)).messages.map(({ text }) => text)).toEqual([
    '路灯不亮。',
    '我明天去看。',
  ])
})

test('nothing that a browser keeps, broken, of before or without room, keeps somebody from writing', async () => {
  const villager = await createH5Driver(server, 'villager')
  await villager.page.addInitScript((townId) => {
    if (!location.protocol.startsWith('http')) return
    const broken = ['token', 'town', 'persona', 'elder', 'left', `draft:opinion:${townId}`]
    for (const name of broken) localStorage.setItem(name, '{"data":{"values":[7],"key":0}')
    localStorage.setItem('token', JSON.stringify({ data: '坏了\n' }))
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  }, town.id)
  await villager.open(`/pages/write?town=${town.id}`)
  await villager.pick('代表', '王建国 代表')
  await villager.type('想说的话', first)
  await villager.see('手机的存储满了，写的话没能存下来。')
  await villager.tapId('send')
  await villager.see('送到了。有人回复时，这里和消息里都会告诉您。')
  await villager.close()
  expect(await mine()).toHaveLength(1)
})

test('whoever leaves takes their drafts along, and the session ends though there was no line', async () => {
  const villager = await createH5Driver(server, 'villager')
  const kept = () => villager.page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  await villager.open(`/pages/write?town=${town.id}`)
  await villager.type('想说的话', '还没有写完')
  await villager.open('/pages/home')
  await villager.see('全部公开')
  await villager.go('我')
  await villager.see('退出登录')
  const [{ value: token } = { value: '' }] = await villager.page.context().cookies()
  expect(await sessions(token)).toBe(1)
  expect(await kept()).toMatch(/copy:[^-]/)
  await villager.setOnline(false)
  await villager.tap('退出登录')
  await villager.see('有写了还没有送出的话。退出以后，这台设备上就没有了。')
  await villager.tap('不要了，退出')
  await villager.page.waitForFunction(() => localStorage.getItem('left'))
  expect(await kept()).not.toMatch(/还没有写完|draft:|copy:[^-]/)
  expect(await sessions(token)).toBe(1)
  await villager.setOnline(true)
  await villager.page.waitForFunction(() => !localStorage.getItem('left'))
  await villager.close()
  expect(await sessions(token)).toBe(0)
})

test('a villager scans, speaks and attaches a photo while every second request fails; the deputy listens and answers by voice', async () => {
  const { scene } = await town.office.client.call(makeCode, {
    params: { town: town.id },
    input: { kind: 'deputy', id: town.deputy.id },
  })
  const files = await phoneFiles()
  const villager = await createH5Driver(server, 'villager')
  const { taps, seconds } = await scanAndSpeak(villager, scene, files)
  await villager.close()
  process.stdout.write(`Chromium: scan to sent in ${taps} taps and ${seconds.toFixed(1)} s\n`)
  expect([taps <= 5, seconds <= 60]).toEqual([true, true])
  const { items } = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(items).toHaveLength(1)
  const id = items[0]?.id ?? ''
  const { messages } = await see(town.villager, id)
  expect(messages.map(({ photos, voice }) => [photos.length, voice === null])).toEqual([[1, false]])
  await server.run('checkOpinions')
  await take(town.office, id, 'release')
  const deputy = await createH5Driver(server, 'deputy')
  await listenAndAnswer(deputy, `/desk/matter?kind=opinion&town=${town.id}&id=${id}`, files.voice)
  await deputy.close()
  expect((await see(town.deputy, id)).messages[1]?.voice).not.toBeNull()
})
