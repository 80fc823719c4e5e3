import {
  activitySteps,
  announceActivity,
  listActivities,
  showActivity,
} from '../../shared/matters/activity/endpoints'
import { listWork } from '../../shared/api/work'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 代表活动: announced, each says whether they come, a leave moves the next up, the roll is called, the report is told. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let at: { params: { town: string; id: string } }
const title = '去邻县看养老院'

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  leader = await addGroup(server, town, [town.deputy, town.coSigner, town.otherDeputy])
  await staySignedIn(server)
})
afterAll(() => server.stop())

const notice = {
  ...{ activityKind: 'studyTrip', title, day: '2026-12-07', meetAt: '8:30', place: '镇政府门口' },
  ...{ purpose: '看看人家的养老院怎么办。', openTo: 'all', answerBy: '2026-12-05' },
} as const
const params = () => ({ town: town.id })
const announce = ({ client }: TestPerson, more: object = {}) =>
  client.ask(announceActivity, { params: params(), input: { ...notice, ...more } }) as Promise<{
    code?: string
    fields?: object
  }>
type Action = keyof typeof activitySteps
const see = ({ client }: TestPerson) => client.call(showActivity, at)
async function asked(person: TestPerson, action: Action, form: object) {
  const { version } = await see(town.office)
  server.clock.advance({ minutes: 1 })
  const answer = await person.client.ask(activitySteps[action] as (typeof activitySteps)['callOff'], {
    ...at,
    input: { version, form: form as { reason: string } },
  })
  return { code: undefined, message: undefined, fields: undefined, ...answer }
}
async function step(...of: Parameters<typeof asked>) {
  const answer = await asked(...of)
  expect([of[1], answer.code, answer.message, answer.fields]).toEqual([
    ...[of[1], undefined, undefined, undefined],
  ])
}
const told = async (person: TestPerson) =>
  (await toldTo(server, person)).filter((text) => text.includes(title))
const joins = async () => (await see(town.office)).people.map(({ name, joins: says }) => [name, says])
const mine = async ({ client }: TestPerson) => {
  const { items } = await client.call(listWork, {
    params: params(),
    query: { lane: 'mine', kind: 'activity' },
  })
  return items.map(({ next }) => next?.step)
}

test('a notice that goes out late says why; whoever is asked has it among what waits for them', async () => {
  expect(await announce(town.office, { day: '2026-11-24', answerBy: undefined })).toMatchObject({
    code: 'bad_input',
    fields: { shortNoticeReason: '活动一般提前 3 天通知，现在只提前 1 天，请写一句为什么。' },
  })
  const { id } = await town.office.client.call(announceActivity, {
    params: params(),
    input: { ...notice, capacity: 2 },
  })
  at = { params: { ...params(), id } }
  expect(await told(town.deputy)).toEqual([
    `12月7日 周一 8:30在镇政府门口集合，有${title}，来不来请回个话，打电话也行。`,
  ])
  expect(await mine(town.deputy)).toEqual(['come'])
  expect(await announce(town.office, { capacity: 2 })).toMatchObject({
    fields: { title: `这一天已经有一次“${title}”，请从列表里打开；不是同一次的，名称写得不一样些。` },
  })
})

test('seats go by when it was said, not by when it was typed; who comes later waits', async () => {
  server.clock.set('2026-11-24T01:00:00Z')
  await step(town.deputy, 'come', {})
  await step(town.coSigner, 'come', {})
  // A call at 8:40, typed at nine.
  await step(town.office, 'sayForThem', { expectedId: leader.id, attends: 'comes', saidAt: '8:40' })
  await step(town.otherDeputy, 'notThisTime', {})
  expect(await joins()).toEqual([
    ['王建国', 'coming'],
    ['张春梅', 'waiting'],
    ['李志强', 'notThisTime'],
    ['郑开明', 'coming'],
  ])
  const { coming, waiting, asked: all } = await see(town.deputy)
  expect([all, coming, waiting]).toEqual([4, 2, 1])
})

test('a leave tells the office why, moves the next one up and tells them alone', async () => {
  expect((await asked(town.otherDeputy, 'leave', { reason: '忙' })).code).toBe('join_not_accepted')
  await step(town.deputy, 'leave', { reason: '要住院几天' })
  expect((await told(town.office))[0]).toBe(`王建国请假：${title}。原因：要住院几天`)
  expect((await told(town.coSigner))[0]).toBe(
    `有位子了，您能来参加${title}（12月7日 周一 8:30在镇政府门口集合），来不了请回个话。`,
  )
  expect(await told(town.otherDeputy)).toHaveLength(1)
  expect((await joins())[1]).toEqual(['张春梅', 'coming'])
  for (const who of [town.coSigner, town.presidium])
    expect(JSON.stringify(await see(who))).not.toContain('要住院')
  await step(town.deputy, 'comeAfterAll', {})
  expect((await joins())[0]).toEqual(['王建国', 'waiting'])
})

test('put off, what was said stays; brought forward, everybody is asked again', async () => {
  const when = { meetAt: '8:30', place: '镇政府门口', reason: '下雨' }
  await step(town.office, 'move', { ...when, day: '2026-12-09' })
  expect((await told(town.coSigner))[0]).toBe(
    `${title}改到12月9日 周三 8:30在镇政府门口集合，您回过的话还算，来不了请说一声。原因：下雨`,
  )
  expect((await see(town.office)).coming).toBe(2)
  await step(town.office, 'move', { ...when, day: '2026-12-04', reason: '对方改了日子' })
  expect([(await see(town.office)).coming, await mine(town.coSigner)]).toEqual([0, ['come']])
  await step(town.coSigner, 'come', {})
})

test('the roll is called on the day and not before; who did not answer and who was not asked are one tap more', async () => {
  expect((await asked(town.office, 'callRoll', { source: 'paper' })).message).toBe(
    '还没有到活动那天，到了那天再记。',
  )
  server.clock.set('2026-12-04T08:00:00Z')
  expect((await asked(town.office, 'done', {})).message).toBe(
    '还没有点名，请先点名：谁到了，照纸上的签到册记也行。',
  )
  await step(town.office, 'callRoll', { presentIds: [town.coSigner.id, town.deputy.id], source: 'paper' })
  const { people, came } = await see(town.office)
  expect([came, people.map(({ came: here }) => here)]).toEqual([2, [true, true, false, false]])
  await step(town.office, 'done', {})
})

test('the report is late after ten working days, and the chair hears of it; it is told to those who came', async () => {
  server.clock.set('2026-12-20T02:00:00Z')
  await server.run('clock')
  expect((await told(town.office)).some((text) => text.includes('报告逾期'))).toBe(true)
  server.clock.set('2026-12-25T02:00:00Z')
  await server.run('clock')
  expect((await told(town.presidium))[0]).toContain(`${title}的报告逾期`)
  expect((await asked(town.office, 'report', { report: '看了。' })).fields).toEqual({
    report: '报告至少写 20 个字：看到了什么、学到了什么。',
  })
  await step(town.office, 'report', { report: '看了三家养老院，学到了分餐、夜间巡查和志愿陪护三个办法。' })
  expect((await told(town.coSigner))[0]).toBe(`${title}的报告好了，您可以打开看。`)
  expect((await told(town.otherDeputy))[0]).not.toContain('报告')
  const { state, report } = await see(town.otherDeputy)
  expect([state, report?.slice(0, 7)]).toEqual(['closed', '看了三家养老院'])
})

test('a leader asks the own group and nobody else; a deputy who leads none announces nothing', async () => {
  expect((await announce(town.deputy)).code).toBe('not_allowed')
  const group = { activityKind: 'groupOuting', title: '清沟', openTo: 'groups', day: '2026-12-30' }
  const answerBy = '2026-12-29'
  expect((await announce(leader, { ...group, answerBy, openTo: 'all' })).fields).toEqual({
    openTo: '组长请本组的代表，请选“几个小组的代表”；要请全体的，请告诉镇人大办。',
  })
  const { id } = await leader.client.call(announceActivity, {
    params: params(),
    input: { ...notice, ...group, answerBy },
  })
  const { items, leads } = await leader.client.call(listActivities, { params: params(), query: {} })
  expect([items[0]?.id, leads !== null, items[0]?.asked]).toEqual([id, true, 4])
})
