import { showOwnDutyFile } from '../../shared/api/duty-files'
import { listPublicReports } from '../../shared/matters/duty-report-meeting/ballots'
import { planReportMeeting, showReportPlan } from '../../shared/matters/duty-report-meeting/endpoints'
import type { Rating } from '../../shared/matters/duty-report-meeting/words'
import { staySignedIn } from '../support/lived'
import { districtOf, noticeOf, reportRoomIn } from '../support/report-room'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { addDeputy, buildTown, type TestTown } from '../support/town'

/** 述职评议会: four deputies of one district, 52 voters of whom 21 have paper, thirty phones that come in. */
let server: TestServer
let town: TestTown
let room: ReturnType<typeof reportRoomIn>
let id: string
let code: string
let district: string
const paper = [
  [14, 5, 1],
  [16, 3, 1],
  [10, 7, 2],
  [18, 2, 0],
]

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  const fourth = await addDeputy(server, town.id, '赵四')
  district = await districtOf(server, town, '第一选区', [
    ...[town.deputy.id, town.coSigner.id, town.otherDeputy.id, fourth],
  ])
  await staySignedIn(server)
  room = reportRoomIn(server, town)
})
afterAll(() => server.stop())

const everyone = async () => {
  const { items } = await room.phone.call(listPublicReports, { params: { town: town.id }, query: {} })
  return items
}

const planOf = (year?: string) =>
  town.office.client.call(showReportPlan, {
    params: { town: town.id },
    query: year === undefined ? {} : { year },
  })

test('the district is proposed whole, with who has not reported in this term', async () => {
  const { proposed, later, quota, planned, coverage } = await planOf()
  expect(proposed).toEqual([
    { district: { id: district, name: '第一选区' }, deputies: ['王建国', '张春梅', '李志强', '赵四'] },
  ])
  expect([later, quota, planned, coverage]).toEqual([[], 1, 0, '0/4'])
})

test('a whole district goes into the plan, each of it hears so, and nobody is planned twice', async () => {
  id = await room.plan(district)
  expect((await room.see(id)).reports.map(({ deputy }) => deputy.name)).toEqual([
    ...['王建国', '张春梅', '李志强', '赵四'],
  ])
  expect(await planOf()).toMatchObject({ planned: 4, proposed: [], later: [] })
  expect(await toldTo(server, town.deputy)).toEqual([
    '2026 年请您向选民述职：第一选区述职评议会。日子定了再告诉您，述职稿现在就可以写。',
  ])
  const again = await town.office.client.ask(planReportMeeting, {
    params: { town: town.id },
    input: { planYear: 2026, electoralDistrictId: district },
  })
  expect(again.code && again.message).toBe('第一选区已经排进了计划，请从下面的列表里打开。')
  expect(await everyone()).toEqual([])
})

test('the notice is five days ahead or says why; whoever reports does not chair; everyone reads it', async () => {
  const late = await room.asked(id, 'notice', noticeOf(town, '2026-11-25'))
  expect(late.fields).toEqual({ lateWhy: '公告要提前 5 天，请改期或写明原因。' })
  const self = await room.asked(id, 'notice', { ...noticeOf(town), chairId: town.deputy.id })
  expect(self.fields).toEqual({ chairId: '主持人要是主席团成员，请重新选择。' })
  await room.step(id, 'notice', noticeOf(town))
  expect((await toldTo(server, town.deputy))[0]).toBe(
    '第一选区述职评议会：12月4日 周五 14:30，大郭西村文化广场。请准备述职；写不了的，口头讲也行。',
  )
  expect(await everyone()).toEqual([
    {
      ...{ district: { id: district, name: '第一选区' }, heldOn: '2026-12-04', startsAt: '14:30' },
      ...{ place: '大郭西村文化广场', chair: '周明德', presentVoters: null, tooFewVoters: null },
      reports: ['王建国', '张春梅', '李志强', '赵四'].map((deputy) => ({
        deputy,
        result: null,
        answers: [],
      })),
    },
  ])
})

test('each writes the own text, and no other reads or writes it as theirs', async () => {
  await room.step(id, 'writeReport', { contacts: '走访了 12 户。' }, town.deputy)
  const { reports } = await room.see(id, town.deputy)
  expect(reports.map(({ isOwn }) => isOwn)).toEqual([true, false, false, false])
  expect(reports.map(({ contacts }) => contacts)).toEqual(['走访了 12 户。', null, null, null])
  expect((await room.asked(id, 'writeReport', { contacts: '代写' }, town.office)).code).toBe('not_your_step')
})

test('what a deputy says by telephone is written by the office, and he alone hears of it', async () => {
  const { reports } = await room.see(id)
  const [, second] = reports
  const before = (await toldTo(server, town.deputy)).length
  const nothing = await room.asked(id, 'writeReportFor', { reportId: second?.id })
  expect(nothing.fields).toEqual({ contacts: '还没有写，请至少写一段。' })
  await room.step(id, 'writeReportFor', { reportId: second?.id, contacts: '办成两件事。' })
  expect((await room.see(id)).reports.map(({ contacts }) => contacts)).toEqual([
    ...['走访了 12 户。', '办成两件事。', null, null],
  ])
  expect((await toldTo(server, town.coSigner))[0]).toBe(
    '镇人大办照您说的写好了述职稿：第一选区述职评议会。不对的可以自己改，或者告诉镇人大办。',
  )
  expect(await toldTo(server, town.deputy)).toHaveLength(before)
})

test('before the day it is not opened; two tellers, neither of whom reports', async () => {
  const { reports } = await room.see(id)
  const opening = { tellerOne: '钱有才', tellerTwo: '孙二妹', hereIds: reports.map((one) => one.id) }
  expect((await room.asked(id, 'openMeeting', opening)).code).toBe('report_ahead')
  server.clock.set('2026-12-04T06:30:00Z')
  await staySignedIn(server)
  for (const tellerTwo of ['钱有才', '王建国'])
    expect((await room.asked(id, 'openMeeting', { ...opening, tellerTwo })).fields).toEqual({
      tellerTwo: '监票人要两位，不能是述职的代表。',
    })
  await room.step(id, 'openMeeting', opening, town.presidium)
})

test('the code lives from the word of the chair; as many phones as heads without paper, and a slip counts once', async () => {
  expect((await room.draw('123456')).message).toBe('表决还没有开始，请等主持人宣布；号码是大屏上的六位数字。')
  const tooMany = await room.asked(id, 'openRating', { presentVoters: 20, paperSlips: 21 }, town.presidium)
  expect(tooMany.fields).toEqual({ paperSlips: '纸质票比到会人数多，请重数。' })
  code = await room.rate(id, 52, 21)
  expect(code).toMatch(/^\d{6}$/)
  expect([(await room.see(id, town.deputy)).roomCode, (await room.see(id, town.presidium)).roomCode]).toEqual(
    [...[null, code]],
  )
  const phones: [Rating, number[]][] = [
    ['satisfied', [21, 24, 18, 26]],
    ['basicallySatisfied', [7, 6, 8, 4]],
    ['notSatisfied', [2, 0, 4, 0]],
  ]
  const said = [0, 1, 2, 3].map((at) =>
    phones.flatMap(([rating, counts]) => Array<Rating>(counts[at] ?? 0).fill(rating)),
  )
  for (let voter = 0; voter < 30; voter += 1)
    expect(
      await room.vote(
        code,
        said.map((own) => own[voter] ?? null),
      ),
    ).toEqual({ done: true, already: false })
  const last = await room.draw(code)
  expect(last.used).toBe(false)
  expect((await room.draw(code)).message).toBe('表决票已经发完，请向监票人领纸质票。')
  const again = await room.draw(code, last.slip)
  expect([again.slip, again.used]).toEqual([last.slip, false])
  expect((await room.asked(id, 'shiftSlips', { slips: 1 })).fields).toEqual({
    slips: '手机票已经都领走了，没有可换的。',
  })
})

test('with the end code and slips die, also for whoever has a photograph of it', async () => {
  await room.step(id, 'endRating')
  expect((await room.draw(code)).message).toBe('表决已经结束，谢谢您。')
  expect((await room.see(id)).roomCode).toBeNull()
  expect((await room.asked(id, 'announce')).message).toContain('还差第一位监票人录入。')
})

test('two tellers count apart: what differs is named without its numbers, and what cannot be is refused', async () => {
  const more = await room.asked(id, 'countFirst', await room.counted(id, 22, 1, paper))
  expect(more.fields).toEqual({ returned: '收回 22 张，多于发出的 21 张，请重数。' })
  const sum = await room.asked(id, 'countFirst', await room.counted(id, 21, 1, [[14, 5, 2]]))
  expect(sum.fields).toEqual({ counts: '王建国的三项加起来多于有效的票，请重数。' })
  await room.step(id, 'countFirst', await room.counted(id, 21, 1, paper))
  expect((await room.asked(id, 'announce')).message).toContain('还差第二位监票人录入。')
  await room.step(id, 'countSecond', await room.counted(id, 21, 1, [[15, 4, 1], ...paper.slice(1)]))
  const { reports, returned } = await room.see(id)
  expect([returned, reports.map(({ counted }) => counted)]).toEqual([
    'same',
    ['differs', 'same', 'same', 'same'],
  ])
  expect((await room.asked(id, 'announce')).message).toContain(
    '两人录入的数不一样：王建国。请重数，两位都重新录一遍。',
  )
  expect(JSON.stringify(await room.see(id))).not.toMatch(/"satisfied":1[45]/)
  await room.step(id, 'countSecond', await room.counted(id, 21, 1, paper))
})

test('the result is the sum of paper and phones, in the order of the register, and everyone reads it', async () => {
  await room.step(id, 'announce', {}, town.presidium)
  const says = [
    '有效票 50 张：满意 35，基本满意 12，不满意 3。满意率 70%（35/50），含基本满意 94%（47/50）。',
    '有效票 50 张：满意 40，基本满意 9，不满意 1。满意率 80%（40/50），含基本满意 98%（49/50）。',
    '有效票 49 张：满意 28，基本满意 15，不满意 6。满意率 57.1%（28/49），含基本满意 87.8%（43/49）。',
    '有效票 50 张：满意 44，基本满意 6，不满意 0。满意率 88%（44/50），含基本满意 100%（50/50）。',
  ]
  expect((await room.see(id)).reports.map(({ result }) => result?.says)).toEqual(says)
  const [shown] = await everyone()
  expect([shown?.presentVoters, shown?.reports.map(({ result }) => result?.says)]).toEqual([52, says])
  expect((await toldTo(server, town.deputy))[0]).toBe(`您的述职评议结果：${says[0]}`)
  expect(await toldTo(server, town.presidium)).not.toContainEqual(expect.stringContaining('谈一谈'))
  expect((await room.draw(code)).code).toBe('rating_over')
})

test('it stands in the duty file of each once, and in this term nobody of them is planned again', async () => {
  await room.step(id, 'closeMeeting', { minutes: '四位代表述职，选民提了五条意见。' })
  const { parts } = await town.deputy.client.call(showOwnDutyFile, { params: { town: town.id }, query: {} })
  const lines = parts.flatMap((part) => part.lines).filter(({ kind }) => kind === 'dutyReported')
  expect(lines.map(({ on, title }) => [on, title])).toEqual([['2026-12-04', '第一选区述职评议会']])
  const again = await town.office.client.ask(planReportMeeting, {
    params: { town: town.id },
    input: { planYear: 2027, electoralDistrictId: district },
  })
  expect(again.code && again.message).toBe('第一选区的代表本届已经都述职了。')
  expect(await planOf('2027')).toMatchObject({
    quota: 0,
    planned: 0,
    proposed: [],
    later: [],
    coverage: '4/4',
  })
})
