import { showOwnDutyFile } from '../../shared/api/duty-files'
import { keepMarks } from '../../shared/matters/meeting/roll-endpoints'
import { newId } from '../../server/database/id'
import { hallIn, seatDeputies } from '../support/hall'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { addDeputy, buildTown, type TestTown } from '../support/town'

/** 人代会: 42 deputies; the roll says whether it may open and vote, and the same line is what a refusal says. */
let server: TestServer
let town: TestTown
let hall: ReturnType<typeof hallIn>
let seats: string[]
let ofCity: string[]
let id: string
const title = '第19届第3次会议'
const when = { day: '2026-12-10', startsAt: '9:00', place: '镇政府三楼会议室' }
const agenda = '听取和审议镇人民政府工作报告\n审查预算执行情况'

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  seats = [
    ...[town.deputy.id, town.coSigner.id, town.otherDeputy.id],
    ...(await seatDeputies(server, town, 39)),
  ]
  ofCity = await seatDeputies(server, town, 3, 'city')
  await staySignedIn(server)
  hall = hallIn(server, town)
})
afterAll(() => server.stop())

const item = async (no: number) => (await hall.see(id)).agenda[no]?.id ?? ''
const vote = (agendaItemId: string, yes: number, no: number, abstain: number) => ({
  ...{ agendaItemId, text: '通过这个报告。', method: 'showOfHands', yes, no, abstain },
})

test('a notice seven days before asks nothing; a later one asks why, and goes out with that', async () => {
  id = await hall.plan('congressSession', title)
  const late = { ...when, day: '2026-11-27', agenda }
  expect((await hall.asked(id, 'conveneBody', late)).fields).toEqual({
    shortNotice: expect.stringMatching(/^规定会前 7 天通知，现在只剩 \d 天，请写明原因。$/) as string,
  })
  expect((await hall.asked(id, 'convene', when)).code).toBe('meeting_votes')
  await hall.step(id, 'conveneBody', { ...when, agenda })
  expect(await toldTo(server, town.deputy)).toEqual([
    `12月10日 周四 9:00 在镇政府三楼会议室开${title}，请参加；来不了请回个话，打电话也行。`,
  ])
  expect(await hall.lineOf(id)).toBe('还没点名 · 应到 42 · 需 28')
})

test('too few may not open it, and nobody of another level is counted', async () => {
  server.clock.set('2026-12-10T01:00:00Z')
  await staySignedIn(server)
  await hall.mark(id, 'arrived', seats.slice(0, 26))
  const line = '应到 42 · 在场 26 · 需 28 · 还差 2 人，不能开会'
  expect(await hall.lineOf(id)).toBe(line)
  const answer = await hall.asked(id, 'open', {})
  expect([answer.code, answer.message]).toEqual(['not_quorate', `${line}。请先点名，人数够了再办。`])
  const { refused } = await hall.mark(id, 'arrived', ofCity)
  expect(refused.map(({ why }) => why)).toEqual(Array(3).fill('现在不在应到的人里，不计入到会'))
  const { rollNo } = await hall.roll(id)
  await hall.send(id, rollNo, [], 16)
  expect(await hall.lineOf(id)).toBe(`${line} · 列席 16`)
})

test('exactly enough opens it; whoever leaves stops the vote, and whoever comes back lets it go on', async () => {
  await hall.mark(id, 'arrived', seats.slice(26, 28))
  expect(await hall.lineOf(id)).toBe('应到 42 · 在场 28 · 需 28 · 刚好够，走 1 人就不够 · 列席 16')
  await hall.step(id, 'open')
  await hall.mark(id, 'left', seats.slice(0, 1))
  const line = '应到 42 · 在场 27 · 需 28 · 少 1 人，现在不能表决 · 列席 16'
  const answer = await hall.asked(id, 'decideItem', vote(await item(0), 27, 0, 0))
  expect([answer.code, answer.message]).toEqual(['not_quorate', `${line}。请先点名，人数够了再办。`])
  await hall.mark(id, 'arrived', seats.slice(0, 1))
  await hall.step(id, 'decideItem', vote(await item(0), 22, 3, 2))
  const [first] = (await hall.see(id)).agenda
  expect([first?.outcome, first?.votes.map(({ says, passed }) => [passed, says])]).toEqual([
    'decided',
    [[true, '通过：赞成 22 票，要 22 票（全体代表 42 人的过半数）。']],
  ])
})

test('half of all decides, and not of those who came; a vote that is more than came is refused at the field', async () => {
  expect((await hall.asked(id, 'decideItem', vote(await item(1), 20, 6, 3))).fields).toEqual({
    abstain: '三项加起来 29，到会只有 28 人，请核对。',
  })
  const applause = { ...vote(await item(1), 28, 0, 0), method: 'applause' }
  expect((await hall.asked(id, 'decideItem', applause)).code).toBe('bad_input')
  await hall.step(id, 'decideItem', vote(await item(1), 21, 5, 2))
  expect((await hall.see(id)).agenda[1]?.votes[0]?.says).toBe(
    '没有通过：赞成 21 票，要 22 票（全体代表 42 人的过半数）。到会 28 人里有 21 人赞成，还差 1 票。',
  )
})

test('a mark that is sent twice is one, and one that was a slip is none', async () => {
  const { rollNo, marks: before } = await hall.roll(id)
  const at = server.clock.now().getTime()
  const mark = { personId: seats[30] ?? '', mark: 'arrived', at, undoes: null, source: 'clerk' } as const
  const one = { id: newId(), ...mark }
  for (let times = 0; times < 2; times += 1) expect((await hall.send(id, rollNo, [one, one])).kept).toBe(2)
  expect((await hall.roll(id)).marks).toHaveLength(before.length + 1)
  expect((await hall.see(id)).present).toBe(29)
  const slip = { ...mark, id: newId(), mark: 'undone', undoes: one.id } as const
  await hall.send(id, rollNo, [slip])
  expect((await hall.see(id)).present).toBe(28)
  const stranger = await town.office.client.ask(keepMarks, {
    params: { town: town.id, id },
    input: { rollNo, observers: null, marks: [{ ...one, id: newId(), personId: newId() }] },
  })
  expect(stranger.code).toBe('bad_input')
})

test('it ends when each item has an outcome and each person a state; then no mark is taken any more', async () => {
  await hall.step(id, 'addItem', { title: '其他事项' })
  const left = seats.slice(28)
  expect((await hall.asked(id, 'end', {})).message).toBe('还有14人没点：到了、没到、请假，每人都要有一个。')
  await hall.mark(id, 'absent', left)
  expect((await hall.asked(id, 'end', {})).message).toBe(
    '还有1项没有说完：一项一项表决、记结果，或者点“这一项完了”。',
  )
  await hall.step(id, 'endItem', { agendaItemId: await item(2), outcome: 'putOff' })
  await hall.step(id, 'end')
  const late = await town.office.client.ask(keepMarks, {
    params: { town: town.id, id },
    input: { rollNo: 1, observers: null, marks: [] },
  })
  expect(late.code).toBe('roll_closed')
})

test('who was there has it once in the duty file, also who left and came back; nobody reads of another', async () => {
  const lines = async (person: typeof town.deputy) => {
    const { parts } = await person.client.call(showOwnDutyFile, { params: { town: town.id }, query: {} })
    const all = parts.flatMap((part) => part.lines)
    return all.filter(({ kind }) => kind === 'sessionAttended').map(({ on, title: of }) => [on, of])
  }
  expect(await lines(town.deputy)).toEqual([['2026-12-10', title]])
  expect(await lines(town.otherDeputy)).toHaveLength(1)
  const { members } = await hall.see(id, town.deputy)
  expect(members.map(({ name }) => name)).toEqual(['王建国'])
})

test('the minutes are the acts, and are approved by the next presidium meeting', async () => {
  await hall.step(id, 'draftMinutes', {})
  const text = JSON.stringify((await hall.see(id)).minutes)
  for (const words of [
    '应到 42，开会时到 28，缺席 14，列席 16',
    '推到下次',
    '未表决 1 人',
    '没有通过：赞成 21 票',
  ])
    expect(text).toContain(words)
  await addDeputy(server, town.id, '后来的人')
  const next = await hall.plan('presidiumMeeting', '主席团第十次会议')
  await hall.step(next, 'conveneBody', { ...when, day: '2026-12-20', agenda: '通过人代会会议纪要' })
  expect((await hall.see(next)).lastMinutes.map((one) => one.title)).toEqual([title])
  await hall.mark(next, 'arrived', [town.presidium.id])
  expect(await hall.lineOf(next)).toBe('成员 1 · 在场 1 · 需 1 · 刚好够，走 1 人就不够 · 通过要 1 票')
  await hall.step(next, 'open')
  await hall.step(next, 'approveMinutes', { meetingId: id })
  const { state, checkCode, minutes } = await hall.see(id)
  expect([state, checkCode?.length, JSON.stringify(minutes) === text]).toEqual(['approved', 8, true])
  expect((await hall.asked(id, 'amend', { remarks: '改一改' })).code).toBe('wrong_state')
})

test('approved minutes are put right below, with both names; what was approved stays, and so does its digest', async () => {
  const before = await hall.see(id)
  expect(before.presidium.map(({ name }) => name)).toEqual(['周明德'])
  const form = { text: '列席 16 人应为 15 人。', reason: '多点了一位', agreedId: town.presidium.id }
  const nobody = await hall.asked(id, 'correct', { ...form, agreedId: town.deputy.id })
  expect(nobody.fields).toEqual({ agreedId: '这位现在不是主席团成员，请重新选择。' })
  await hall.step(id, 'correct', form)
  const { minutes, checkCode, state } = await hall.see(id)
  expect([state, checkCode]).toEqual(['approved', before.checkCode])
  expect(minutes?.blocks.slice(0, -2)).toEqual(before.minutes?.blocks)
  expect(minutes?.blocks.at(-1)).toEqual({
    is: 'text',
    text: '2026年12月10日，陈静记：列席 16 人应为 15 人。　原因：多点了一位　周明德同意',
  })
  expect((await toldTo(server, town.deputy))[0]).toBe(`${title}的纪要有一处更正：多点了一位`)
  expect((await hall.asked(id, 'correct', form, town.deputy)).code).toBe('not_your_step')
})
