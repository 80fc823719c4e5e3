import { listWork } from '../../shared/api/work'
import { meetingSteps, planMeeting, showMeetingMatter } from '../../shared/matters/meeting/endpoints'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 参加、请假: each is asked with the day, and says it by phone or by mouth; a leave is granted or refused, with a reason. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let at: { params: { town: string; id: string } }
const title = '第一代表小组2026年四季度意见汇总会'

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  leader = await addGroup(server, town, [town.deputy, town.coSigner, town.otherDeputy])
  await staySignedIn(server)
  const params = { town: town.id }
  const { id } = await leader.client.call(planMeeting, { params, input: {} })
  at = { params: { ...params, id } }
})
afterAll(() => server.stop())

type Action = keyof typeof meetingSteps
const see = ({ client }: TestPerson) => client.call(showMeetingMatter, at)
async function asked(person: TestPerson, action: Action, form: object) {
  const { version } = await see(leader)
  server.clock.advance({ minutes: 1 })
  const answer = await person.client.ask(meetingSteps[action] as (typeof meetingSteps)['callOff'], {
    ...at,
    input: { version, form: form as { reason: string } },
  })
  return { code: undefined, message: undefined, fields: undefined, ...answer }
}
async function step(...of: Parameters<typeof asked>) {
  const answer = await asked(...of)
  expect([of[1], answer.code, answer.message]).toEqual([of[1], undefined, undefined])
}
const standingOf = async (name: string, by = leader) =>
  (await see(by)).members.find((one) => one.name === name)?.attends
const told = async (person: TestPerson) =>
  (await toldTo(server, person)).filter((text) => text.includes(title))
const mine = async ({ client }: TestPerson) => {
  const query = { lane: 'mine', kind: 'meeting' } as const
  const { items } = await client.call(listWork, { params: { town: town.id }, query })
  return items.map(({ next }) => next?.step)
}
const when = { day: '2026-12-07', startsAt: '14:00', place: '大郭西活动室' }

test('with the day each but whoever named it is asked, and has it among what waits for them', async () => {
  expect((await asked(town.deputy, 'accept', {})).code).toBe('wrong_state')
  await step(leader, 'convene', when)
  expect(await told(town.deputy)).toEqual([
    `12月7日 周一 14:00 在大郭西活动室开${title}，来不来请回一声，打电话也行。`,
  ])
  expect([await mine(town.deputy), await mine(leader)]).toEqual([['accept'], ['open']])
  const { actions } = await see(town.deputy)
  expect([actions.includes('accept'), actions.includes('askLeave')]).toEqual([true, true])
})

test('a yes is one tap; whoever has said something says it once, and may change it', async () => {
  await step(town.deputy, 'accept', {})
  expect([await standingOf('王建国'), await mine(town.deputy)]).toEqual(['coming', []])
  expect((await asked(town.deputy, 'askLeave', { reason: '生病' })).code).toBe('attendance_said')
  expect((await asked(town.coSigner, 'changeMind', {})).code).toBe('attendance_unsaid')
  await step(town.deputy, 'changeMind', {})
  await step(town.deputy, 'askLeave', { reason: '要住院几天' })
  expect(await standingOf('王建国')).toBe('leaveAsked')
  expect((await told(leader))[0]).toBe(`王建国请假：${title}。原因：要住院几天。请答复准不准。`)
})

test('a leave is granted or refused by whoever convenes it, and only the one whose it is hears of that', async () => {
  expect((await asked(town.coSigner, 'grantLeave', { expectedId: town.deputy.id })).code).toBe(
    'not_your_step',
  )
  expect((await asked(leader, 'grantLeave', { expectedId: town.coSigner.id })).fields).toEqual({
    expectedId: '这一位没有等您答复的请假，请重新选择。',
  })
  await step(leader, 'grantLeave', { expectedId: town.deputy.id })
  expect([await standingOf('王建国'), (await told(town.deputy))[0]]).toEqual([
    'onLeave',
    `${title}（12月7日 周一 14:00 在大郭西活动室）您的假准了。`,
  ])
  await step(town.coSigner, 'askLeave', { reason: '想去赶集' })
  await step(leader, 'refuseLeave', { expectedId: town.coSigner.id, reason: '这次有您收到的三条' })
  expect(await standingOf('张春梅')).toBe('refused')
  expect((await told(town.coSigner))[0]).toBe(
    `${title}（12月7日）您的假没有准：这次有您收到的三条。请回话参加，或者再商量。`,
  )
  expect((await told(town.deputy))[0]).toContain('您的假准了')
  expect(await told(town.otherDeputy)).toHaveLength(1)
  await step(town.coSigner, 'accept', {})
  expect(await standingOf('张春梅')).toBe('coming')
})

test('why somebody is away is read by whoever convenes it, and by nobody else', async () => {
  for (const who of [leader, town.office]) expect(JSON.stringify(await see(who))).toContain('要住院几天')
  for (const who of [town.deputy, town.coSigner, town.presidium])
    expect(JSON.stringify(await see(who))).not.toContain('要住院几天')
})

test('whoever has no phone says it by mouth, and whoever convenes it types it', async () => {
  const form = { expectedId: town.otherDeputy.id, attends: 'leave' }
  expect((await asked(town.office, 'sayForThem', form)).fields).toEqual({ reason: '请写一句为什么请假。' })
  await step(town.office, 'sayForThem', { ...form, reason: '家里收稻子' })
  expect(await standingOf('李志强')).toBe('onLeave')
  await step(town.office, 'sayForThem', { ...form, attends: 'comes' })
  expect(await standingOf('李志强')).toBe('coming')
})

test('whoever comes is reminded on the eve, whoever is on leave is not; another day asks all anew', async () => {
  server.clock.set('2026-12-06T02:00:00Z')
  await server.run('clock')
  const eve = `明天开${title}：12月7日 周一 14:00 在大郭西活动室。来不了请说一声，打电话也行。`
  expect([(await told(town.coSigner))[0], (await told(town.otherDeputy))[0]]).toEqual([eve, eve])
  expect((await told(town.deputy))[0]).toContain('您的假准了')
  await step(leader, 'move', { ...when, day: '2026-12-10', reason: '下大雨' })
  expect(await Promise.all(['王建国', '张春梅', '李志强'].map((name) => standingOf(name)))).toEqual([
    ...[null, null, null],
  ])
  expect(await mine(town.deputy)).toEqual(['accept'])
  // Two days before, whoever has said nothing is asked once more.
  server.clock.set('2026-12-08T02:00:00Z')
  await server.run('clock')
  const again = `12月10日 周四 14:00 在大郭西活动室开${title}，您来不来请回一声：参加，还是请假；打电话告诉组长也行。`
  expect((await told(town.deputy))[0]).toBe(again)
  await step(town.coSigner, 'accept', {})
  server.clock.set('2026-12-10T01:00:00Z')
  await server.run('clock')
  expect(await told(town.deputy)).toHaveLength(4)
  await step(leader, 'stopAsking', { reason: '今天就开' })
  expect(await mine(town.deputy)).toEqual([])
})

test('a leave that nobody has decided on is no absence where the roll says so', async () => {
  await step(leader, 'sayForThem', { expectedId: town.deputy.id, attends: 'leave', reason: '还在医院' })
  await step(leader, 'open', {})
  await step(leader, 'callRoll', { presentIds: [leader.id, town.coSigner.id], source: 'clerk' })
  const { members } = await see(leader)
  expect(members.map(({ name, attendance }) => [name, attendance])).toEqual([
    ['王建国', 'leave'],
    ['张春梅', 'present'],
    ['李志强', 'absent'],
    ['郑开明', 'present'],
  ])
})

test('whoever was away may ask for leave for ten days more; it is granted or refused, and why is read by nobody else', async () => {
  await step(leader, 'end', {})
  expect((await asked(town.coSigner, 'askLeaveAfter', { reason: '忘了' })).code).toBe('was_not_away')
  expect((await asked(leader, 'grantLeaveAfter', { expectedId: town.otherDeputy.id })).code).toBe(
    'no_leave_asked',
  )
  await step(town.otherDeputy, 'askLeaveAfter', { reason: '车坏在半路' })
  expect((await told(leader))[0]).toBe(`李志强补假：${title}。原因：车坏在半路。请答复准不准。`)
  expect(await standingOf('李志强')).toBe('leaveAsked')
  expect((await asked(town.otherDeputy, 'askLeaveAfter', { reason: '再说一遍' })).code).toBe('was_not_away')
  expect(JSON.stringify(await see(town.coSigner))).not.toContain('车坏在半路')
  await step(leader, 'grantLeaveAfter', { expectedId: town.otherDeputy.id })
  expect((await told(town.otherDeputy))[0]).toBe(
    `${title}（12月10日 周四 14:00 在大郭西活动室）您的假准了，不算缺席。`,
  )

  await step(leader, 'amendRoll', { presentIds: [leader.id], source: 'clerk' })
  await step(town.coSigner, 'askLeaveAfter', { reason: '走错了地方' })
  await step(town.office, 'refuseLeaveAfter', { expectedId: town.coSigner.id, reason: '当天见您在集上' })
  expect((await told(town.coSigner))[0]).toContain('您的假没有准：当天见您在集上。')
  const after = async () =>
    (await see(leader)).members.map(({ name, attendance, attends }) => [name, attendance, attends])
  expect((await after()).filter(([name]) => name !== '郑开明')).toEqual([
    ['王建国', 'leave', 'onLeave'],
    ['张春梅', 'absent', 'coming'],
    ['李志强', 'leave', 'onLeave'],
  ])
  server.clock.set('2026-12-21T02:00:00Z')
  expect((await asked(town.coSigner, 'askLeaveAfter', { reason: '真的走错了' })).message).toBe(
    '人代会开过以后、别的会过了十天，就不能补假了。有特别原因请告诉镇人大办。',
  )
})
