import {
  listMeetingMatters,
  meetingSteps,
  planMeeting,
  showMeetingMatter,
} from '../../shared/matters/meeting/endpoints'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 纪要: the next meeting of the group begins with the minutes of the last, approves them, and then they are locked. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let params: { town: string }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
  await staySignedIn(server)
})
afterAll(() => server.stop())

type Action = keyof typeof meetingSteps
const see = (id: string, { client }: TestPerson = leader) =>
  client.call(showMeetingMatter, { params: { ...params, id } })
async function asked(id: string, action: Action, form: object, person = leader) {
  const { version } = await see(id)
  server.clock.advance({ minutes: 1 })
  const answer = await person.client.ask(meetingSteps[action] as (typeof meetingSteps)['callOff'], {
    params: { ...params, id },
    input: { version, form: form as { reason: string } },
  })
  return { code: undefined, message: undefined, fields: undefined, ...answer }
}
async function step(...of: Parameters<typeof asked>) {
  const answer = await asked(...of)
  expect([of[1], answer.code, answer.message]).toEqual([of[1], undefined, undefined])
}
/** Held today, as far as its minutes. */
async function held(remarks: string) {
  const { id } = await leader.client.call(planMeeting, { params, input: {} })
  const today = server.clock.now().toISOString().slice(0, 10)
  await step(id, 'noteHeld', { heldOn: today, place: '活动室' })
  return { id, remarks }
}
async function ended({ id, remarks }: { id: string; remarks: string }) {
  const presentIds = [leader.id, town.deputy.id]
  await step(id, 'callRoll', { presentIds, leaveIds: [town.coSigner.id], source: 'paper' })
  await step(id, 'end', {})
  await step(id, 'draftMinutes', { remarks })
}

let first = ''
let second = ''

test('drafted they are reported upward, and wait for the next meeting; nobody approves them alone', async () => {
  const one = await held('学习了代表法。')
  first = one.id
  await ended(one)
  const drafted = await see(first)
  expect([drafted.state, drafted.due?.on, drafted.actions]).toEqual([
    'drafted',
    '2027-03-31',
    ['amendRoll', 'amend', 'object'],
  ])
  for (const person of [town.office, town.presidium])
    expect((await toldTo(server, person))[0]).toBe(
      '第一代表小组2026年四季度意见汇总会报上来了：没有要议的意见。',
    )
  expect(Object.keys(meetingSteps)).not.toContain('approve')
  await step(first, 'object', { reason: '学的是代表法第四章。' }, town.deputy)
})

test('at the next meeting they stand first, with how many objections, and are approved there', async () => {
  server.clock.set('2027-01-20T06:00:00Z')
  const one = await held('')
  second = one.id
  const title = '第一代表小组2026年四季度意见汇总会'
  expect((await see(second)).lastMinutes).toEqual([{ id: first, title, objections: 1 }])
  const other = await asked(second, 'approveMinutes', { meetingId: second })
  expect(other.fields).toEqual({ meetingId: '这一份不是等这次会通过的纪要，请重新选择。' })
  expect((await asked(second, 'approveMinutes', { meetingId: first }, town.deputy)).code).toBe(
    'not_your_step',
  )
  await step(second, 'approveMinutes', { meetingId: first })
  const approved = await see(first)
  expect([approved.state, approved.checkCode]).toEqual([
    'approved',
    expect.stringMatching(/^[0-9a-f]{8}$/) as string,
  ])
  expect((await toldTo(server, town.coSigner))[0]).toBe(`${title}的纪要通过了：没有要议的意见。`)
  // Whoever wrote it down stands with the meeting that decided it.
  expect(approved.timeline.at(-1)).toMatchObject({ by: '代表小组会议 郑开明' })
  const said = JSON.stringify(approved.minutes)
  expect([said.includes('学习了代表法。'), said.includes('王建国：学的是代表法第四章。')]).toEqual([
    true,
    true,
  ])
  for (const action of ['amend', 'amendRoll', 'object'] as const)
    expect(
      (await asked(first, action, { reason: '改', remarks: '改', presentIds: [leader.id], source: 'clerk' }))
        .code,
    ).not.toBeUndefined()
  expect((await see(first)).minutes).toEqual(approved.minutes)
  expect((await see(second)).lastMinutes).toEqual([])
  expect((await asked(second, 'approveMinutes', { meetingId: first })).code).toBe('no_minutes_await')
})

test('where no meeting follows, the office settles them with a reason, after the last day was told', async () => {
  await ended({ id: second, remarks: '通过了上次的纪要。' })
  expect((await asked(second, 'settle', { reason: '不再开' })).code).toBe('not_your_step')
  server.clock.set('2027-07-01T02:00:00Z')
  await server.run('clock')
  expect((await toldTo(server, town.office))[0]).toBe(
    '第一代表小组2027年一季度意见汇总会的纪要过了6月30日还没有在会上通过，请提醒组长；不再开会的，可以点“不等下次会，定稿”。',
  )
  await step(second, 'settle', { reason: '小组并到第二小组了。' }, town.office)
  expect((await see(second)).state).toBe('approved')
  const { items } = await leader.client.call(listMeetingMatters, { params, query: {} })
  expect(items.map(({ state }) => state)).toEqual(['approved', 'approved'])
})
