import { petitionSteps, showPetition, writePetition } from '../../shared/matters/petition/endpoints'
import { overrideRule, showRules } from '../../shared/api/rules'
import { beijingDay } from '../../shared/rules/days'
import { startServer, type TestServer } from '../support/server'
import { buildTown, signedInAgain, type TestTown } from '../support/town'

/** Whoever a petition was passed on to has five working days to say that they do not take it, counted by the table. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const at = (id: string) => ({ town: town.id, id })
const today = () => beijingDay(server.clock.now())
const see = (id: string) => town.office.client.call(showPetition, { params: at(id) })
async function step(id: string, action: 'refer' | 'sentBack' | 'giveNotice', form: object) {
  const { version } = await see(id)
  return town.office.client.ask(petitionSteps[action] as typeof petitionSteps.refer, {
    params: at(id),
    input: { version, form: form as never },
  })
}
async function passedOn(form: object = {}) {
  const input = { kind: 'wrongdoing' as const, text: '修渠没有用水泥。' }
  const { id } = await town.villager.client.call(writePetition, { params: { town: town.id }, input })
  const refer = { office: 'discipline', where: '镇纪委信访接待室', ...form }
  expect((await step(id, 'refer', refer)).code).toBeUndefined()
  return id
}

test('the office sees until when, and after it the step says what to do', async () => {
  // A Monday.
  expect(today()).toBe('2026-11-23')
  const id = await passedOn()
  expect(await see(id)).toMatchObject({ state: 'referred', sentBackBy: '2026-11-30' })
  expect((await town.villager.client.call(showPetition, { params: at(id) })).sentBackBy).toBeNull()
  server.clock.advance({ days: 8 })
  town = await signedInAgain(server, town)
  const late = await step(id, 'sentBack', { sentBackOn: today(), ground: 'notTheirs' })
  const sentence =
    '对方有异议，要在收到以后的规定工作日内提出：11月23日转去的，算到11月30日。过了的不再退回，请告知本人由纪检监察机关办；要换地方的，重新“指明去处”。'
  expect(late).toMatchObject({
    ...{ code: 'objection_days_over', message: sentence },
    fields: { sentBackOn: sentence },
  })
  expect((await see(id)).state).toBe('referred')
  // Before it was passed on nobody can have sent it back.
  expect((await step(id, 'sentBack', { sentBackOn: '2026-11-20', ground: 'notTheirs' })).code).toBe(
    'objection_days_over',
  )
  // What came on paper in time is typed later all the same; then nothing is counted.
  expect((await step(id, 'sentBack', { sentBackOn: '2026-11-30', ground: 'notTheirs' })).code).toBeUndefined()
  expect(await see(id)).toMatchObject({ state: 'registered', sentBackBy: null })
})

test('it counts from the day on which it was passed on, anew with the next place, and by the days of the town', async () => {
  const id = await passedOn({ passedOn: '2026-11-25' })
  expect((await see(id)).sentBackBy).toBe('2026-12-02')
  expect((await step(id, 'refer', { office: 'legalAid', where: '镇司法所' })).code).toBeUndefined()
  expect((await see(id)).sentBackBy).toBe('2026-12-08')
  await step(id, 'giveNotice', { noticedOn: today(), how: 'letter' })
  expect((await see(id)).sentBackBy).toBeNull()
  // What a town has set counts for what comes after it, and it may only be stricter.
  const params = { town: town.id }
  const { version: rules } = await town.office.client.call(showRules, { params })
  const rule = { version: rules, field: 'petitionObjectionWorkingDays' as const, reason: '镇里定的。' }
  const { fields } = await town.office.client.refused(overrideRule, {
    params,
    input: { ...rule, value: '6' },
  })
  expect(fields).toEqual({ value: '“收到信访转办的机关可以退回”请填 1 到 5 的整数，按工作日算。' })
  await town.office.client.call(overrideRule, { params, input: { ...rule, value: '3' } })
  expect((await see(await passedOn())).sentBackBy).toBe('2026-12-04')
})
