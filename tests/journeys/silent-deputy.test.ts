import { showBoardItem } from '../../shared/api/board'
import { createInvite } from '../../shared/api/people'
import { acceptInvite } from '../../shared/api/sign-in'
import { listWork } from '../../shared/api/work'
import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { createClient } from '../support/client'
import { bring, notSatisfied } from '../support/bring'
import { walkDays } from '../support/days'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, spoken, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addDeputy, buildTown, signedIn, signedInAgain, type TestTown } from '../support/town'

/** Nobody waits for good for one person: each silence has a way on by rule, and its refusal. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

/** A unit has met the deputy, the co-unit has said its opinion, and the deputy has not said whether it was so. */
async function metWith(id: string) {
  const form = forms(town)
  await step(town, town.coUnit, id, 'giveCoOpinion', form.giveCoOpinion)
  const seen = await step(town, town.unit, id, 'consult', { ...form.consult, heldOn: '2026-11-23' })
  return seen.rounds[0]?.consultations[0]?.id ?? ''
}
const publicLines = async (id: string) => {
  const { timeline } = await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })
  return timeline.map(({ line }) => line)
}
const waiting = async (id: string) => {
  const { waitsFor, due } = await see(town, town.office, id)
  return { waitsFor, due }
}

test('the deputy hears of it, then the office, then the chair; the unit is not late meanwhile', async () => {
  const id = await bring(server, town, 'received')
  await metWith(id)
  expect(await waiting(id)).toEqual({
    waitsFor: 'leadDeputy',
    due: { on: '2026-11-30', urgency: 'inTime' },
  })
  const told = await walkDays(server, '2026-12-09')
  town = await signedInAgain(server, town)
  expect(told.filter(([, , said]) => said.includes('修复大郭西段河堤'))).toEqual([
    ['11-28', '王建国', expect.stringContaining('11月30日')],
    ['12-01', '王建国', expect.stringContaining('11月30日')],
    ['12-01', '陈静', expect.stringContaining('11月30日')],
    ['12-08', '周明德', expect.stringContaining('领衔代表')],
  ])
  town = await signedInAgain(server, town)
  expect(await waiting(id)).toEqual({
    waitsFor: 'leadDeputy',
    due: { on: '2026-11-30', urgency: 'overdue' },
  })
  town = await signedInAgain(server, town)
  const { items } = await town.unit.client.call(listWork, {
    params: { town: town.id },
    query: { lane: 'others' },
  })
  expect(items).toMatchObject([{ id, turnLabel: '领衔代表' }])
})

test('the office types what the deputy says on the telephone; both names stand in the history', async () => {
  const id = await bring(server, town, 'received')
  const consultationId = await metWith(id)
  const form = { consultationId, ...spoken }
  expect(await refusedStep(town, town.unit, id, 'confirmConsultationByWord', form)).toMatchObject({
    code: 'not_your_step',
  })
  expect(
    await refusedStep(town, town.office, id, 'confirmConsultationByWord', { ...form, spokeOn: '2026-11-24' }),
  ).toMatchObject({ code: 'bad_input' })
  expect(
    await refusedStep(town, town.office, id, 'confirmConsultationByWord', { consultationId }),
  ).toMatchObject({ code: 'bad_input' })
  const seen = await step(town, town.office, id, 'confirmConsultationByWord', form)
  expect(seen.timeline.at(-1)).toMatchObject({
    by: '领衔代表 王建国（11月23日电话，镇人大办 陈静代录）',
    note: '凭据：李主任接的电话',
  })
  expect(await toldTo(server, town.deputy)).toContain(
    '镇人大办按您电话说的，代您登记了“确认面商属实”（《修复大郭西段河堤》）。不是这样的，请在12月7日前提出异议。',
  )
  expect((await see(town, town.unit, id)).actions).toContain('reply')

  const back = await step(town, town.deputy, id, 'objectToRecord', { reason: '我没有接过电话。' })
  expect(back).toMatchObject({ state: 'handling', waitsFor: 'leadDeputy' })
  expect(await toldTo(server, town.office)).toContain(
    '王建国代表对《修复大郭西段河堤》（2026-0001）代录的内容有异议：我没有接过电话。。已经退回到那一步以前。',
  )
  expect(await refusedStep(town, town.unit, id, 'reply', forms(town).reply)).toMatchObject({
    code: 'consultation_not_confirmed',
  })
  // A dispute that somebody typed stands in public as long as the deputy says nothing against it.
  const said = { ...spoken, consultationId, reason: '没有来过。' }
  await step(town, town.office, id, 'disputeConsultationByWord', said)
  expect(await publicLines(id)).toContain('镇水利站与代表面商（代表说与实际不符）')
  await step(town, town.deputy, id, 'objectToRecord', { reason: '来过。' })
  expect((await publicLines(id)).slice(-3)).toEqual([
    '镇水利站与代表面商',
    '代表对代录的内容有异议，退回到那一步以前',
    '代表对代录的内容有异议，退回到那一步以前',
  ])
  const once = await refusedStep(town, town.deputy, id, 'objectToRecord', { reason: '再说一次。' })
  expect(once).toMatchObject({ code: 'record_closed' })
})

test('a rating and a withdrawal that were typed are put back; not after their days, nor once something led on', async () => {
  const rated = await bring(server, town, 'replied')
  const early = { ...spoken, spokeOn: '2026-11-20' }
  const rating = { attitudeRating: 'satisfied', resultRating: 'satisfied' }
  expect(
    await refusedStep(town, town.office, rated, 'evaluateByWord', { ...rating, ...early }),
  ).toMatchObject({ code: 'bad_input' })
  await step(town, town.office, rated, 'evaluateByWord', { ...rating, ...spoken })
  expect((await see(town, town.deputy, rated)).state).toBe('closed')
  const again = await step(town, town.deputy, rated, 'objectToRecord', { reason: '我说的是不满意。' })
  expect([again.state, again.rounds[0]?.evaluation]).toEqual(['replied', null])
  expect((await publicLines(rated)).slice(-2)).toEqual([
    '代表评价：态度满意，结果满意（代表有异议，不算数）',
    '代表对代录的内容有异议，退回到那一步以前',
  ])
  expect((await step(town, town.deputy, rated, 'evaluate', notSatisfied)).state).toBe('evaluated')

  const withdrawn = await bring(server, town, 'received')
  const form = { reason: '村里已经修好。', ...spoken, spokeHow: 'paper' }
  await step(town, town.office, withdrawn, 'withdrawByWord', form)
  expect((await step(town, town.deputy, withdrawn, 'objectToRecord', { reason: '没有修好。' })).state).toBe(
    'received',
  )

  const shelved = await bring(server, town, 'replied')
  await step(town, town.office, shelved, 'evaluateByWord', { ...rating, ...spoken })
  const late = await bring(server, town, 'replied')
  await step(town, town.office, late, 'evaluateByWord', { ...rating, ...spoken })
  await step(town, town.office, shelved, 'archive')
  const object = (id: string) => refusedStep(town, town.deputy, id, 'objectToRecord', { reason: '不是。' })
  expect(await object(shelved)).toMatchObject({ code: 'wrong_state' })
  server.clock.set('2026-12-08T01:00:00.000Z')
  town = await signedInAgain(server, town)
  expect(await object(late)).toMatchObject({ code: 'record_closed' })
})

test('after the time of the town the presidium opens the reply with a reason, not before', async () => {
  const id = await bring(server, town, 'received')
  await metWith(id)
  const { openReply, reply } = forms(town)
  server.clock.set('2026-12-14T01:00:00.000Z')
  town = await signedInAgain(server, town)
  expect(await refusedStep(town, town.presidium, id, 'openReply', openReply)).toMatchObject({
    code: 'deputy_not_silent',
  })
  server.clock.set('2026-12-15T01:00:00.000Z')
  town = await signedInAgain(server, town)
  expect(await refusedStep(town, town.office, id, 'openReply', openReply)).toMatchObject({
    code: 'not_your_step',
  })
  const opened = await step(town, town.presidium, id, 'openReply', openReply)
  expect(opened.waitsFor).toBe('leadUnit')
  expect((await step(town, town.unit, id, 'reply', reply)).state).toBe('replied')
})

test('a deputy passes the lead on to who signed, by himself or by the office, and to nobody else', async () => {
  const id = await bring(server, town, 'received')
  await metWith(id)
  const { passLead } = forms(town)
  const other = { ...passLead, deputyId: town.otherDeputy.id }
  expect(await refusedStep(town, town.office, id, 'passLead', other)).toMatchObject({ code: 'bad_input' })
  expect(await refusedStep(town, town.unit, id, 'passLead', passLead)).toMatchObject({
    code: 'not_your_step',
  })
  server.clock.set('2026-12-08T01:00:00.000Z')
  town = await signedInAgain(server, town)
  const passed = await step(town, town.office, id, 'passLead', passLead)
  // Whoever leads it now has the whole time.
  expect(passed).toMatchObject({ leadDeputy: '张春梅', due: { on: '2026-12-15', urgency: 'inTime' } })
  expect(await toldTo(server, town.coSigner)).toContain(
    '《修复大郭西段河堤》（2026-0001）转由您领衔，以后的面商和评价由您来：王代表住院了。',
  )
  expect((await toldTo(server, town.deputy)).join()).toContain('改由张春梅代表领衔')
  expect((await toldTo(server, town.villager)).join()).toContain('改由张春梅代表接着跟')
  const [talk] = (await see(town, town.coSigner, id)).rounds[0]?.consultations ?? []
  const form = { consultationId: talk?.id }
  expect(await refusedStep(town, town.deputy, id, 'confirmConsultation', form)).toMatchObject({
    code: 'not_your_step',
  })
  await step(town, town.coSigner, id, 'confirmConsultation', form)
  expect((await step(town, town.unit, id, 'reply', forms(town).reply)).waitsFor).toBe('leadDeputy')
})

test('a unit that does not move loses it to another; one that waits for the presidium goes on', async () => {
  const id = await bring(server, town, 'received')
  const { reassign } = forms(town)
  expect(await refusedStep(town, town.unit, id, 'reassign', reassign)).toMatchObject({
    code: 'not_your_step',
  })
  expect(
    await refusedStep(town, town.office, id, 'reassign', { ...reassign, leadUnitId: town.unitId }),
  ).toMatchObject({ code: 'bad_input' })
  const given = await step(town, town.office, id, 'reassign', reassign)
  expect(given).toMatchObject({ state: 'assigned', unit: '镇财政所', returns: [{ byOffice: true }] })
  expect((await toldTo(server, town.unit)).join()).toContain('改由镇财政所办理：一直没有动静。')

  const asked = await bring(server, town, 'extensionRequested')
  expect(await refusedStep(town, town.office, asked, 'takeBackExtension')).toMatchObject({
    code: 'not_your_step',
  })
  expect((await step(town, town.unit, asked, 'takeBackExtension')).state).toBe('handling')
  expect((await publicLines(asked)).at(-1)).toMatch(/^镇水利站提出延办.*（后来收回）$/)
  expect((await step(town, town.unit, asked, 'requestExtension', forms(town).requestExtension)).state).toBe(
    'extensionRequested',
  )
})

describe('a deputy who never came into WeChat', () => {
  const { take, see: seeOpinion, at } = opinionsOf(() => ({ server, town }))
  let away: string
  async function sent(text = '水表坏了。') {
    away = await addDeputy(server, town.id, '刘守田')
    const input = { deputyId: away, kind: 'report' as const, text }
    const { id } = await town.villager.client.call(writeOpinion, { params: { town: town.id }, input })
    await server.run('checkOpinions')
    return id
  }
  const reads = () => toldTo(server, town.villager)

  test('the resident reads the truth, and the office has it at once', async () => {
    const id = await sent()
    expect(await reads()).toEqual(['刘守田代表还没有用上微信，镇人大办会转告，再告诉您。'])
    expect((await seeOpinion(town.villager, id)).plain).toBe(
      '刘守田代表还没有用上微信，镇人大办会转告，再告诉您。',
    )
    expect((await toldTo(server, town.office))[0]).toBe(
      '有群众给刘守田代表留言了。刘守田代表还没有用上微信，请转告、转给另一位代表，或者接手答复。',
    )
    const { items } = await town.office.client.call(listWork, {
      params: { town: town.id },
      query: { lane: 'mine' },
    })
    expect(items).toMatchObject([{ id, next: { step: 'passOn' } }])
    // Whoever is there keeps what is theirs.
    const { id: other } = await town.villager.client.call(writeOpinion, {
      params: { town: town.id },
      input: { deputyId: town.deputy.id, kind: 'report', text: '路灯坏了。' },
    })
    await server.run('checkOpinions')
    expect((await take(town.office, other, 'takeOver', { explanation: '已经修了。' })).code).toBe(
      'wrong_state',
    )
  })

  test('it is passed on, and the resident hears to whom', async () => {
    const id = await sent()
    const stranger = { deputyId: 'a'.repeat(26) }
    expect((await take(town.office, id, 'passOn', stranger)).code).toBe('bad_input')
    await take(town.office, id, 'passOn', { deputyId: town.deputy.id })
    expect(await reads()).toContain('您的话已经转给王建国代表，会在 24 小时内回复您。')
    expect((await seeOpinion(town.deputy, id)).actions).toContain('answer')
  })

  test('it is told on the telephone, and the answer is typed; or the office answers itself', async () => {
    const id = await sent()
    expect((await take(town.villager, id, 'answerByWord', { text: '明天修。', ...spoken })).code).toBe(
      'not_your_step',
    )
    await take(town.office, id, 'answerByWord', { text: '我明天去看。', ...spoken })
    await server.run('checkOpinions')
    expect(await reads()).toContain('刘守田代表回复您了。')
    expect((await seeOpinion(town.villager, id)).state).toBe('replied')

    const other = await sent('阀门坏了。')
    await take(town.office, other, 'takeOver', { explanation: '已经请水厂来修了。' })
    expect(await reads()).toContain('镇人大办接手答复您的话，核对以后就告诉您。')
    await server.run('checkOpinions')
    expect(await reads()).toContain('镇人大办把结果告诉您了，请您评一评。')
  })

  test('it is theirs as soon as they come', async () => {
    const id = await sent()
    const { code } = await town.office.client.call(createInvite, { params: at(away) })
    const comes = await signedIn(server)
    await comes.client.call(acceptInvite, { input: { code } })
    await server.run('clock')
    await server.run('clock')
    expect(await reads()).toContain('刘守田代表已收到您的话，会在 24 小时内回复。')
    expect((await seeOpinion(town.villager, id)).state).toBe('received')
  })
})
