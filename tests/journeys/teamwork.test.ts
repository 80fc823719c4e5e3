import { showSuggestion } from '../../shared/matters/suggestion/endpoints'
import { bring } from '../support/bring'
import { walkDays } from '../support/days'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, signedInAgain, type TestTown } from '../support/town'

/** Co-units, questions to the deputy and progress: what stands beside the main line while a unit handles a matter. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

test('a co-unit owes its opinion within two months; it may be sent back once', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  expect((await see(town, town.coUnit, id)).asks).toMatchObject([
    { who: { name: '镇财政所' }, dueOn: '2027-01-25' },
  ])
  await step(town, town.coUnit, id, 'giveCoOpinion', form.giveCoOpinion)
  expect(await toldTo(server, town.unit)).toContain(
    '协办单位对《修复大郭西段河堤》（2026-0001）提出了意见，请看。',
  )
  expect(await refusedStep(town, town.coUnit, id, 'giveCoOpinion', form.giveCoOpinion)).toMatchObject({
    code: 'co_opinion_not_wanted',
  })

  const back = await step(town, town.unit, id, 'sendBackCoOpinion', form.sendBackCoOpinion)
  expect(back.asks).toMatchObject([
    { answer: null, dueOn: '2026-11-30', sentBackWhy: form.sendBackCoOpinion.reason },
  ])
  expect(await toldTo(server, town.coUnit)).toContain(
    '《修复大郭西段河堤》（2026-0001）的协办意见要补充，请在11月30日前重新提出：请写明资金到位的时间。',
  )
  await step(town, town.coUnit, id, 'giveCoOpinion', { opinion: '资金十二月到位。' })
  expect(await refusedStep(town, town.unit, id, 'sendBackCoOpinion', form.sendBackCoOpinion)).toMatchObject({
    code: 'no_co_opinion_to_send_back',
  })
})

test('the reply waits for the co-unit, unless the office decides otherwise', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  const heldOn = '2026-11-23'
  const consulted = await step(town, town.unit, id, 'consult', { ...form.consult, heldOn })
  await step(town, town.deputy, id, 'confirmConsultation', {
    consultationId: consulted.rounds[0]?.consultations[0]?.id,
  })
  expect(await refusedStep(town, town.unit, id, 'reply', form.reply)).toMatchObject({
    code: 'co_opinions_missing',
  })
  const waived = await step(town, town.office, id, 'waiveCoOpinion', form.waiveCoOpinion)
  expect(waived.asks).toMatchObject([{ answer: null, waivedWhy: form.waiveCoOpinion.reason }])
  expect((await step(town, town.unit, id, 'reply', form.reply)).state).toBe('replied')
})

test('a co-unit is told before its own day and after it, and then those who can press or wait no longer', async () => {
  await bring(server, town, 'received')
  const answered = await bring(server, town, 'received')
  await step(town, town.coUnit, answered, 'giveCoOpinion', forms(town).giveCoOpinion)
  const told = (await walkDays(server, '2027-02-10')).filter(([, , said]) => said.includes('协办意见'))
  expect(told).toEqual([
    ['01-23', '孙丽华', '《修复大郭西段河堤》等贵单位的协办意见，请在1月25日前提出。'],
    ['01-26', '孙丽华', '《修复大郭西段河堤》的协办意见已经逾期（1月25日），请马上提出。'],
    ['01-26', '赵永强', '《修复大郭西段河堤》的协办意见逾期了（1月25日），镇财政所还没有提出。'],
    ['01-26', '陈静', '《修复大郭西段河堤》的协办意见逾期了（1月25日），镇财政所还没有提出。'],
  ])
})

test('a unit that does not help here cannot be sent back to', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  const other = { ...form.sendBackCoOpinion, coUnitId: town.unitId }
  expect((await refusedStep(town, town.unit, id, 'sendBackCoOpinion', other)).code).toBe(
    'no_co_opinion_to_send_back',
  )
})

test('a question stops the clock; an answer starts it again with the days that it stood', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  const asked = await step(town, town.unit, id, 'askForInformation', form.askForInformation)
  // Ten working days, 23 November to 7 December: fourteen calendar days for a deadline of 23 February.
  expect(asked).toMatchObject({
    waitsFor: 'leadDeputy',
    due: { on: '2026-12-07' },
    rounds: [{ deadline: { on: '2027-03-09' } }],
    asks: [{ ask: 'coOpinion' }, { ask: 'information', askedOn: '2026-11-23', dueOn: '2026-12-07' }],
  })
  expect(await toldTo(server, town.deputy)).toContain(
    '镇水利站请您补充《修复大郭西段河堤》的情况，请在12月7日前回答：请说明牲畜落水的位置。',
  )
  server.clock.advance({ days: 3 })
  const answered = await step(town, town.deputy, id, 'giveInformation', form.giveInformation)
  expect(answered).toMatchObject({
    waitsFor: 'leadUnit',
    rounds: [{ deadline: { on: '2027-02-26' } }],
    asks: [{ ask: 'coOpinion' }, { answer: [{ label: '补充的情况', text: '在村东头第二个弯。' }] }],
  })
  expect(await refusedStep(town, town.unit, id, 'askForInformation', form.askForInformation)).toMatchObject({
    code: 'clock_stopped_before',
  })
})

test('a day that was granted while an answer was awaited stays when the answer comes', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  await step(town, town.unit, id, 'askForInformation', form.askForInformation)
  await step(town, town.unit, id, 'requestExtension', form.requestExtension)
  const granted = await step(town, town.presidium, id, 'grantExtension', form.grantExtension)
  expect(granted).toMatchObject({ rounds: [{ deadline: { on: '2027-04-23' } }] })
  server.clock.advance({ days: 3 })
  const answered = await step(town, town.deputy, id, 'giveInformation', form.giveInformation)
  expect(answered).toMatchObject({
    rounds: [{ deadline: { on: '2027-04-23' } }],
    asks: [{ ask: 'coOpinion' }, { answer: [{ label: '补充的情况' }] }],
  })
})

test('without an answer the clock goes on by itself, without any job', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  await step(town, town.unit, id, 'askForInformation', form.askForInformation)
  server.clock.set('2026-12-08T01:00:00Z')
  expect(await see(town, town.unit, id)).toMatchObject({
    waitsFor: 'leadUnit',
    rounds: [{ deadline: { on: '2027-03-09' } }],
  })
  expect(await refusedStep(town, town.deputy, id, 'giveInformation', form.giveInformation)).toMatchObject({
    code: 'no_information_wanted',
  })
})

test('progress is told to the deputy and the office, and the public sees that there was some', async () => {
  const id = await bring(server, town, 'handling')
  const seen = await step(town, town.unit, id, 'reportProgress', { note: '材料已经进场，下周开工。' })
  expect(seen.timeline).toContainEqual(
    expect.objectContaining({ action: 'reportProgress', note: '材料已经进场，下周开工。' }),
  )
  expect(await toldTo(server, town.deputy)).toContain(
    '镇水利站报告《修复大郭西段河堤》的进展：材料已经进场，下周开工。',
  )
})

test('a consultation that was not as written is disputed, and the reply stays shut', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  await step(town, town.coUnit, id, 'giveCoOpinion', form.giveCoOpinion)
  const consulted = await step(town, town.unit, id, 'consult', { ...form.consult, heldOn: '2026-11-23' })
  const consultationId = consulted.rounds[0]?.consultations[0]?.id
  await step(town, town.deputy, id, 'disputeConsultation', { consultationId, reason: '没有人来过。' })
  expect(await refusedStep(town, town.unit, id, 'reply', form.reply)).toMatchObject({
    code: 'consultation_not_confirmed',
  })
  expect(await toldTo(server, town.office)).toContain(
    '代表对《修复大郭西段河堤》的面商登记有异议：没有人来过。',
  )
})

test('nothing of this stands still when a sign-in has run out', async () => {
  const id = await bring(server, town, 'received')
  server.clock.advance({ days: 40 })
  expect((await town.unit.client.refused(...showing(id))).code).toBe('sign_in_needed')
  const again = await signedInAgain(server, town)
  expect((await see(again, again.unit, id)).state).toBe('received')
})

function showing(id: string) {
  return [showSuggestion, { params: { town: town.id, id } }] as const
}
