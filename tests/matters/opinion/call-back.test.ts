import { listWork } from '../../../shared/api/work'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { recordVoice } from '../../../shared/matters/opinion/voice-endpoints'
import { beijingDay } from '../../../shared/rules/days'
import { findDifferences } from '../../../server/engine/rebuild'
import { opinionsOf } from '../../support/opinions'
import { startServer, type TestServer } from '../../support/server'
import { spoken } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { addDeputy, buildTown, signedInAgain, type TestTown } from '../../support/town'

/** “请代表给我回电话”: a task of the deputy with a day of its own, until somebody has talked. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(async () => {
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  await server.stop()
})

const { see, take, shown } = opinionsOf(() => ({ server, town }))
const here = () => ({ town: town.id })
const today = () => beijingDay(server.clock.now())
const message = (call: object, more: object = {}) => ({
  params: here(),
  input: {
    ...{ deputyId: town.deputy.id, kind: 'report' as const, text: '请给我回个电话。', phone: '13900000000' },
    ...{ call: { when: 'any' as const, ...call }, again: true as const, ...more },
  },
})
async function asked(call: object = {}, more: object = {}) {
  const { id } = await town.villager.client.call(writeOpinion, message(call, more))
  await server.run('checkOpinions')
  return id
}
const work = async () =>
  (await town.deputy.client.call(listWork, { params: here(), query: { lane: 'mine', kind: 'opinion' } }))
    .items
async function clockAt(instant: string) {
  server.clock.advance({ seconds: (Date.parse(instant) - server.clock.now().getTime()) / 1000 })
  for (const _ of [1, 2]) await server.run('clock')
}

test('is work of the deputy with the days of the rules, where no day is named, and talking ends it', async () => {
  const id = await asked()
  expect(await see(town.villager, id)).toMatchObject({
    ...{ state: 'callAsked', waitsFor: 'deputy', call: { on: '2026-11-25', time: 'any', tries: 0 } },
    plain: '王建国代表会在11月25日前给您打电话，请留意来电。',
  })
  expect(await work()).toMatchObject([
    { id, state: 'callAsked', due: { on: '2026-11-25', urgency: 'inTime' }, next: { label: '打过电话了' } },
  ])
  expect(await toldTo(server, town.deputy)).toContain(
    '有群众请您打个电话：请在11月25日前打，什么时候都方便。',
  )
  expect(await toldTo(server, town.villager)).toContain(
    '王建国代表收到了，会在11月25日前给您打电话，请留意来电。',
  )
  // Talking says what was said: words that the resident can look up, checked like any others.
  expect((await take(town.deputy, id, 'called', { outcome: 'talked', on: today() })).code).toBe('bad_input')
  await shown(town.deputy, id, 'called', { outcome: 'talked', on: today(), said: '明天我去看。' })
  expect(await see(town.villager, id)).toMatchObject({
    ...{ state: 'replied', call: null, messages: [{}, { by: 'deputy', text: '打了电话：明天我去看。' }] },
  })
  expect(await toldTo(server, town.villager)).toContain('王建国代表回复您了。')
  // What is said afterwards is a message like any other.
  await take(town.villager, id, 'write', { text: '谢谢，还有一盏。' })
  await server.run('checkOpinions')
  expect((await see(town.deputy, id)).state).toBe('received')
})

test('is reminded of on its day before the time that suits, by day; whoever is away is called in the evening', async () => {
  const id = await asked({ on: '2026-11-26', away: true })
  expect((await see(town.deputy, id)).call).toEqual({ on: '2026-11-26', time: 'evening', tries: 0 })
  const before = (await toldTo(server, town.deputy)).length
  await clockAt('2026-11-26T08:30:00.000Z')
  expect((await toldTo(server, town.deputy)).length).toBe(before)
  await clockAt('2026-11-26T09:01:00.000Z')
  expect((await toldTo(server, town.deputy))[0]).toBe('有群众等您打电话，今天晚上方便，请别忘了。')
  await clockAt('2026-11-26T16:01:00.000Z')
  expect((await toldTo(server, town.deputy))[0]).toBe(
    '有群众请您打的电话逾期还没有打，请今天就打，晚上方便。',
  )
  expect((await toldTo(server, town.office))[0]).toBe(
    '有群众请王建国代表打个电话，逾期还没有打，请提醒王建国代表。',
  )
  town = await signedInAgain(server, town)
  expect(await work()).toMatchObject([{ due: { on: '2026-11-26', urgency: 'overdue' } }])
  const others = { params: here(), query: { lane: 'others' as const, kind: 'opinion' as const } }
  expect((await town.office.client.call(listWork, others)).items).toMatchObject([
    { id, stateLabel: '待代表打电话', due: { urgency: 'overdue' } },
  ])
})

test('is not ended by a call that nobody answered, nor by words instead of it', async () => {
  const id = await asked()
  await take(town.deputy, id, 'called', { outcome: 'noAnswer', on: today() })
  expect(await see(town.deputy, id)).toMatchObject({ state: 'callAsked', call: { tries: 1 } })
  expect(await toldTo(server, town.villager)).toContainEqual(
    expect.stringMatching(/^王建国代表给您打过电话，没有打通，会再打。/),
  )
  expect((await see(town.deputy, id)).actions).toContain('called')
  await shown(town.deputy, id, 'writeBeforeCall', { text: '打不通，晚上再打。' })
  expect(await see(town.deputy, id)).toMatchObject({ state: 'callAsked', due: { on: '2026-11-25' } })
  // What is said meanwhile changes nothing of it; where else to go ends it.
  await take(town.villager, id, 'write', { text: '我换号码了。' })
  await server.run('checkOpinions')
  expect((await see(town.deputy, id)).state).toBe('callAsked')
  await shown(town.deputy, id, 'redirect', { referredTo: 'petitionOffice', explanation: '请到信访办。' })
  expect(await see(town.villager, id)).toMatchObject({ state: 'closed', call: null })
})

test('wants a number; goes on with another deputy; and is asked for, and typed, without a phone', async () => {
  const refused = await town.villager.client.refused(writeOpinion, message({}, { phone: undefined }))
  expect(refused.fields).toEqual({ phone: '请填写电话，代表才能打给您。' })
  const deputyId = await addDeputy(server, town.id, '刘守田')
  const away = await asked({ on: '2026-11-23' }, { deputyId })
  expect((await see(town.office, away)).state).toBe('deputyAway')
  await take(town.office, away, 'passOn', { deputyId: town.deputy.id })
  // Whoever hears of it on its last day has days of their own.
  expect(await see(town.deputy, away)).toMatchObject({ state: 'callAsked', call: { on: '2026-11-25' } })
  const said = { spokeHow: 'phone' as const, spokeOn: today(), kind: 'report' as const, text: '桥板断了。' }
  const voice = { ...said, deputyId: town.deputy.id, callTime: 'noon' as const }
  const wrong = await town.office.client.refused(recordVoice, { params: here(), input: voice })
  expect(wrong.fields).toEqual({ phone: '请填写电话，代表才能打给他。' })
  const input = { ...voice, phone: '0871-12345678' }
  const slip = await town.office.client.call(recordVoice, { params: here(), input })
  await server.run('checkOpinions')
  expect((await see(town.deputy, slip.id)).call).toMatchObject({ time: 'noon' })
  const talked = { outcome: 'talked', on: today(), said: 'SIM_RISKY_20001 约好明天去看。' }
  await shown(town.office, slip.id, 'calledByWord', { ...talked, ...spoken })
  expect(await see(town.deputy, slip.id)).toMatchObject({ state: 'answerHeld' })
  // Written down once more, where it was sent back.
  await take(town.office, slip.id, 'sendBack', { reason: '请写明哪天。' })
  expect(await see(town.deputy, slip.id)).toMatchObject({ state: 'callAsked', call: { time: 'noon' } })
})
