import { showInbox } from '../../../shared/api/inbox'
import { recordVoice } from '../../../shared/matters/opinion/voice-endpoints'
import { beijingDay } from '../../../shared/rules/days'
import { opinionsOf } from '../../support/opinions'
import { startServer, type TestServer } from '../../support/server'
import { toldTo } from '../../support/told'
import { buildTown, signedInAgain, type TestTown } from '../../support/town'

/** A deputy needs one thing more: asked once, about what and when in their own words, and the clock stands meanwhile. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const { see, take, received, shown } = opinionsOf(() => ({ server, town }))
const question = { text: '是村东头的那一盏吗？' }

test('is asked in the words and with the day of whoever wrote, waits for them, and one tap answers it', async () => {
  const id = await received('路灯不亮。')
  await shown(town.deputy, id, 'askBack', question)
  const asked = await see(town.villager, id)
  expect(asked).toMatchObject({ state: 'askedBack', waitsFor: 'resident', messages: [{}, question] })
  expect(asked.actions).toEqual(expect.arrayContaining(['answerYes', 'answerNo', 'write']))
  expect(await toldTo(server, town.villager)).toContain(
    '您11月23日说的“路灯不亮”，王建国代表想问您一句。打开点一下，或者说一句就行。',
  )
  // It is not the deputy who is late meanwhile.
  expect((await see(town.deputy, id)).due?.on).toBe('2026-12-07')
  await take(town.villager, id, 'answerYes')
  expect(await see(town.deputy, id)).toMatchObject({ state: 'received', waitsFor: 'deputy' })
  expect((await see(town.deputy, id)).messages.at(-1)).toMatchObject({ by: 'resident', text: '是。' })
  expect(await toldTo(server, town.deputy)).toContain('您问的“路灯不亮”，群众说：是。')
  // Once.
  expect((await take(town.deputy, id, 'askBack', { text: '哪一天开始的？' })).code).toBe('asked_before')
})

test('is reminded of once, then the deputy goes on without', async () => {
  const id = await received('水管漏水。')
  await shown(town.deputy, id, 'askBack', question)
  const reminders = async () =>
    (await toldTo(server, town.villager)).filter((text) => text.includes('还等着您回一句'))
  for (let day = 0; day < 20; day += 1) {
    server.clock.advance({ days: 1 })
    await server.run('clock')
  }
  town = await signedInAgain(server, town)
  expect(await reminders()).toEqual([
    '您说的“水管漏水”，王建国代表还等着您回一句。点一下就行；不答也可以，以后不再问了。',
  ])
  expect((await see(town.deputy, id)).state).toBe('received')
  expect(await toldTo(server, town.deputy)).toContain('“水管漏水”问群众的那一句没有等到回话，请接着办。')
})

test('is answered by a sentence, and through the clerk for whoever has no phone', async () => {
  const own = await received('井盖丢了。')
  await shown(town.deputy, own, 'askBack', question)
  await take(town.villager, own, 'write', { text: '是学校门口那个。' })
  await server.run('checkOpinions')
  expect((await see(town.deputy, own)).state).toBe('received')
  const spoken = { spokeHow: 'phone', spokeOn: beijingDay(server.clock.now()) }
  const input = { ...spoken, deputyId: town.deputy.id, kind: 'report', text: '桥板断了。' } as never
  const { id } = await town.office.client.call(recordVoice, { params: { town: town.id }, input })
  await server.run('checkOpinions')
  await shown(town.deputy, id, 'askBack', question)
  await take(town.office, id, 'writeByWord', { text: '是东头那一座。', ...spoken })
  await server.run('checkOpinions')
  expect(await see(town.deputy, id)).toMatchObject({
    state: 'received',
    messages: [{}, {}, { by: 'resident' }],
  })
})

test('whoever has a phone may say it to the clerk all the same, and reads that it was said so; nothing else is typed for them', async () => {
  const id = await received('桥头的灯不亮。')
  const spoken = { spokeHow: 'phone', spokeOn: beijingDay(server.clock.now()) }
  const say = () => take(town.office, id, 'writeByWord', { text: '是东头那一盏。', ...spoken })
  expect((await say()).code).toBe('has_phone')
  await shown(town.deputy, id, 'askBack', question)
  expect((await say()).code).toBeUndefined()
  await server.run('checkOpinions')
  const read = await see(town.villager, id)
  expect(read).toMatchObject({ state: 'received', messages: [{}, {}, { text: '是东头那一盏。' }] })
  expect(await toldTo(server, town.villager)).toContain(
    '镇人大办替您记下了您说的话，就在“桥头的灯不亮”里。不对的话请接着说一句。',
  )
  expect((await say()).code).toBe('has_phone')
})

test('from the message to the answer is one tap, and the second sends it', async () => {
  server.clock.advance({ minutes: 1 })
  const id = await received('沟堵了。')
  const { items } = await town.deputy.client.call(showInbox, { params: { town: town.id } })
  expect(items[0]?.page).toBe(`desk/matter?kind=opinion&town=${town.id}&id=${id}&open=answer`)
})
