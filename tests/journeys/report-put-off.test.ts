import {
  planReportMeeting,
  showReportMeeting,
  showReportPlan,
} from '../../shared/matters/duty-report-meeting/endpoints'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { staySignedIn } from '../support/lived'
import { districtOf, noticeOf, reportRoomIn } from '../support/report-room'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'

/** One of a district does not report with the others: later in the term, or, with a ground, no more. */
let server: TestServer
let town: TestTown
let room: ReturnType<typeof reportRoomIn>
let district: string
let id: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  const session = { termNo: 19, sessionNo: 1, openedOn: '2025-10-24', closedOn: '2025-10-24' }
  await town.office.client.call(congressSessions.endpoints.add, { params: { town: town.id }, input: session })
  const three = [town.deputy.id, town.coSigner.id, town.otherDeputy.id]
  district = await districtOf(server, town, '第一选区', three)
  await staySignedIn(server)
  room = reportRoomIn(server, town)
  id = await room.plan(district)
})
afterAll(() => server.stop())

const planOf = (year: string) =>
  town.office.client.call(showReportPlan, { params: { town: town.id }, query: { year } })
const reportOf = async (personId: string) =>
  (await room.see(id)).reports.find(({ deputy }) => deputy.id === personId)?.id

test('one is put off to a later year of the term, hears so alone, and is proposed from then on', async () => {
  const reportId = await reportOf(town.coSigner.id)
  const form = { reportId, planYear: 2028, reason: '在外务工，年底回不来' }
  for (const planYear of [2026, 2030])
    expect((await room.asked(id, 'postpone', { ...form, planYear })).fields).toEqual({
      planYear: '请填 2027 到 2029。',
    })
  const before = (await toldTo(server, town.deputy)).length
  await room.step(id, 'postpone', form)
  expect((await toldTo(server, town.coSigner))[0]).toBe(
    '您的述职改到 2028 年，到时候再请您。原因：在外务工，年底回不来',
  )
  expect(await toldTo(server, town.deputy)).toHaveLength(before)
  expect((await room.see(id)).reports.map(({ deputy }) => deputy.name)).toEqual(['王建国', '李志强'])
  expect((await room.see(id)).timeline.at(-1)?.note).toBe('张春梅：在外务工，年底回不来')
  const asked = await town.coSigner.client.refused(showReportMeeting, { params: { town: town.id, id } })
  expect(asked.code).toBe('not_found')
  expect((await planOf('2027')).proposed).toEqual([])
  expect((await planOf('2028')).proposed.flatMap(({ deputies }) => deputies)).toEqual(['张春梅'])
})

test('whoever has no ground reports; one who is suspended is let off, and counts no more', async () => {
  const reportId = await reportOf(town.otherDeputy.id)
  const form = { reportId, reason: '身体不好' }
  expect((await room.asked(id, 'release', form)).fields).toEqual({
    reportId: '只有代表资格终止、暂停到届末或届末补选的才可以不述职。',
  })
  await server.database.transaction((tx) =>
    tx.query(`UPDATE mandate SET suspended_on = '2026-11-01' WHERE person_id = ?`, [town.otherDeputy.id]),
  )
  await room.step(id, 'notice', noticeOf(town))
  await room.step(id, 'release', form)
  expect((await toldTo(server, town.otherDeputy))[0]).toBe('您本届不用向选民述职了。原因：身体不好')
  await server.database.transaction((tx) =>
    tx.query('UPDATE mandate SET suspended_on = NULL WHERE person_id = ?', [town.otherDeputy.id]),
  )
  expect((await planOf('2029')).later).toEqual([])
  expect((await planOf('2029')).quota).toBe(2)
})

test('the last one of a meeting is not taken out of it: then it is called off', async () => {
  const form = { reportId: await reportOf(town.deputy.id), planYear: 2027, reason: '住院' }
  const refused = await room.asked(id, 'postpone', form)
  expect([refused.code, refused.message]).toEqual([
    'last_report',
    '这次只剩这一位述职，请点“这次不开”，再另外安排。',
  ])
  expect((await room.see(id)).actions).not.toContain('postpone')
  const again = await town.office.client.ask(planReportMeeting, {
    params: { town: town.id },
    input: { planYear: 2027, electoralDistrictId: district },
  })
  expect(again.code && again.message).toBe('第一选区已经排进了计划，请从下面的列表里打开。')
})

test('in the last year of the term nobody is put off', async () => {
  server.clock.set('2029-03-01T01:00:00Z')
  await staySignedIn(server)
  await room.step(id, 'callOff', { reason: '补开' })
  id = await room.plan(district, 2029)
  const reportId = await reportOf(town.coSigner.id)
  const refused = await room.asked(id, 'postpone', { reportId, planYear: 2030, reason: '在外' })
  expect(refused.fields).toEqual({
    planYear: '2029 年是本届最后一年，不能再往后改；来不了的，请写好述职稿，由主持人代念。',
  })
})
