import { listMeetingLamps } from '../../shared/matters/meeting/lamps'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { addGroup } from '../support/group'
import { hallIn } from '../support/hall'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 该开会了: each body sees before the day that it is to meet, and nobody is named. */
let server: TestServer
let town: TestTown
let leader: TestPerson

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
  for (const [sessionNo, openedOn] of [
    [1, '2025-10-24'],
    [2, '2026-05-21'],
  ] as const)
    await town.office.client.call(congressSessions.endpoints.add, {
      params: { town: town.id },
      input: { termNo: 19, sessionNo, openedOn, closedOn: openedOn },
    })
})
afterAll(() => server.stop())

const lampsOf = async ({ client }: TestPerson) => {
  const { lamps } = await client.call(listMeetingLamps, { params: { town: town.id } })
  return lamps.map(({ body, tone, says }) => [body, tone, says])
}

test('office and presidium see every body, a leader the own group, and no other deputy any', async () => {
  const all = [
    ['人代会', 'soon', '12月31日前要开，还没有定日子'],
    ['主席团会议', 'soon', '这里还没有记过，每三个月要开一次'],
    ['第一代表小组', 'calm', '下一次在12月31日前'],
  ]
  expect(await lampsOf(town.office)).toEqual(all)
  expect(await lampsOf(town.presidium)).toEqual(all)
  expect(await lampsOf(leader)).toEqual(all.slice(2))
  expect(await lampsOf(town.deputy)).toEqual([])
})

test('what is convened has its day; once it was held the next one is counted from it', async () => {
  const hall = hallIn(server, town)
  const id = await hall.plan('presidiumMeeting', '主席团第十次会议')
  const when = { day: '2026-12-01', startsAt: '9:00', place: '会议室', agenda: '听取汇报' }
  await hall.step(id, 'conveneBody', when)
  expect((await lampsOf(town.office))[1]).toEqual(['主席团会议', 'calm', '已定 12月1日'])
  server.clock.set('2026-12-01T01:00:00Z')
  await staySignedIn(server)
  await hall.mark(id, 'arrived', [town.presidium.id])
  await hall.step(id, 'open')
  const item = (await hall.see(id)).agenda[0]?.id ?? ''
  await hall.step(id, 'endItem', { agendaItemId: item, outcome: 'noted' })
  await hall.step(id, 'end')
  expect((await lampsOf(town.office))[1]).toEqual(['主席团会议', 'calm', '下一次在2027年3月1日前'])
  const session = await hall.plan('congressSession', '第19届第3次会议')
  await hall.step(session, 'conveneBody', { ...when, day: '2026-12-20' })
  expect((await lampsOf(town.office))[0]).toEqual(['人代会', 'calm', '已定 12月20日'])
})

test('nothing of it names a person, whoever asks', async () => {
  const { lamps } = await town.office.client.call(listMeetingLamps, { params: { town: town.id } })
  const text = JSON.stringify(lamps)
  for (const { name } of await server.database.reader.query<{ name: string }[]>('SELECT name FROM person'))
    expect(text).not.toContain(name)
})
