import { showCalendarEntries } from '../../shared/api/calendar-entries'
import {
  activityPlanSteps,
  type ActivityPlanView,
  listActivityPlans,
  planYear,
  showActivityPlan,
} from '../../shared/matters/activity-plan/endpoints'
import { newActivity } from '../support/matrix/stories/activity'
import { plannedItem } from '../support/matrix/stories/activity-plan'
import { newBodyMeeting } from '../support/matrix/stories/body-meeting'
import { addGroup } from '../support/group'
import { startServer, type TestServer } from '../support/server'
import { staySignedIn } from '../support/lived'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** F15 年度活动计划: decided once, and what was done of it counts itself. */
let server: TestServer
let town: TestTown
let leader: TestPerson

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  leader = await addGroup(server, town, [town.deputy])
})
afterAll(() => server.stop())

const at = (id: string) => ({ params: { town: town.id, id } })
const see = (id: string, { client }: TestPerson = town.office) => client.call(showActivityPlan, at(id))
const take = async (
  id: string,
  step: keyof typeof activityPlanSteps,
  form: object,
): Promise<ActivityPlanView> => {
  const { version } = await see(id)
  return town.office.client.call(activityPlanSteps[step], {
    ...at(id),
    input: { version, form: form as never },
  })
}
const refused = async (id: string, step: keyof typeof activityPlanSteps, form: object) => {
  const { version } = await see(id)
  return town.office.client.refused(activityPlanSteps[step], {
    ...at(id),
    input: { version, form: form as never },
  })
}
const begin = (year: number) =>
  town.office.client.call(planYear, { params: { town: town.id }, input: { year } })

test('a year is planned line by line, decided by the presidium, and told to the deputies', async () => {
  const { id } = await begin(2026)
  expect((await refused(id, 'adopt', { decidedHow: '第 3 次主席团会议' })).code).toBe('plan_empty')
  const again = { params: { town: town.id }, input: { year: 2026 } }
  expect((await town.office.client.refused(planYear, again)).fields).toEqual({
    year: '这一年已经有计划了，请打开它。',
  })
  const far = { params: { town: town.id }, input: { year: 2031 } }
  expect((await town.office.client.refused(planYear, far)).fields).toEqual({
    year: '只能排今年（2026）和明年（2027）的。',
  })
  expect((await refused(id, 'addItem', { ...plannedItem, lastMonth: '2' })).fields).toEqual({
    lastMonth: '“到几月”不能在“从几月”前面。',
  })
  expect((await refused(id, 'addItem', { ...plannedItem, times: 0 })).fields).toEqual({
    times: '至少办 1 次，最多 12 次。',
  })
  await take(id, 'addItem', { ...plannedItem, firstMonth: '11', lastMonth: '12' })
  const meetings = {
    title: '主席团会议',
    kind: 'presidiumMeeting',
    times: 1,
    firstMonth: '10',
    lastMonth: '11',
  }
  await take(id, 'addItem', meetings)
  const three = await take(id, 'addItem', { ...plannedItem, title: '多写的' })
  await take(id, 'removeItem', { itemId: three.items.at(-1)?.id })
  expect((await leader.client.refused(showActivityPlan, at(id))).code).toBe('not_found')
  expect((await leader.client.call(listActivityPlans, { params: { town: town.id } })).plans).toEqual([])

  const adopted = await take(id, 'adopt', { decidedHow: '第 3 次主席团会议' })
  expect(adopted).toMatchObject({ state: 'adopted', says: '计划 3 次，办了 0 次' })
  expect(await toldTo(server, leader)).toContain('2026 年活动计划定了，打开看看有哪些会、哪些活动。')
  expect((await see(id, leader)).items.map(({ title }) => title)).toEqual(['视察乡村道路', '主席团会议'])
})

test('what is held counts by itself, what is called off does not, and what a group does is its own', async () => {
  const [{ id = '' } = {}] = (await town.office.client.call(listActivityPlans, { params: { town: town.id } }))
    .plans
  await newBodyMeeting(server, town, { state: 'ended' })
  await newActivity(server, town, town.office, { state: 'held', activityKind: 'inspection' })
  await newActivity(server, town, town.office, { state: 'calledOff', activityKind: 'inspection' })
  await newActivity(server, town, leader, { state: 'held' })
  const { items, says, unplanned } = await see(id)
  expect(items.map(({ done }) => done)).toEqual([1, 1])
  expect([says, unplanned]).toEqual(['计划 3 次，办了 2 次', []])
  const calendarOf = async ({ client }: TestPerson, month: string) =>
    (await client.call(showCalendarEntries, { params: { town: town.id }, query: { month } })).planned
  expect(await calendarOf(leader, '2026-12')).toEqual([
    { title: '视察乡村道路', months: '11 月到 12 月', times: 1 },
  ])
  expect(await calendarOf(leader, '2026-09')).toEqual([])
  expect(await calendarOf(town.unit, '2026-12')).toEqual([])
})

test('a line is changed with a reason and stays readable; at the end of the year each missing one needs a word', async () => {
  const [{ id = '' } = {}] = (await town.office.client.call(listActivityPlans, { params: { town: town.id } }))
    .plans
  const { items } = await see(id)
  const change = { ...plannedItem, title: '视察村道', times: 2, firstMonth: '11', lastMonth: '12' }
  const changed = await take(id, 'changeItem', { itemId: items[0]?.id, ...change, reason: '雪天路滑。' })
  expect(changed.changed).toMatchObject([{ title: '视察乡村道路', why: '雪天路滑。' }])
  expect(changed.items.map(({ title, done }) => [title, done])).toEqual([
    ['视察村道', 1],
    ['主席团会议', 1],
  ])
  await staySignedIn(server)
  server.clock.set('2027-01-01T01:00:00.000Z')
  await server.run('clock')
  const over = await see(id)
  expect(over).toMatchObject({
    state: 'ended',
    says: '计划 3 次，办了 2 次，过了没办 1 次（视察村道，11 月到 12 月）',
  })
  expect((await refused(id, 'close', {})).code).toBe('plan_unexplained')
  await take(id, 'explain', { itemId: over.items[0]?.id, reason: '大雪封山。' })
  expect(await take(id, 'close', {})).toMatchObject({ state: 'closed' })
})
