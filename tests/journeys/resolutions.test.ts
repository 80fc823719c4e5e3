import { resolutionSteps, showResolution } from '../../shared/matters/resolution/endpoints'
import { listWork } from '../../shared/api/work'
import { hallIn } from '../support/hall'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { spoken } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 议定事项: what the presidium gives somebody to do comes back to its agenda, meeting after meeting, until it is done. */
let server: TestServer
let town: TestTown
let hall: ReturnType<typeof hallIn>
let fire: string
let road: string
const what = '把敬老院的消防改好'

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  hall = hallIn(server, town)
})
afterAll(() => server.stop())

const on = async (day: string) => {
  server.clock.set(`${day}T01:00:00Z`)
  await staySignedIn(server)
}
const see = (id: string, { client }: TestPerson = town.office) =>
  client.call(showResolution, { params: { town: town.id, id } })
async function asked(id: string, action: keyof typeof resolutionSteps, form: object, by: TestPerson) {
  const { version } = await see(id)
  server.clock.advance({ minutes: 1 })
  const answer = await by.client.ask(resolutionSteps[action] as typeof resolutionSteps.report, {
    params: { town: town.id, id },
    input: { version, form: form as { result: string } },
  })
  return { code: undefined, message: undefined, ...answer }
}
const agendaOf = async (id: string) => (await hall.see(id)).agenda.map(({ title }) => title)
const convened = async (title: string, day: string, agenda: string) => {
  const id = await hall.plan('presidiumMeeting', title, day)
  await hall.step(id, 'conveneBody', { day, startsAt: '9:00', place: '镇政府小会议室', agenda })
  return id
}
const opened = async (id: string, day: string) => {
  await on(day)
  await hall.mark(id, 'arrived', [town.presidium.id])
  await hall.step(id, 'open')
}
const itemOf = async (id: string, title: string) =>
  (await hall.see(id)).agenda.find((one) => one.title === title)?.id ?? ''
const givenAt = async (id: string) => (await hall.see(id)).given

let first: string
let second: string

test('a decision gets somebody who does it, and a day; they are told, and the minutes say it', async () => {
  first = await convened('主席团第一次会议', '2026-12-08', '研究敬老院消防')
  await opened(first, '2026-12-08')
  const agendaItemId = await itemOf(first, '研究敬老院消防')
  const form = { agendaItemId, what, dueOn: '2026-12-30' }
  const both = await hall.asked(first, 'assign', {
    ...form,
    unitId: town.unitId,
    personId: town.presidium.id,
  })
  expect(both.fields).toEqual({ personId: '单位和个人只选一个：单位办的不用再选人。' })
  const stranger = await hall.asked(first, 'assign', { ...form, personId: town.deputy.id })
  expect(stranger.fields?.personId).toContain('这位不在应到的人里')
  await hall.step(first, 'assign', { ...form, unitId: town.unitId })
  await hall.step(first, 'assign', { ...form, what: '开一次群众座谈会', personId: town.presidium.id })
  expect((await toldTo(server, town.unit))[0]).toBe(
    `主席团第一次会议议定：“${what}”，请在12月30日前办好，报一下结果。`,
  )
  const given = await givenAt(first)
  expect(given.map(({ whose, dueOn, state }) => [whose, dueOn, state])).toEqual([
    [expect.any(String), '2026-12-30', 'open'],
    ['周明德', '2026-12-30', 'open'],
  ])
  fire = given[0]?.id ?? ''
  road = given[1]?.id ?? ''
  await hall.step(first, 'endItem', { agendaItemId, outcome: 'noted' })
  await hall.step(first, 'end')
  await hall.step(first, 'draftMinutes')
  const minutes = JSON.stringify((await hall.see(first)).minutes)
  expect(minutes).toContain('议定事项')
  expect(minutes).toContain(what)
  expect((await see(fire, town.unit)).actions).toEqual(['report'])
  const { code } = await town.deputy.client.refused(showResolution, { params: { town: town.id, id: fire } })
  expect(code).toBe('not_found')
})

test('what is late is asked for; whoever does it reports and cannot end it; by telephone the office types it', async () => {
  for (const day of ['2026-12-29', '2026-12-31']) {
    await on(day)
    await server.run('clock')
  }
  expect((await toldTo(server, town.unit))[0]).toContain('过了12月30日还没有报结果，请今天就报。')
  expect((await see(fire)).due?.urgency).toBe('overdue')
  // Nobody ends what they have to do themselves: there is no such step.
  expect(Object.keys(resolutionSteps)).toEqual(['report', 'reportByWord'])
  expect((await asked(fire, 'report', { result: '换了两具灭火器。' }, town.unit)).code).toBeUndefined()
  expect((await toldTo(server, town.office))[0]).toBe(`“${what}”有结果了，下次会上听：换了两具灭火器。`)
  const word = { result: '开过了，来了二十人。', ...spoken, spokeOn: '2026-12-31' }
  expect((await asked(road, 'reportByWord', word, town.office)).code).toBeUndefined()
  const { state, due } = await see(road)
  expect([state, due?.on]).toEqual(['reported', '2027-03-31'])
})

test('it stands first on the next agenda by itself, and is talked about, but never taken off', async () => {
  second = await convened('主席团第二次会议', '2027-01-12', '听取预算执行情况')
  expect(await agendaOf(second)).toEqual([what, '开一次群众座谈会', '听取预算执行情况'])
  await opened(second, '2027-01-12')
  const off = await hall.asked(second, 'endItem', {
    agendaItemId: await itemOf(second, what),
    outcome: 'withdrawn',
  })
  expect([off.code, off.message]).toEqual([
    'resolution_on_agenda',
    '还没办完的议定事项每次会都要过一下，可以一句话带过：点“上次定的：办好了”“还没办好”或者“不再办”。',
  ])
  await hall.step(second, 'closeResolution', { resolutionId: road, note: '都听了' })
  await hall.step(second, 'keepResolution', {
    ...{ resolutionId: fire, reason: '喷淋还没有装', dueOn: '2027-03-01' },
  })
  const again = await hall.asked(second, 'closeResolution', { resolutionId: fire })
  expect(again.code).toBe('no_resolutions_left')
  expect((await hall.see(second)).agenda.map(({ outcome, note }) => [outcome, note])).toEqual([
    ['notYet', '第 1 次：喷淋还没有装，3月1日前办好'],
    ['done', '都听了'],
    [null, null],
  ])
  expect((await toldTo(server, town.unit))[0]).toBe(
    `“${what}”会上过了，第1次还没办好：喷淋还没有装。请在3月1日前办好。`,
  )
  expect((await see(road)).state).toBe('done')
  await hall.step(second, 'endItem', {
    ...{ agendaItemId: await itemOf(second, '听取预算执行情况'), outcome: 'noted' },
  })
  await hall.step(second, 'end')
})

test('what was given after the notice is on the agenda when it opens; a vote does not settle it; a session has its own', async () => {
  const third = await convened('主席团第三次会议', '2027-03-02', '其他')
  expect(await agendaOf(third)).toEqual([what, '其他'])
  const late = {
    agendaItemId: await itemOf(second, '听取预算执行情况'),
    what: '预算表上墙',
    dueOn: '2027-02-28',
  }
  await hall.step(second, 'assign', late)
  const other = await hall.plan('congressSession', '第19届第4次会议', '2027-03-31')
  await hall.step(other, 'conveneBody', {
    ...{ day: '2027-03-20', startsAt: '9:00', place: '礼堂', agenda: '听取报告' },
  })
  expect(await agendaOf(other)).toEqual(['听取报告'])
  await opened(third, '2027-03-02')
  expect(await agendaOf(third)).toEqual([what, '其他', '预算表上墙'])
  await hall.step(third, 'decideItem', {
    ...{ agendaItemId: await itemOf(third, what), text: '不再办。', method: 'showOfHands' },
    ...{ yes: 1, no: 0, abstain: 0 },
  })
  expect((await hall.see(third)).agenda[0]?.outcome).toBeNull()
  await hall.step(third, 'dropResolution', { resolutionId: fire, reason: '敬老院搬进新楼了' })
  expect((await see(fire)).state).toBe('ended')
  const posters = (await givenAt(second))[0]?.id ?? ''
  const { whose, waitsFor } = await see(posters)
  expect([whose, waitsFor]).toEqual(['镇人大办', 'responsible'])
  const { items } = await town.office.client.call(listWork, {
    params: { town: town.id },
    query: { lane: 'mine', kind: 'resolution' },
  })
  expect(items.map(({ title }) => title)).toEqual(['预算表上墙'])
})
