import { boardFigures, publicStates, searchBoard, showBoard, showBoardItem } from '../../shared/api/board'
import { showReceptionDays } from '../../shared/api/reception'
import { showStation } from '../../shared/api/stations'
import { listDeputies } from '../../shared/api/people'
import { listTowns, showTown } from '../../shared/api/towns'
import { send } from '../support/send'
import { bring } from '../support/bring'
import { createClient, type Client } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { text } from '../support/suggestion'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
let elsewhere: TestTown
let anyone: Client

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  elsewhere = await buildTown(server, '云岭坝镇')
  anyone = createClient(server.url)
  for (const state of publicStates) {
    await bring(server, town, state)
    server.clock.advance({ minutes: 1 })
  }
  await bring(server, town, 'underReview')
  await bring(server, town, 'notAccepted')
})
afterAll(() => server.stop())

const raw = async (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api${path}`, { headers })

test('the towns are told with id, name and the id of their county and nothing else', async () => {
  const { towns } = await anyone.call(listTowns, {})
  expect(towns.map((one) => Object.keys(one))).toEqual([
    ['id', 'name', 'countyId'],
    ['id', 'name', 'countyId'],
  ])
})

test('an item has exactly the five disclosures and the verdict of residents beside its id', async () => {
  const answer = (await (await raw(`/towns/${town.id}/board`)).json()) as { items: object[] }
  const keys = new Set(answer.items.map((item) => Object.keys(item).sort().join(' ')))
  expect([...keys]).toEqual(['deadline id item residents result satisfaction unit'])
})

test('everything from acceptance on is public, newest first, and nothing before', async () => {
  const { items } = await anyone.call(showBoard, { params: { town: town.id } })
  expect(items.map(({ result }) => result.state)).toEqual([...publicStates].reverse())
})

test('one can look at one state', async () => {
  const { items } = await anyone.call(showBoard, { params: { town: town.id }, query: { state: 'replied' } })
  expect(items.map(({ result }) => result.state)).toEqual(['replied'])
})

test('each figure of the home opens what it counts, and no more', async () => {
  const { figures } = await anyone.call(showTown, { params: { town: town.id } })
  expect(figures).toMatchObject({ overdue: 0 })
  const of = async (figure: (typeof boardFigures)[number]) =>
    (await anyone.call(showBoard, { params: { town: town.id }, query: { figure } })).items
  for (const figure of boardFigures)
    expect([figure, (await of(figure)).length]).toEqual([figure, figures[figure]])
  const now = server.clock.now()
  server.clock.advance({ days: 120 })
  const later = await anyone.call(showTown, { params: { town: town.id } })
  const late = await of('overdue')
  expect(later.figures.overdue).toBeGreaterThan(0)
  expect(late).toHaveLength(later.figures.overdue)
  for (const { deadline } of late) expect(deadline?.standing).toMatch(/^(overdue|longOverdue)$/)
  server.clock.set(now.toISOString())
  expect(await raw(`/towns/${town.id}/board?figure=handedOver`)).toMatchObject({ status: 400 })
})

test('one can look at one village', async () => {
  const { items } = await anyone.call(showBoard, {
    params: { town: town.id },
    query: { village: town.village },
  })
  expect(items).toEqual([])
})

test('one finds by the item, the unit, the village and the number, and by nothing that is not public', async () => {
  const params = { town: town.id }
  const found = async (words: string) =>
    (await anyone.call(searchBoard, { params, input: { words } })).items.map(({ id }) => id)
  const [all, one] = [(await anyone.call(showBoard, { params })).items, await found('2026-0003')]
  const [first] = all
  expect(one).toHaveLength(1)
  expect(await found(first?.item.slice(0, 4) ?? '')).toEqual(all.map(({ id }) => id))
  expect((await found('水利站')).length).toBe(all.filter(({ unit }) => unit?.includes('水利站')).length)
  expect(await found('大郭西 2026-0003')).toEqual(one)
  expect(await found('大郭西 没有这样的')).toEqual([])
  // Not whose it is, nor what the public sentence leaves out; and a sign of the database is a sign like any other.
  for (const words of ['王建国', text.facts.slice(0, 6), '%', '_']) expect(await found(words)).toEqual([])
})

test('a state or a cursor that is none is refused', async () => {
  const answers = await Promise.all(
    ['state=draft', 'cursor=xyz', 'village=1', 'sort=name'].map((query) =>
      raw(`/towns/${town.id}/board?${query}`),
    ),
  )
  expect(
    await Promise.all(
      answers.map(async (one) => [one.status, ((await one.json()) as { code: string }).code]),
    ),
  ).toEqual([
    [400, 'bad_input'],
    [400, 'bad_cursor'],
    [400, 'bad_input'],
    [400, 'unknown_field'],
  ])
})

test('a reader who has it already gets 304, and may keep it as long as they ask each time', async () => {
  const first = await raw(`/towns/${town.id}/board`)
  const again = await raw(`/towns/${town.id}/board`, { 'if-none-match': first.headers.get('etag') ?? '' })
  expect([first.headers.get('cache-control'), again.status, await again.text()]).toEqual([
    'public, no-cache',
    304,
    '',
  ])
})

test('the page of one suggestion has an ETag as well', async () => {
  const { items } = await anyone.call(showBoard, { params: { town: town.id } })
  const path = `/towns/${town.id}/board/${items[0]?.id}`
  const first = await raw(path)
  expect((await raw(path, { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304)
})

test('an item of another town, or one that is not public, is “not found”', async () => {
  const hidden = await bring(server, town, 'submitted')
  const { items } = await anyone.call(showBoard, { params: { town: town.id } })
  const codes = await Promise.all(
    [
      { town: elsewhere.id, id: items[0]?.id ?? '' },
      { town: town.id, id: hidden },
      { town: town.id, id: 'a'.repeat(26) },
      { town: 'a'.repeat(26), id: items[0]?.id ?? '' },
    ].map(async (params) => (await anyone.refused(showBoardItem, { params })).code),
  )
  expect(codes).toEqual(['not_found', 'not_found', 'not_found', 'not_found'])
})

test('pages follow one another without a gap or a repeat', async () => {
  for (let more = 0; more < 35; more += 1) {
    const id = String(more).padStart(26, '0')
    const like =
      "FROM suggestion s JOIN matter m ON m.id = s.id WHERE s.town_id = ? AND m.state = 'accepted' LIMIT 1"
    await server.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO suggestion (id, town_id, suggestion_no, subject, facts, proposal,
           text_version, lead_deputy_id, public_item, current_round, created_at, accepted_at)
         SELECT ?, s.town_id, NULL, s.subject, s.facts, s.proposal, s.text_version, s.lead_deputy_id,
           s.public_item, 0, s.created_at, s.accepted_at ${like}`,
        [id, town.id],
      )
      await tx.query(
        `INSERT INTO matter (id, kind, town_id, state, version, state_since, title, found_by)
         SELECT ?, m.kind, m.town_id, m.state, m.version, m.state_since, m.title, m.found_by ${like}`,
        [id, town.id],
      )
    })
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await anyone.call(showBoard, { params: { town: town.id }, query: cursor ? { cursor } : {} })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect([seen.length, new Set(seen).size]).toEqual([publicStates.length + 35, publicStates.length + 35])
})

test('no public answer holds anything personal', async () => {
  const [item] = (await anyone.call(showBoard, { params: { town: town.id } })).items
  const paths = [
    '/towns',
    `/towns/${town.id}`,
    `/towns/${town.id}/board`,
    `/towns/${town.id}/board/${item?.id}`,
    `/towns/${town.id}/stations/${town.station}`,
    `/towns/${town.id}/deputies`,
    '/health',
  ]
  const texts = await Promise.all(paths.map(async (path) => (await raw(path)).text()))
  const personal = [
    '13800000000',
    '吴海涛',
    '赵永强',
    '河堤冲垮了',
    town.villager.openid,
    town.deputy.openid,
    '没修完',
    '牲畜',
  ]
  expect(personal.filter((word) => texts.some((text) => text.includes(word)))).toEqual([])
})

test('a station shows who is on duty and the next reception day', async () => {
  const station = await anyone.call(showStation, { params: { town: town.id, id: town.station } })
  expect(station).toMatchObject({
    onDuty: { name: '王建国', levels: ['township'] },
    nextReceptionDay: { on: '2026-12-08', time: '9:00' },
  })
})

test('everybody sees the reception days ahead, holidays moved, and takes them as a calendar file', async () => {
  await server.database.transaction((tx) =>
    tx.query('UPDATE liaison_station SET reception_days = ?, reception_place = ? WHERE id = ?', [
      '每月5日；逢五十',
      '集市东门',
      town.station,
    ]),
  )
  const params = { town: town.id }
  const { days } = await anyone.call(showReceptionDays, { params, query: { stationId: town.station } })
  expect(days.filter(({ lunar }) => lunar === null).map(({ on, movedFrom }) => [on, movedFrom])).toEqual([
    ['2026-12-07', '2026-12-05'],
    ['2027-01-05', null],
    // 除夕 and the festival after it.
    ['2027-02-09', '2027-02-05'],
  ])
  expect(days.find(({ on }) => on === '2026-12-03')).toEqual({
    ...{ on: '2026-12-03', movedFrom: null, lunar: '农历十月廿五', time: '9:00', word: 'reception' },
    ...{ place: '集市东门', sitters: [], station: { id: town.station, name: '大郭西人大代表活动室' } },
  })
  const file = await send(`${server.url}/api/towns/${town.id}/reception-days.ics`, { method: 'GET' })
  const lines = file.text.split('\r\n')
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(days.length)
  expect(lines).toContain('DTSTART:20261207T010000Z')
  expect(file.text.replace(/\r\n /g, '')).toContain('DESCRIPTION:9:00；原来是 2026-12-05，改到这一天')
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const nowhere = { params, query: { stationId: '0'.repeat(26) } }
  expect((await anyone.call(showReceptionDays, nowhere)).days).toEqual([])
})

test('the home of the town counts what is in hand and what is done', async () => {
  const home = await anyone.call(showTown, { params: { town: town.id } })
  expect(home.figures).toMatchObject({
    deputies: 3,
    stations: 1,
    closed: 2,
    solved: 2,
    confirmed: 2,
    overdue: 0,
  })
})

test('a deadline that has passed counts as overdue on the board and at home, without any job', async () => {
  server.clock.advance({ days: 120 })
  const { items } = await anyone.call(showBoard, { params: { town: town.id }, query: { state: 'handling' } })
  const home = await anyone.call(showTown, { params: { town: town.id } })
  expect([items[0]?.deadline?.standing, home.figures.overdue]).toEqual(['overdue', 6])
})

test('the deputies are told with what the law lets everyone know', async () => {
  const { deputies } = await anyone.call(listDeputies, { params: { town: town.id } })
  expect(deputies.map(({ name }) => name)).toEqual(['王建国', '张春梅', '李志强'])
})
