import { showCalendarEntries, showPublicCalendar, entriesOf } from '../../shared/api/calendar-entries'
import { announceActivity } from '../../shared/matters/activity/endpoints'
import { listReceptions, planReceptions, receptionSteps } from '../../shared/matters/reception/endpoints'
import { calendarEntries } from '../../shared/registers/calendar-entries'
import { beingChecked } from '../../shared/words/words'
import { createClient } from '../support/client'
import { hallIn } from '../support/hall'
import { districtOf, noticeOf, reportRoomIn } from '../support/report-room'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 日历 (journey F21): what meets and goes out stands there by itself, for everybody what is public. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  await receiveOn(null)
})
afterEach(() => server.stop())

const receiveOn = (days: string | null) =>
  server.database.transaction((tx) =>
    tx.query('UPDATE liaison_station SET reception_days = ? WHERE id = ?', [days, town.station]),
  )
const params = () => ({ town: town.id })
const month = '2026-12'
const own = async (person: TestPerson) =>
  (await person.client.call(showCalendarEntries, { params: params(), query: { month } })).entries
const everybodys = async () =>
  entriesOf(await createClient(server.url).call(showPublicCalendar, { params: params(), query: { month } }))
const file = async () => {
  const answer = await fetch(`${server.url}/api/towns/${town.id}/public-calendar.ics`)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  return (await answer.text()).replace(/\r\n /g, '').split('\r\n')
}
/** The lines of the event that has such a line. */
const eventWith = (lines: readonly string[], part: string) => {
  const at = lines.findIndex((line) => line.includes(part))
  const from = lines.lastIndexOf('BEGIN:VEVENT', at)
  return at < 0 ? [] : lines.slice(from, lines.indexOf('END:VEVENT', at))
}

async function session() {
  const hall = hallIn(server, town)
  const id = await hall.plan('congressSession', '第19届第3次会议')
  const when = (day: string) => ({ day, startsAt: '9:00', place: '镇政府三楼会议室' })
  return {
    convene: () => hall.step(id, 'conveneBody', { ...when('2026-12-16'), agenda: '听取政府工作报告' }),
    move: () => hall.step(id, 'move', { ...when('2026-12-18'), reason: '县里有会' }),
    callOff: () => hall.step(id, 'callOff', { reason: '改到明年' }),
  }
}

const visit = {
  ...{ activityKind: 'studyTrip', title: '外出考察', day: '2026-12-10', meetAt: '8:30', place: '镇政府' },
  ...{ purpose: '看看人家的养老院怎么办。', openTo: 'named' },
} as const

test('a session is everybody’s from its notice on; moved it is the same event changed, and called off it says so', async () => {
  const { convene, move, callOff } = await session()
  expect(await everybodys()).toEqual([])
  await convene()
  expect((await everybodys()).map(({ day, at, title, place }) => [day, at, title, place])).toEqual([
    ['2026-12-16', '9:00', '第19届第3次会议', '镇政府三楼会议室'],
  ])
  const first = eventWith(await file(), '第19届第3次会议')
  expect(first).toEqual(
    expect.arrayContaining(['SEQUENCE:0', 'STATUS:CONFIRMED', 'DTSTART:20261216T010000Z']),
  )
  await move()
  const moved = eventWith(await file(), '第19届第3次会议')
  const uid = (lines: readonly string[]) => lines.find((line) => line.startsWith('UID:'))
  expect(uid(moved)).toBe(uid(first))
  expect(moved).toEqual(expect.arrayContaining(['SEQUENCE:1', 'DTSTART:20261218T010000Z']))
  await callOff()
  expect((await everybodys()).map(({ calledOff }) => calledOff)).toEqual([true])
  expect(eventWith(await file(), '第19届第3次会议')).toEqual(
    expect.arrayContaining([uid(first), 'SEQUENCE:2', 'STATUS:CANCELLED']),
  )
})

test('each reads what they are asked to and whether they have answered; nobody outside reads any of it', async () => {
  await town.office.client.call(announceActivity, {
    params: params(),
    input: { ...visit, deputyIds: [town.deputy.id] },
  })
  expect(
    (await own(town.deputy)).map(({ title, expected, opens }) => [title, expected, opens?.kind]),
  ).toEqual([['外出考察', 'asked', 'activity']])
  expect(await own(town.otherDeputy)).toEqual([])
  expect((await own(town.office)).map(({ title, expected }) => [title, expected])).toEqual([
    ['外出考察', null],
  ])
  expect((await own(town.presidium)).map(({ title }) => title)).toEqual(['外出考察'])
  expect(await own(town.unit)).toEqual([])
  expect([await everybodys(), (await file()).join()]).toEqual([[], expect.not.stringContaining('外出考察')])
})

test('what is no matter the office writes there itself, for those whom it is for; a day too early is refused', async () => {
  const add = (form: object) =>
    town.office.client.call(calendarEntries.endpoints.add, { params: params(), input: form as never })
  const { id } = await add({
    title: '春节慰问',
    day: '2026-12-20',
    until: '2026-12-22',
    audience: 'everyone',
  })
  await add({ title: '县里的培训班', day: '2026-12-08', at: '14:00', place: '县党校', audience: 'deputies' })
  await add({ title: '交年报', day: '2026-12-09', audience: 'office' })
  const titles = async (entries: Promise<readonly { title: string }[]>) =>
    (await entries).map(({ title }) => title)
  expect(await titles(everybodys())).toEqual(['春节慰问'])
  expect(await titles(own(town.deputy))).toEqual(['县里的培训班', '春节慰问'])
  expect(await titles(own(town.unit))).toEqual(['县里的培训班', '春节慰问'])
  expect(await titles(own(town.office))).toEqual(['县里的培训班', '交年报', '春节慰问'])
  const long = eventWith(await file(), '春节慰问')
  expect(long).toEqual(
    expect.arrayContaining(['DTSTART;VALUE=DATE:20261220', 'DTEND;VALUE=DATE:20261223', 'SEQUENCE:0']),
  )
  await town.office.client.call(calendarEntries.endpoints.end, {
    params: { town: town.id, id },
    input: { version: 0, form: { endedOn: '2026-11-23', endedWhy: '改成春节后' } },
  })
  expect(eventWith(await file(), '春节慰问')).toEqual(
    expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:1']),
  )
  const refused = await town.office.client.refused(calendarEntries.endpoints.add, {
    params: params(),
    input: { title: '慰问', day: '2026-12-20', until: '2026-12-19', audience: 'everyone' },
  })
  expect(refused.fields).toEqual({ until: '结束的那天在开始以前，请核对。' })
  const month13 = await town.deputy.client.refused(showCalendarEntries, {
    params: params(),
    query: { month: '2026-13' },
  })
  expect(month13.fields).toEqual({ month: '月份请写成“2026-06”的样子。' })
})

test('reception days stand there with place and hour; one that is moved, or called off, is the same event changed', async () => {
  await receiveOn('每月9日')
  const title = '代表接访日'
  const days = async () => (await everybodys()).map((one) => [one.day, one.title, one.calledOff])
  expect(await days()).toEqual([['2026-12-09', title, false]])
  const first = eventWith(await file(), '-2026-12-09@')
  expect(first).toEqual(expect.arrayContaining(['SEQUENCE:0', 'DTSTART:20261209T010000Z']))
  await town.office.client.call(planReceptions, {
    params: params(),
    input: { stationId: town.station, from: '2026-12-01', to: '2026-12-31', each: '1' },
  })
  const [planned] = (await town.office.client.call(listReceptions, { params: params(), query: {} })).items
  const step = (action: 'move' | 'callOff', version: number, form: object) =>
    town.office.client.call(receptionSteps[action], {
      params: { town: town.id, id: planned?.id ?? '' },
      input: { version, form },
    })
  await step('move', 0, { heldOn: '2026-12-14', reason: '大雨封路' })
  expect(await days()).toEqual([['2026-12-14', title, false]])
  const moved = eventWith(await file(), '-2026-12-09@')
  expect(moved).toEqual(
    expect.arrayContaining([
      first.find((line) => line.startsWith('UID:')),
      'SEQUENCE:1',
      'DTSTART:20261214T010000Z',
    ]),
  )
  await step('callOff', 1, { reason: '大雨' })
  expect(await days()).toEqual([['2026-12-14', title, true]])
  expect(eventWith(await file(), '-2026-12-09@')).toEqual(
    expect.arrayContaining(['SEQUENCE:2', 'STATUS:CANCELLED']),
  )
})

test('a meeting at which deputies report is everybody’s from its notice on, by its district', async () => {
  const room = reportRoomIn(server, town)
  const id = await room.plan(await districtOf(server, town, '第一选区', [town.deputy.id]))
  expect(await everybodys()).toEqual([])
  await room.step(id, 'notice', noticeOf(town, '2026-12-04'))
  expect((await everybodys()).map(({ day, title }) => [day, title])).toEqual([
    ['2026-12-04', '第一选区代表述职评议会'],
  ])
  expect((await own(town.unit)).map(({ kind }) => kind)).toEqual(['report'])
  expect(eventWith(await file(), `UID:${id}@`)).toEqual(expect.arrayContaining(['SEQUENCE:0']))
})

test('what is taken back from the page is taken back from the file as well, and a resident reads the page alone', async () => {
  await town.office.client.call(calendarEntries.endpoints.add, {
    params: params(),
    input: { title: '请打 13800000001 报名', day: '2026-12-20', audience: 'everyone' },
  })
  expect((await everybodys()).map(({ title }) => title)).toEqual([beingChecked])
  expect((await file()).join()).not.toContain('13800000001')
  const refused = await town.villager.client.refused(showCalendarEntries, {
    params: params(),
    query: { month },
  })
  expect(refused.code).toBe('not_allowed')
})
