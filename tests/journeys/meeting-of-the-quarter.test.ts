import { overrideRule, removeOverride, showRules } from '../../shared/api/rules'
import { listWork } from '../../shared/api/work'
import { listMeetingMatters, meetingSteps, planMeeting } from '../../shared/matters/meeting/endpoints'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 每三个月一次: the meeting of a quarter stands there by itself, is asked for before its day, and is planned once. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let params: { town: string }
const title = '第一代表小组2026年四季度意见汇总会'

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  leader = await addGroup(server, town, [town.deputy])
  await staySignedIn(server)
})
afterAll(() => server.stop())

const meetings = async () => (await leader.client.call(listMeetingMatters, { params, query: {} })).items
const told = async (person: TestPerson) =>
  (await toldTo(server, person)).filter((text) => text.includes('意见汇总会'))
async function at(instant: string) {
  server.clock.set(instant)
  await server.run('clock')
}

test('it is planned once for a group that somebody leads, and waits for whoever leads it; nobody is called together', async () => {
  await server.run('planMeetings')
  await server.run('planMeetings')
  expect((await meetings()).map((one) => [one.title, one.state, one.heldBy])).toEqual([
    [title, 'planned', '2026-12-31'],
  ])
  const { items } = await leader.client.call(listWork, { params, query: { lane: 'mine', kind: 'meeting' } })
  expect(items.map(({ next }) => next?.step)).toEqual(['convene'])
  expect(await told(town.deputy)).toEqual([])
})

test('the leader is asked fifteen days before the quarter ends, and the office only when it is over', async () => {
  await at('2026-12-15T02:00:00Z')
  expect(await told(leader)).toEqual([])
  await at('2026-12-16T02:00:00Z')
  expect(await told(leader)).toEqual([`${title}请在12月31日前开：定个日子，发个通知。收到的意见都列好了。`])
  await at('2026-12-30T10:30:00Z')
  await at('2026-12-31T02:00:00Z')
  expect([(await told(leader)).length, await told(town.office)]).toEqual([2, []])
  await at('2027-01-01T02:00:00Z')
  expect(await told(town.office)).toEqual([
    `${title}过了2026年12月31日还没有开，请提醒组长，也可以代他发通知。`,
  ])
  expect((await told(leader))[0]).toBe(
    `${title}过了2026年12月31日还没有开，请尽快定日子；这次不开的，点“这次不开”写一句为什么。`,
  )
  await at('2027-01-20T02:00:00Z')
  expect(await told(leader)).toHaveLength(3)
})

test('while one is still to be held there is no second; called off with a reason, that of the new quarter follows', async () => {
  await server.run('planMeetings')
  const [only] = await meetings()
  expect(await meetings()).toHaveLength(1)
  await leader.client.call(meetingSteps.callOff, {
    params: { ...params, id: only?.id ?? '' },
    input: { version: 0, form: { reason: '年底大家都在外地' } },
  })
  expect(await told(town.deputy)).toEqual([`${title}不开了。原因：年底大家都在外地`])
  await server.run('planMeetings')
  expect((await meetings()).map(({ heldBy, state }) => [heldBy, state])).toEqual([
    ['2027-03-31', 'planned'],
    ['2026-12-31', 'calledOff'],
  ])
})

test('where the groups of a town meet otherwise nothing is planned by itself, and by hand all the same', async () => {
  const rule = { field: 'groupReviews', reason: '各组跟着学习日开。' } as const
  const version = async () => (await town.office.client.call(showRules, { params })).version
  const off = { version: await version(), value: 'false', ...rule }
  await town.office.client.call(overrideRule, { params, input: off })
  const [planned] = await meetings()
  await leader.client.call(meetingSteps.callOff, {
    params: { ...params, id: planned?.id ?? '' },
    input: { version: 0, form: { reason: '跟学习日一起开' } },
  })
  await at('2027-04-02T02:00:00Z')
  await server.run('planMeetings')
  expect((await meetings()).map(({ heldBy }) => heldBy)).toEqual(['2027-03-31', '2026-12-31'])
  await leader.client.call(planMeeting, { params, input: {} })
  expect((await meetings()).map(({ heldBy }) => heldBy)).toEqual(['2027-06-30', '2027-03-31', '2026-12-31'])
  await town.office.client.call(removeOverride, { params, input: { version: await version(), ...rule } })
  const [again] = await meetings()
  await leader.client.call(meetingSteps.callOff, {
    params: { ...params, id: again?.id ?? '' },
    input: { version: 0, form: { reason: '已经开过' } },
  })
  await at('2027-07-02T02:00:00Z')
  await server.run('planMeetings')
  expect((await meetings())[0]).toMatchObject({ heldBy: '2027-09-30', state: 'planned' })
})
