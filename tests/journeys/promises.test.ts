import { showBoardItem } from '../../shared/api/board'
import { listPromises } from '../../shared/api/promises'
import { beijingDay } from '../../shared/rules/days'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, signedInAgain, type TestTown } from '../support/town'

/** 承诺事项: a reply that promised something is not the end; “closed” means kept, or said in writing why not. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const publicItem = (id: string) =>
  createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })

/** How the public ledger says that its promises stand. */
const told = async (id: string) => {
  const { items } = await createClient(server.url).call(listPromises, {
    params: { town: town.id },
    query: {},
  })
  return items.filter((one) => one.id === id).map(({ standing }) => standing)
}
const notSatisfied = { attitudeRating: 'satisfied', resultRating: 'notSatisfied', reason: '没有修到下游。' }

test('a promise is followed on the public board until it is kept and rated on its own', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'tracking')
  expect(await see(town, town.unit, id)).toMatchObject({
    state: 'tracking',
    waitsFor: 'leadUnit',
    due: { on: '2027-05-31' },
    rounds: [{ commitments: [{ promise: '修完其余 120 米河堤', dueOn: '2027-05-31', result: null }] }],
  })
  expect(await publicItem(id)).toMatchObject({
    deadline: { on: '2027-05-31', standing: 'inTime' },
    result: { state: 'tracking', outcome: 'inProgress' },
  })
  expect((await publicItem(id)).plain).toContain('答应的事还在办，2027年5月31日前给结果')

  server.clock.set('2027-05-20T01:00:00Z')
  town = await signedInAgain(server, town)
  const reported = await step(town, town.unit, id, 'reportCommitment', form.reportCommitment)
  expect(reported).toMatchObject({ state: 'tracking', waitsFor: 'leadDeputy', due: { on: '2027-06-03' } })
  expect(await toldTo(server, town.villager)).toContain(
    '您反映的事，镇水利站答应的有了结果：已经落实。（核对中，核对好了在“我的事”里能看到）',
  )
  const closed = await step(town, town.deputy, id, 'rateCommitment', form.rateCommitment)
  expect(closed).toMatchObject({
    state: 'closed',
    rounds: [
      {
        evaluation: { result: 'satisfied' },
        commitments: [{ result: 'fulfilled', rating: 'satisfied' }],
      },
    ],
  })
  // The fourth of the five facts is the last that happened.
  expect((await publicItem(id)).result).toMatchObject({ outcome: 'inProgress', promise: 'kept' })
  server.clock.advance({ minutes: 10 })
  await server.run('checkContent')
  expect((await publicItem(id)).result.sentence).toBe(form.reportCommitment.publicResult)
  expect((await publicItem(id)).timeline.map(({ line }) => line).slice(-2)).toEqual([
    '镇水利站报告承诺事项：已经落实',
    '代表评价承诺落实：满意',
  ])
})

test('a promise that is late counts as overdue on the board, without any job', async () => {
  const id = await bring(server, town, 'tracking')
  server.clock.set('2027-06-01T01:00:00Z')
  expect((await publicItem(id)).deadline?.standing).toBe('overdue')
})

test('not satisfied: the promise stands again with a new day', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'tracking')
  await step(town, town.unit, id, 'reportCommitment', {
    ...form.reportCommitment,
    commitmentResult: 'unfulfilled',
  })
  const without = { rating: 'notSatisfied' }
  expect((await refusedStep(town, town.deputy, id, 'rateCommitment', without)).fields).toEqual({
    reason: '选了“不满意”，请写一句哪里不满意，承办单位才知道怎么改。',
  })
  const again = await step(town, town.deputy, id, 'rateCommitment', { ...without, reason: '还差 60 米。' })
  expect(again).toMatchObject({
    state: 'tracking',
    waitsFor: 'leadUnit',
    due: { on: '2026-12-23' },
    rounds: [
      {
        commitments: [
          { dueOn: '2027-05-31', rating: 'notSatisfied', ratingReason: '还差 60 米。' },
          { dueOn: '2026-12-23', promise: '修完其余 120 米河堤', result: null },
        ],
      },
    ],
  })
})

test('a rating that never comes lets the matter close as 未表态', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'tracking')
  await step(town, town.unit, id, 'reportCommitment', form.reportCommitment)
  server.clock.set('2026-12-07T15:00:00Z')
  await server.run('clock')
  expect((await see(town, town.office, id)).state).toBe('tracking')
  server.clock.set('2026-12-07T16:30:00Z')
  await server.run('clock')
  expect((await see(town, town.office, id)).state).toBe('closed')
})

test('the presidium may end the following in writing; nobody else', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'tracking')
  expect((await refusedStep(town, town.unit, id, 'endTracking', form.endTracking)).code).toBe('not_your_step')
  expect((await refusedStep(town, town.presidium, id, 'endTracking', {})).fields).toEqual({
    conclusion: '请填写主席团处理意见。',
    decidedHow: '请填写怎么决定的。',
  })
  expect(await step(town, town.presidium, id, 'endTracking', form.endTracking)).toMatchObject({
    state: 'closed',
    conclusion: form.endTracking.conclusion,
    rounds: [{ commitments: [{ standing: 'concluded' }] }],
  })
  expect((await publicItem(id)).result).toMatchObject({ promise: 'concluded' })
  expect(await told(id)).toEqual(['concluded'])
})

test('a promise that a corrected reply replaces, or drops, says so; the lines say that they were corrected', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  await step(town, town.unit, id, 'reply', form.promise)
  const replaced = await step(town, town.unit, id, 'correctReply', {
    ...form.promise,
    promiseDueOn: '2027-06-30',
  })
  const standings = ({ rounds }: typeof replaced) => rounds[0]?.commitments.map(({ standing }) => standing)
  expect(standings(replaced)).toEqual(['replaced', 'open'])
  expect(await told(id)).toEqual(['open'])
  expect(standings(await step(town, town.unit, id, 'correctReply', form.reply))).toEqual(
    expect.arrayContaining(['replaced', 'dropped']),
  )
  expect(await told(id)).toEqual([])
  const lines = (await publicItem(id)).timeline.map(({ line }) => line)
  expect(lines.slice(-3)).toEqual([
    '镇水利站答复：正在解决（后来更正）',
    '镇水利站更正答复：正在解决（后来更正）',
    '镇水利站更正答复：已经解决',
  ])
})

test('a consultation that the deputy disputes stands in public as disputed, and the one that was so does not', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  const talks = async () => (await see(town, town.deputy, id)).rounds[0]?.consultations ?? []
  const open = async () => ({ consultationId: (await talks()).find(({ answer }) => answer === 'open')?.id })
  await step(town, town.unit, id, 'consult', { ...form.consult, heldOn: '2026-11-23' })
  await step(town, town.deputy, id, 'disputeConsultation', { ...(await open()), reason: '没有来过。' })
  await step(town, town.unit, id, 'consult', { ...form.consult, heldOn: '2026-11-23' })
  await step(town, town.deputy, id, 'confirmConsultation', await open())
  expect((await publicItem(id)).timeline.map(({ line }) => line).slice(-2)).toEqual([
    '镇水利站与代表面商（代表说与实际不符）',
    '镇水利站与代表面商',
  ])
})

test('a deputy who lets the time pass on a promising reply keeps the promise followed', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  await step(town, town.unit, id, 'reply', form.promise)
  server.clock.set('2026-12-08T01:00:00Z')
  await server.run('clock')
  expect((await see(town, town.office, id)).state).toBe('tracking')
  expect(await toldTo(server, town.villager)).toContain(
    '您反映的事，镇水利站答应的还在办，2027年5月31日前给结果。',
  )
})

describe('a reply', () => {
  test('that promises names what and by when; one that cannot names its ground', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'handling')
    const { promise: _promise, promiseDueOn: _day, ...without } = form.promise
    expect((await refusedStep(town, town.unit, id, 'reply', without)).fields).toEqual({
      promise: '还没有办成的，请写清楚承诺要办的事。',
      promiseDueOn: '还没有办成的，请写一个办成的日期，到时候再答复一次。',
    })
    const past = { ...form.promise, promiseDueOn: '2026-11-23' }
    expect((await refusedStep(town, town.unit, id, 'reply', past)).fields).toEqual({
      promiseDueOn: '承诺办成的日期要在今天以后，最早填明天（2026年11月24日）。',
    })
    const far = { ...form.promise, promiseDueOn: '2029-05-31' }
    expect((await refusedStep(town, town.unit, id, 'reply', far)).fields).toEqual({
      promiseWhyLong: '本镇的承诺最晚 24 个月办成。确实要更久，请写明原因，会告诉主席团；也可以改早一点。',
    })
    const cannot = { ...form.reply, outcome: 'cannotSolve' }
    expect((await refusedStep(town, town.unit, id, 'reply', cannot)).fields).toEqual({
      ground: '“暂时不能解决”要选依据，并在答复内容里说明原因。',
    })
    const replied = await step(town, town.unit, id, 'reply', { ...cannot, ground: 'funds' })
    expect(replied.rounds[0]?.reply).toMatchObject({ outcome: 'cannotSolve', ground: 'funds' })
  })

  test('that promises for later than the rule of the town says why, and the presidium reads it', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'handling')
    await step(town, town.unit, id, 'reply', form.promise)
    const told = async () => (await toldTo(server, town.presidium)).join()
    expect(await told()).not.toContain('承诺到')
    await step(town, town.unit, id, 'correctReply', {
      ...{ ...form.promise, promiseDueOn: '2029-05-31', promiseWhyLong: '要等高速公路改线。' },
    })
    expect(await told()).toContain('承诺到2029年5月31日才办成，比本镇定的期限长：要等高速公路改线。')
  })

  test('tells what came of it in figures', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'handling')
    const measured = { fundsYuan: 4610000, lengthMetres: 3800, beneficiaries: 320 }
    const wrong = { ...form.reply, fundsYuan: '四百万' }
    expect((await refusedStep(town, town.unit, id, 'reply', wrong)).fields).toEqual({
      fundsYuan: '投入资金（元）请填 0 到 2000000000 的整数，只写数字。',
    })
    const replied = await step(town, town.unit, id, 'reply', { ...form.reply, ...measured })
    expect(replied.rounds[0]?.reply).toMatchObject(measured)
  })

  test('may be corrected before it is rated, and what it said before is kept', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'handling')
    const measured = { fundsYuan: 4610000, lengthMetres: 3800, beneficiaries: 320 }
    await step(town, town.unit, id, 'reply', { ...form.reply, ...measured })
    server.clock.advance({ days: 1 })
    const corrected = await step(town, town.unit, id, 'correctReply', form.correctReply)
    expect(corrected.rounds[0]?.reply).toMatchObject({
      version: 2,
      publicResult: '修复河堤 3.9 公里，装围栏 1 公里',
      fundsYuan: null,
      on: '2026-11-23',
      earlier: [{ version: 1, publicResult: '修复河堤 3.8 公里，装围栏 1 公里', ...measured }],
    })
    const toldBefore = (await toldTo(server, town.deputy)).length
    expect(await refusedStep(town, town.unit, id, 'correctReply', form.correctReply)).toMatchObject({
      code: 'nothing_changed',
    })
    expect((await toldTo(server, town.deputy)).length).toBe(toldBefore)
    expect((await see(town, town.unit, id)).rounds[0]?.reply?.version).toBe(2)
    await step(town, town.deputy, id, 'evaluate', form.evaluate)
    for (const action of ['correctReply', 'correctRatedReply'] as const)
      expect(await refusedStep(town, town.unit, id, action, form.reply)).toMatchObject({
        code: 'wrong_state',
      })
  })

  test('that is corrected after the rating is rated anew; the rating of before stays in the history', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'handling')
    await step(town, town.unit, id, 'reply', form.reply)
    await step(town, town.deputy, id, 'evaluate', notSatisfied)
    expect(await refusedStep(town, town.unit, id, 'correctRatedReply', form.reply)).toMatchObject({
      code: 'nothing_changed',
    })
    server.clock.advance({ minutes: 1 })
    const corrected = await step(town, town.unit, id, 'correctRatedReply', form.promise)
    expect(corrected).toMatchObject({
      state: 'replied',
      waitsFor: 'leadDeputy',
      rounds: [{ evaluation: null, reply: { version: 2, outcome: 'inProgress' } }],
    })
    expect(await toldTo(server, town.deputy)).toContain(
      '镇水利站更正了您评价过的《修复大郭西段河堤》的答复，请看新的，再评价一次。',
    )
    expect((await publicItem(id)).timeline.map(({ line }) => line).slice(-2)).toEqual([
      '代表评价：态度满意，结果不满意（答复后来更正，重新评价）',
      '镇水利站更正答复：正在解决，请代表重新评价',
    ])
    expect((await step(town, town.deputy, id, 'evaluate', form.evaluate)).state).toBe('tracking')
    const again = { ...form.promise, promiseDueOn: '2027-06-30' }
    expect(
      (await step(town, town.unit, id, 'correctRatedReply', again)).rounds[0]?.commitments,
    ).toMatchObject([{ standing: 'replaced' }, { standing: 'open', dueOn: '2027-06-30' }])
    await step(town, town.deputy, id, 'evaluate', form.evaluate)
    await step(town, town.unit, id, 'reportCommitment', form.reportCommitment)
    expect(await refusedStep(town, town.unit, id, 'correctRatedReply', form.promise)).toMatchObject({
      code: 'commitment_reported',
    })
  })
})

describe('still not satisfied after the last round', () => {
  test('the head of the unit is summoned, the answers are written down, the presidium concludes', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'reHandling')
    await step(town, town.unit, id, 'reply', form.promise)
    await step(town, town.deputy, id, 'evaluate', notSatisfied)
    await step(town, town.presidium, id, 'summon', { ...form.summon, heldOn: '2026-12-03' })
    expect(await see(town, town.presidium, id)).toMatchObject({
      state: 'escalated',
      waitsFor: 'presidium',
      due: { on: '2026-12-07' },
      rounds: [{}, { summons: { heldOn: '2026-12-03', place: '镇人大会议室', answers: null } }],
    })
    expect(await toldTo(server, town.unit)).toContain(
      '主席团就《修复大郭西段河堤》（2026-0001）约见你单位负责人：12月3日 周四，镇人大会议室。请准备好当面回答：为什么两次都没有修完？',
    )
    expect(await refusedStep(town, town.presidium, id, 'conclude', form.conclude)).toMatchObject({
      code: 'summons_not_recorded',
      message: '先约见，再处理：请先登记约见问答，再提出处理意见。',
    })
    // Nobody writes down on one day what people answer on another.
    server.clock.set('2026-12-02T15:00:00Z')
    town = await signedInAgain(server, town)
    expect(await refusedStep(town, town.office, id, 'recordSummons', form.recordSummons)).toMatchObject({
      code: 'summons_day_ahead',
      message: '约见的日子还没有到，见过面再登记问答。',
    })
    server.clock.set('2026-12-02T16:30:00Z')
    const recorded = await step(town, town.office, id, 'recordSummons', form.recordSummons)
    expect(recorded.rounds[1]?.summons).toMatchObject({ attendee: '吴海涛' })
    expect(await step(town, town.presidium, id, 'conclude', form.conclude)).toMatchObject({
      state: 'closed',
      conclusion: form.conclude.conclusion,
      rounds: [{}, { commitments: [{ standing: 'concluded' }] }],
    })
    expect(await told(id)).toEqual(['concluded'])
    expect((await publicItem(id)).timeline.map(({ line }) => line).slice(-3)).toEqual([
      '主席团约见镇水利站负责人',
      '镇水利站负责人当面回答了询问',
      '主席团提出处理意见，办结',
    ])
  })

  test('a summons lies ahead, and only after the last round', async () => {
    const form = forms(town)
    const first = await bring(server, town, 'evaluated')
    expect(await refusedStep(town, town.presidium, first, 'summon', form.summon)).toMatchObject({
      code: 'round_left',
    })
    const id = await bring(server, town, 'reHandling')
    await step(town, town.unit, id, 'reply', form.reply)
    await step(town, town.deputy, id, 'evaluate', {
      attitudeRating: 'satisfied',
      resultRating: 'notSatisfied',
      reason: '没修完。',
    })
    const yesterday = { ...form.summon, heldOn: '2026-11-22' }
    expect((await refusedStep(town, town.presidium, id, 'summon', yesterday)).fields).toEqual({
      heldOn: '约见日期已经过去，最早填今天（2026年11月23日）。',
    })
    expect(beijingDay(server.clock.now())).toBe('2026-11-23')
  })
})
