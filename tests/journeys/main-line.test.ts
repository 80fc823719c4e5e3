import { showBoard, showBoardItem } from '../../shared/api/board'
import { showInbox } from '../../shared/api/inbox'
import { overrideRule, showRules } from '../../shared/api/rules'
import {
  listMyOpinions,
  opinionSteps,
  showOpinion,
  writeOpinion,
} from '../../shared/matters/opinion/endpoints'
import { listPapers, showPaper, takePaper } from '../../shared/matters/suggestion/paper-endpoints'
import { beijingDay } from '../../shared/rules/days'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { everythingPasses } from '../support/checks'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, start, step } from '../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../support/town'
import { readWord } from '../support/word'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const inboxOf = async (person: TestPerson) =>
  (await person.client.call(showInbox, { params: { town: town.id } })).items.map((message) => message.text)

test('a villager’s words become a suggestion, are handled twice, and everyone sees how it ended', async () => {
  const { villager, deputy, coSigner, office, unit } = town
  const form = forms(town)
  const anyone = createClient(server.url)

  // A villager writes; the words are kept at once and reach the deputy when they have been checked.
  const opinion = await villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: {
      deputyId: deputy.id,
      stationId: town.station,
      kind: 'report',
      text: '河堤冲垮了，孩子上学要绕三里路。',
      name: '李秀英',
      phone: '13900000000',
      villageId: town.village,
    },
  })
  expect(opinion.state).toBe('sent')
  await server.run('checkOpinions')
  expect(await inboxOf(deputy)).toContain('有群众给您留言了，请在 24 小时内回复。')
  expect(await inboxOf(villager)).toContain('王建国代表已收到您的话，会在 24 小时内回复。')

  // The deputy answers, and makes a suggestion of it.
  const received = await deputy.client.call(showOpinion, { params: { town: town.id, id: opinion.id } })
  const answered = await deputy.client.call(opinionSteps.answer, {
    params: { town: town.id, id: opinion.id },
    input: { version: received.version, form: { text: '我明天去看现场。' } },
  })
  expect(answered.state).toBe('answerSent')
  await server.run('checkOpinions')
  const { version } = await deputy.client.call(showOpinion, { params: { town: town.id, id: opinion.id } })
  const raised = await deputy.client.call(opinionSteps.raise, {
    params: { town: town.id, id: opinion.id },
    input: { version, form: {} },
  })
  const id = raised.suggestion?.id ?? ''
  expect(raised.state).toBe('inSuggestion')

  // Draft, a co-signer, an edit that asks again, and off to the congress.
  await step(town, deputy, id, 'edit', {
    subject: '修复大郭西段河堤',
    facts: '汛期冲垮 200 米，300 多人绕路。',
    proposal: '修复河堤，装围栏。',
    villageId: town.village,
  })
  await step(town, deputy, id, 'inviteCoSigners', { deputyIds: [coSigner.id] })
  await step(town, coSigner, id, 'coSign')
  await step(town, deputy, id, 'edit', {
    subject: '修复大郭西段河堤',
    facts: '汛期冲垮 200 米，300 多人绕路，牲畜落水两次。',
    proposal: '修复河堤，装围栏。',
    villageId: town.village,
  })
  expect((await see(town, deputy, id)).coSigners).toMatchObject([{ answer: 'askedAgain' }])
  await step(town, coSigner, id, 'coSign')
  await step(town, deputy, id, 'submit')

  // Three checks, a number, and hand-over with a deadline three calendar months away.
  await step(town, office, id, 'startReview')
  const accepted = await step(town, office, id, 'accept', form.accept)
  expect(accepted.no).toBe('2026-0001')
  const assigned = await step(town, office, id, 'assign', { ...form.assign, coUnitIds: [town.coUnitId] })
  expect(assigned.rounds[0]).toMatchObject({
    no: 1,
    handedOverOn: '2026-11-23',
    deadline: { on: '2027-02-23', tentative: true },
  })
  expect((await see(town, town.coUnit, id)).asks).toMatchObject([
    { who: { id: town.coUnitId, name: '镇财政所' }, dueOn: '2027-01-25', answer: null, isAwaited: true },
  ])

  // The unit receives and consults; the reply opens only when the deputy has confirmed that.
  await step(town, unit, id, 'receive', form.receive)
  const consulted = await step(town, unit, id, 'consult', {
    ...form.consult,
    heldOn: beijingDay(server.clock.now()),
  })
  expect(consulted.actions).not.toContain('reply')
  expect(consulted.gated).toContainEqual({ action: 'reply', because: 'consultation_not_confirmed' })
  expect(consulted.waitsFor).toBe('leadDeputy')
  const consultationId = consulted.rounds[0]?.consultations[0]?.id
  await step(town, deputy, id, 'confirmConsultation', { consultationId })
  expect((await see(town, unit, id)).gated).toContainEqual({
    action: 'reply',
    because: 'co_opinions_missing',
  })
  await step(town, town.coUnit, id, 'giveCoOpinion', form.giveCoOpinion)
  expect((await see(town, unit, id)).actions).toContain('reply')
  await step(town, unit, id, 'reply', form.promise)

  // Not satisfied: the office orders a second round with a clock of its own.
  server.clock.advance({ days: 2 })
  await step(town, deputy, id, 'evaluate', {
    attitudeRating: 'satisfied',
    resultRating: 'notSatisfied',
    reason: '下游还有 120 米没有修。',
  })
  const again = await step(town, office, id, 'reHandle', form.reHandle)
  expect(again.rounds[1]).toMatchObject({ no: 2, handedOverOn: '2026-11-25', deadline: { on: '2026-12-25' } })
  expect(again.rounds[0]?.evaluation?.result).toBe('notSatisfied')
  expect((await see(town, unit, id)).actions).not.toContain('reply')
  const second = await step(town, unit, id, 'consult', {
    ...form.consult,
    heldOn: beijingDay(server.clock.now()),
  })
  await step(town, deputy, id, 'confirmConsultation', {
    consultationId: second.rounds[1]?.consultations[0]?.id,
  })
  await step(town, unit, id, 'reply', form.reply)
  const closed = await step(town, deputy, id, 'evaluate', {
    attitudeRating: 'satisfied',
    resultRating: 'basicallySatisfied',
  })
  expect(closed.state).toBe('closed')

  // Everyone sees the five disclosures, what residents say beside them, and nothing else, once they are checked.
  await everythingPasses(server)
  server.clock.advance({ seconds: 5 })
  const board = await anyone.call(showBoard, { params: { town: town.id } })
  expect(board.items).toEqual([
    {
      id,
      item: '修复大郭西段河堤',
      unit: '镇水利站',
      deadline: { on: '2026-12-25', tentative: false, standing: 'met' },
      result: {
        state: 'closed',
        outcome: 'solved',
        sentence: '修复河堤 3.8 公里，装围栏 1 公里',
        mark: null,
        confirmed: true,
        promise: null,
      },
      satisfaction: { attitude: 'satisfied', result: 'basicallySatisfied' },
      residents: null,
    },
  ])
  const item = await anyone.call(showBoardItem, { params: { town: town.id, id } })
  expect(item.timeline.map((one) => one.line)).toEqual([
    '镇人大受理',
    '交办给镇水利站，2027年2月23日前答复',
    '镇水利站签收，落实专人',
    '镇水利站与代表面商',
    '镇水利站答复：正在解决',
    '代表评价：态度满意，结果不满意',
    '责成镇水利站重新办理，12月25日前再次答复',
    '镇水利站与代表面商',
    '镇水利站答复：已经解决',
    '代表评价：态度满意，结果基本满意',
  ])

  // The villager was told at each step, in plain words, and rates the explanation.
  expect(await inboxOf(villager)).toEqual(
    expect.arrayContaining([
      '王建国代表把您反映的事写成建议，交给镇人大了。',
      '您反映的事已经交给镇水利站办，2027年2月23日前要有答复。',
      '代表不满意，镇水利站要重新办，12月25日前再答复。',
      '您反映的事有结果了：已经解决。（核对中，核对好了在“我的事”里能看到）',
    ]),
  )
  // Whoever wrote it for him is asked once it ends.
  expect(await inboxOf(deputy)).toContain(
    '由“河堤冲垮了，孩子上学要绕三里路”写成的建议办完了。告诉他了吗？打开把结果写给他，或者打电话说了记一笔。',
  )
  const toTell = await deputy.client.call(showOpinion, { params: { town: town.id, id: opinion.id } })
  expect(toTell.actions).toContain('closeAfterSuggestion')
  await deputy.client.call(opinionSteps.closeAfterSuggestion, {
    params: { town: town.id, id: opinion.id },
    input: { version: toTell.version, form: { explanation: '河堤修好了，谢谢您告诉我。' } },
  })
  await server.run('checkOpinions')
  const mine = await villager.client.call(listMyOpinions, { params: { town: town.id } })
  const rated = await villager.client.call(opinionSteps.rate, {
    params: { town: town.id, id: opinion.id },
    input: { version: mine.items[0]?.version ?? -1, form: { rating: 'satisfied' } },
  })
  expect(rated).toMatchObject({ state: 'closed', rating: 'satisfied', actions: ['write', 'notSolved'] })
})

test('a summons and the presidium’s conclusion end the rounds when the deputy is not satisfied twice', async () => {
  const { deputy, office, presidium, unit } = town
  const form = forms(town)
  const heldOn = beijingDay(server.clock.now())
  const id = await start(town)
  await step(town, deputy, id, 'submit')
  await step(town, office, id, 'startReview')
  await step(town, office, id, 'accept', form.accept)
  await step(town, office, id, 'assign', form.assign)
  await step(town, unit, id, 'receive', form.receive)
  for (const round of [1, 2]) {
    const consulted = await step(town, unit, id, 'consult', { ...form.consult, heldOn })
    await step(town, deputy, id, 'confirmConsultation', {
      consultationId: consulted.rounds[round - 1]?.consultations[0]?.id,
    })
    await step(town, unit, id, 'reply', form.reply)
    await step(town, deputy, id, 'evaluate', {
      attitudeRating: 'notSatisfied',
      resultRating: 'notSatisfied',
      reason: '没有来看现场。',
    })
    if (round === 1) await step(town, office, id, 'reHandle', form.reHandle)
  }
  expect((await see(town, office, id)).gated).toEqual([
    { action: 'reHandle', because: 'no_round_left' },
    { action: 'reHandleElsewhere', because: 'no_round_left' },
  ])
  await step(town, presidium, id, 'summon', { ...form.summon, heldOn: '2026-11-25' })
  await step(town, office, id, 'recordSummons', form.recordSummons)
  const ended = await step(town, presidium, id, 'conclude', form.conclude)
  expect(ended).toMatchObject({ state: 'closed', conclusion: form.conclude.conclusion })
})

test('what goes out as a paper stays as it was sent, for those whose business it is, printed and as Word', async () => {
  const { office, unit, deputy, presidium } = town
  const form = forms(town)
  const params = { town: town.id }
  const id = await bring(server, town, 'handling')
  await step(town, unit, id, 'reply', form.promise)
  const version = (await presidium.client.call(showRules, { params })).version
  const red = { version, field: 'redHead' as const, value: 'issuer', reason: '镇里决定。' }
  await presidium.client.call(overrideRule, { params, input: red })
  await step(town, unit, id, 'correctReply', form.correctReply)
  await server.database.transaction((tx) =>
    tx.query("UPDATE handling_unit SET name = '镇水务站' WHERE id = ?", [town.unitId]),
  )

  const { papers } = await office.client.call(listPapers, { params: { ...params, id } })
  expect(papers.map(({ word, isSent }) => [word, isSent])).toEqual([
    ['交办单', true],
    ['面商记录', false],
    ['面商记录', false],
    ['答复函', true],
    ['答复函', true],
    ['情况说明', true],
    ['征询意见表', false],
  ])
  const at = (index: number) => ({ ...params, id, paper: papers[index]?.id ?? '' })
  const [first, second] = await Promise.all(
    [3, 4].map((index) => deputy.client.call(showPaper, { params: at(index) })),
  )
  const paperOf = (shown = first) => ({ ...shown?.paper, blocks: JSON.stringify(shown?.paper.blocks) })
  expect(paperOf()).toMatchObject({
    redHead: null,
    documentNo: form.promise.documentNo,
    title: expect.stringMatching(/^关于王建国代表第 .+ 号建议的答复$/) as string,
    to: '王建国代表',
    blocks: expect.stringContaining('我们承诺：修完其余 120 米河堤，2027年5月31日前办成') as string,
  })
  expect(paperOf(second)).toMatchObject({
    redHead: '镇水利站',
    documentNo: form.correctReply.documentNo,
    blocks: expect.stringContaining('镇水利站') as string,
  })
  const evaluation = await deputy.client.call(showPaper, { params: at(6) })
  expect(JSON.stringify(evaluation.paper)).toContain('□满意　□基本满意　□不满意')
  expect(JSON.stringify(evaluation.paper)).toContain('镇水务站')

  const answer = await fetch(
    `${server.url}/api${takePaper.path.replace(':town', town.id).replace(':id', id).replace(':paper', at(4).paper)}`,
    { headers: { authorization: `Bearer ${unit.client.token}` } },
  )
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
    '答复函-修复大郭西段河堤.docx',
  )
  const { text, document } = readWord(await answer.arrayBuffer())
  expect(text).toContain('河堤已经修好 3.9 公里，围栏已经装好。')
  expect(document).toContain('w:w="11906" w:h="16838"')
  expect(document).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')

  // Whoever has no part in it reads none of its papers, and nobody reads what there is not.
  const stranger = town.otherDeputy.client
  expect((await stranger.refused(listPapers, { params: { ...params, id } })).code).toBe('not_found')
  expect((await stranger.refused(showPaper, { params: at(3) })).code).toBe('not_found')
  const none = { ...params, id, paper: 'replyLetter.1.1' }
  expect((await deputy.client.refused(showPaper, { params: none })).code).toBe('not_found')

  // Of what went out before anything was kept, the paper says so itself.
  const noted = async (index: number) =>
    JSON.stringify((await office.client.call(showPaper, { params: at(index) })).paper).includes('没有留底')
  expect([await noted(3), await noted(6)]).toEqual([false, false])
  await server.database.transaction((tx) => tx.query('DELETE FROM sent_paper WHERE suggestion_id = ?', [id]))
  const { papers: drawn } = await office.client.call(listPapers, { params: { ...params, id } })
  for (const { id: paper, word } of drawn) {
    const shown = await office.client.call(showPaper, { params: { ...params, id, paper } })
    const isKept = !['面商记录', '征询意见表'].includes(word)
    expect([word, JSON.stringify(shown.paper).includes('没有留底')]).toEqual([word, isKept])
  }
})

test('a reply that says what the unit answered to somebody else is asked why, and the answer is kept', async () => {
  const form = forms(town)
  const { whySame: _, ...reply } = form.reply
  const letter =
    '经现场查看，河堤西段冲垮处已经清基，石料进场四百方，分三段施工，月底前修好护坡并装好围栏，施工时留出一条便道。'
  const first = await bring(server, town, 'handling')
  await step(town, town.unit, first, 'reply', { ...reply, text: letter })
  const second = await bring(server, town, 'handling')

  const copied = { ...reply, text: letter.replace('西段', '东段') }
  const { no } = await see(town, town.unit, first)
  const { fields } = await refusedStep(town, town.unit, second, 'reply', copied)
  expect(fields).toEqual({
    whySame: `这份答复和${no}《修复大郭西段河堤》的答复九成以上一样。问的不一样，请照这件建议逐条答；确实一样的，请写一句为什么。`,
  })
  // Its own words it may say again, and nobody asks; what is the same after all says why.
  await step(town, town.unit, second, 'reply', { ...copied, whySame: '两段河堤同一个工程。' })
  const { timeline } = await see(town, town.deputy, second)
  expect(timeline.find(({ action }) => action === 'reply')?.note).toBe(
    `和${no}《修复大郭西段河堤》的答复九成以上一样，原因：两段河堤同一个工程。`,
  )
  const own = { ...reply, text: `${letter}东段另加一道防浪墙，六月十五日前完工，由县水利局验收。` }
  await step(town, town.unit, first, 'correctReply', { ...own, documentNo: '禾水〔2026〕15 号' })
  expect((await see(town, town.deputy, first)).rounds[0]?.reply?.version).toBe(2)
})
