import { addGroup } from '../support/group'
import { hallIn } from '../support/hall'
import { staySignedIn } from '../support/lived'
import { listMeetingMatters } from '../../shared/matters/meeting/endpoints'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 代表小组长会议、年中议政会: they talk, settle nothing, and their minutes are approved by the presidium. */
let server: TestServer
let town: TestTown
let hall: ReturnType<typeof hallIn>
let leader: TestPerson
let leaders: string
const when = { day: '2026-12-08', startsAt: '9:00', place: '会议室', agenda: '集镇停车怎么管' }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  leader = await addGroup(server, town, [town.deputy])
  await staySignedIn(server)
  hall = hallIn(server, town)
})
afterAll(() => server.stop())

const itemOf = async (id: string) => (await hall.see(id)).agenda[0]?.id ?? ''
const listedFor = async ({ client }: TestPerson) =>
  (await client.call(listMeetingMatters, { params: { town: town.id }, query: {} })).items.map(
    ({ meetingKind, expected }) => [meetingKind, expected],
  )

test('the leaders of the groups are expected and nobody else; it opens without a quorum and decides nothing', async () => {
  leaders = await hall.plan('leadersMeeting', '第四季度小组长会议')
  await hall.step(leaders, 'conveneBody', when)
  expect((await toldTo(server, leader))[0]).toContain('开第四季度小组长会议，请参加')
  expect((await hall.see(leaders)).members.map(({ id }) => id)).toEqual([leader.id])
  expect(await listedFor(leader)).toEqual([['leadersMeeting', 1]])
  expect(await listedFor(town.deputy)).toEqual([])
  server.clock.set('2026-12-08T01:00:00Z')
  await staySignedIn(server)
  await hall.mark(leaders, 'arrived', [leader.id])
  expect(await hall.lineOf(leaders)).toContain('代表小组长会议没有法定人数')
  await hall.step(leaders, 'open')
  const vote = { text: '同意。', method: 'showOfHands', yes: 1, no: 0, abstain: 0 }
  const decided = await hall.asked(leaders, 'decideItem', { agendaItemId: await itemOf(leaders), ...vote })
  expect([decided.code, decided.message]).toEqual([
    'meeting_decides_nothing',
    '这种会只议不定：议完点“这一项完了”；要定的，提交主席团会议或者人代会。',
  ])
  const given = { agendaItemId: await itemOf(leaders), what: '划线', dueOn: '2026-12-30' }
  expect((await hall.asked(leaders, 'assign', given)).code).toBe('meeting_decides_nothing')
  await hall.step(leaders, 'endItem', { agendaItemId: await itemOf(leaders), outcome: 'noted' })
  await hall.step(leaders, 'end')
  await hall.step(leaders, 'draftMinutes')
})

test('every deputy is expected in the middle of the year; what is said there goes to the government as from a session', async () => {
  const id = await hall.plan('midYearDeliberation', '2026年议政会')
  await hall.step(id, 'conveneBody', { ...when, day: '2026-12-09' })
  const { members, expected } = await hall.see(id)
  expect(members.map((one) => one.id)).toEqual(
    expect.arrayContaining([town.deputy.id, town.coSigner.id, leader.id]),
  )
  expect(await listedFor(town.coSigner)).toEqual([['midYearDeliberation', expected]])
  server.clock.set('2026-12-09T01:00:00Z')
  await staySignedIn(server)
  await hall.mark(
    id,
    'arrived',
    members.map((one) => one.id),
  )
  await hall.step(id, 'open')
  const note = { agendaItemId: await itemOf(id), noteKind: 'opinion', text: '集市挪到广场' }
  await hall.step(id, 'noteDeliberation', note)
  await hall.step(id, 'endItem', { agendaItemId: await itemOf(id), outcome: 'noted' })
  await hall.step(id, 'end')
  expect((await hall.see(id)).summary).not.toBeNull()
})

test('the presidium approves the minutes', async () => {
  const id = await hall.plan('presidiumMeeting', '主席团第十次会议')
  await hall.step(id, 'conveneBody', { ...when, day: '2026-12-10' })
  expect((await hall.see(id)).lastMinutes.map(({ title }) => title)).toEqual(['第四季度小组长会议'])
  server.clock.set('2026-12-10T01:00:00Z')
  await staySignedIn(server)
  await hall.mark(id, 'arrived', [town.presidium.id])
  await hall.step(id, 'open')
  await hall.step(id, 'approveMinutes', { meetingId: leaders })
  expect((await hall.see(leaders)).state).toBe('approved')
})
