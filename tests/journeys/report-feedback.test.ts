import { showOwnDutyFile } from '../../shared/api/duty-files'
import { listPublicReports } from '../../shared/matters/duty-report-meeting/ballots'
import { contentCheckSteps, listContentChecks } from '../../shared/matters/content-check/endpoints'
import { showDutyReport } from '../../shared/matters/duty-report/endpoints'
import { answersPaper, letterPaper } from '../../shared/matters/duty-report/papers'
import { beingChecked } from '../../shared/words/words'
import { staySignedIn } from '../support/lived'
import { feedbackIn } from '../support/feedback'
import { districtOf, reportRoomIn } from '../support/report-room'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'

/** After the meeting of 20 November: a letter in five working days, answers within a month, and what everyone reads. */
let server: TestServer
let town: TestTown
let room: ReturnType<typeof reportRoomIn>
let feedback: ReturnType<typeof feedbackIn>
let own: string
let other: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  const district = await districtOf(server, town, '第一选区', [town.deputy.id, town.coSigner.id])
  server.clock.set('2026-11-09T02:00:00Z')
  await staySignedIn(server)
  room = reportRoomIn(server, town)
  feedback = feedbackIn(server, town)
  const id = await room.plan(district)
  const code = await room.open(id, 10, 0, '2026-11-20')
  for (let voter = 0; voter < 10; voter += 1) await room.vote(code, ['satisfied', 'satisfied'])
  await room.step(id, 'endRating')
  await room.step(id, 'announce')
  const { reports } = await room.see(id)
  expect(reports.map(({ letter }) => letter)).toEqual(['delivered', 'delivered'])
  ;[own = '', other = ''] = reports.map((report) => report.id)
})
afterAll(() => server.stop())

const everyone = async () => {
  const { items } = await room.phone.call(listPublicReports, { params: { town: town.id }, query: {} })
  return items[0]?.reports.map(({ answers }) => answers)
}

test('from the result on the office has five working days for the letter, and whoever reported reads along', async () => {
  const seen = await feedback.see(own)
  expect([seen.state, seen.due?.on, seen.waitsFor]).toEqual(['delivered', '2026-11-27', 'congressOffice'])
  expect((await feedback.see(own, town.deputy)).actions).toEqual([])
  expect((await feedback.see(own, town.presidium)).result?.valid).toBe(10)
  for (const stranger of [town.coSigner, town.otherDeputy]) {
    const { code } = await stranger.client.refused(showDutyReport, { params: { town: town.id, id: own } })
    expect(code).toBe('not_found')
  }
})

test('a letter that is late stands where everything late stands, and says until when it is answered', async () => {
  server.clock.set('2026-11-28T01:00:00Z')
  await staySignedIn(server)
  await server.run('clock')
  expect(await toldTo(server, town.office)).toContain(
    '王建国代表的述职反馈：反馈函过了11月27日还没有送，请今天就送。',
  )
  expect((await feedback.see(own)).due?.urgency).toBe('overdue')
  const refused = await feedback.asked(own, 'sendLetter', { opinions: ` \n ${'长'.repeat(301)}` })
  expect(refused.fields).toEqual({ opinions: '第 1 条超过 300 个字，请写短一点，或者分成两条。' })
  const many = await feedback.asked(own, 'sendLetter', { opinions: Array(21).fill('路不平').join('\n') })
  expect(many.fields).toEqual({ opinions: '最多 20 条，现在是 21 条，请把同样的并成一条。' })
  const opinions = ['村口的路灯不亮。', ' 多到下湾走一走。', '', '看病报销怎么算，请讲一讲。'].join('\n')
  await feedback.step(own, 'sendLetter', { letterNo: '镇人大〔2026〕12号', opinions })
  expect((await toldTo(server, town.deputy))[0]).toBe(
    '反馈函已送达，选民提了 3 条意见，请在12月28日前回应。打电话告诉镇人大办也行。',
  )
  const seen = await feedback.see(own, town.deputy)
  expect([seen.state, seen.letterOn, seen.answerBy, seen.due?.on]).toEqual([
    ...['letterSent', '2026-11-28', '2026-12-28', '2026-12-28'],
  ])
  expect(seen.opinions.map(({ text }) => text)).toEqual([
    ...['村口的路灯不亮。', '多到下湾走一走。', '看病报销怎么算，请讲一讲。'],
  ])
})

test('whoever heard nothing has nothing to answer', async () => {
  await feedback.step(other, 'noOpinions')
  expect((await toldTo(server, town.coSigner))[0]).toBe('张春梅代表的述职反馈：选民没有提意见，不用回应。')
  expect((await feedback.see(other)).waitsFor).toBeNull()
})

test('he answers one himself and two by telephone; with the last one the office is asked to look', async () => {
  const [first, second, third] = (await feedback.see(own)).opinions.map(({ id }) => id)
  const foreign = await feedback.asked(own, 'respond', { opinionId: own, answer: '好' }, town.deputy)
  expect(foreign.fields).toEqual({ opinionId: '没有这一条，请重新选择。' })
  await feedback.step(own, 'respond', { opinionId: first, answer: '已经报修，下周换灯。' }, town.deputy)
  expect((await feedback.asked(own, 'respond', { opinionId: second, answer: '代答' })).code).toBe(
    'not_your_step',
  )
  const spoken = { spokeHow: 'phone', spokeOn: '2026-11-28' }
  const onThePhone = { opinionId: second, answer: '每月去一次，有事打 13712345678。', ...spoken }
  await feedback.step(own, 'respondByWord', onThePhone)
  expect((await toldTo(server, town.deputy))[0]).toContain('代您登记了“回应一条”')
  expect((await feedback.see(own)).state).toBe('letterSent')
  await feedback.step(own, 'respondByWord', { opinionId: third, answer: '请医保办来讲。', ...spoken })
  expect((await feedback.see(own)).state).toBe('responded')
  expect((await toldTo(server, town.office))[0]).toBe('王建国代表回应了选民的 3 条意见，请看过以后公布。')
  expect(await everyone()).toEqual([[], []])
})

test('published it is looked at like every public text: what has a phone number in it is held until it is written anew', async () => {
  await feedback.step(own, 'publishResponse')
  await server.run('checkContent')
  expect((await feedback.see(own)).opinions.map(({ isPublic }) => isPublic)).toEqual([true, false, true])
  expect(await everyone()).toEqual([
    [
      { opinion: '村口的路灯不亮。', answer: '已经报修，下周换灯。' },
      { opinion: '多到下湾走一走。', answer: beingChecked },
      { opinion: '看病报销怎么算，请讲一讲。', answer: '请医保办来讲。' },
    ],
    [],
  ])
  const { items } = await town.presidium.client.call(listContentChecks, {
    params: { town: town.id },
    query: {},
  })
  const held = items.find(({ text }) => text?.includes('13712345678'))
  const at = { town: town.id, id: held?.id ?? '' }
  const reason = { version: held?.version ?? 0, form: { reason: '有电话' } }
  const { version } = await town.presidium.client.call(contentCheckSteps.sendBack, {
    params: at,
    input: reason,
  })
  await town.office.client.call(contentCheckSteps.rewrite, {
    params: at,
    input: { version, form: { text: '每月去一次，有事告诉村里。' } },
  })
  await server.run('checkContent')
  expect((await everyone())?.[0]?.[1]).toEqual({
    opinion: '多到下湾走一走。',
    answer: '每月去一次，有事告诉村里。',
  })
  expect((await feedback.see(own)).opinions.every(({ isPublic }) => isPublic)).toBe(true)
})

test('letter and answers are printed; the duty file has the report and the answers, once each', async () => {
  const view = await feedback.see(own)
  const letter = letterPaper(view, '禾丰坝镇', '2026-11-28')
  expect([letter.documentNo, letter.to]).toEqual(['镇人大〔2026〕12号', '王建国代表'])
  expect(JSON.stringify(letter)).toContain('请您于2026年12月28日前一条一条回应')
  expect(JSON.stringify(answersPaper(view, '禾丰坝镇', '2026-11-28').blocks)).toContain('有事告诉村里')
  const { parts } = await town.deputy.client.call(showOwnDutyFile, { params: { town: town.id }, query: {} })
  const lines = parts.flatMap(({ part, lines: own }) => (part === 'reports' ? own : []))
  expect(lines.map(({ kind, on, title }) => [kind, on, title]).sort()).toEqual([
    ['dutyReported', '2026-11-20', '第一选区述职评议会'],
    ['votersAnswered', '2026-11-28', '王建国代表的述职反馈'],
  ])
})
