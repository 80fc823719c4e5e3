import { overrideRule, showRules } from '../../shared/api/rules'
import { makeCode } from '../../shared/api/qr-codes'
import { showBoard } from '../../shared/api/board'
import { connect } from '../../server/database/connect'
import { publicByStep, publicTables } from '../../server/database/public-tables'
import { readVersion } from '../../server/database/public-version'
import { contract } from '../../server/http/contract'
import { Area } from '../../server/database/entities/people/area'
import { CongressRule } from '../../server/database/entities/people/congress-rule'
import { LiaisonStation } from '../../server/database/entities/people/liaison-station'
import { Person } from '../../server/database/entities/people/person'
import { Town } from '../../server/database/entities/people/town'
import type { InputOf } from '../../shared/grammar/endpoint'
import { calendarEntries } from '../../shared/registers/calendar-entries'
import { congressRules } from '../../shared/registers/congress-rules'
import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { bring } from '../support/bring'
import { Award } from '../../server/database/entities/matters/award'
import { DutyReportMeeting } from '../../server/database/entities/matters/duty-report-meeting'
import { newAward } from '../support/matrix/stories/award'
import { newReportMeeting } from '../support/matrix/stories/report-meeting'
import { newArea } from '../support/matrix/new-area'
import { startServer, type TestServer } from '../support/server'
import { statementsOf } from '../support/statements'
import { forms, step } from '../support/suggestion'
import { buildTown, type TestTown } from '../support/town'

/** Pages that everyone may read: made once, right at once after whatever changes them, and never of one person. */
let server: TestServer
/** On the same database, with connections, a memory and a clock of its own. */
let other: TestServer
let town: TestTown
let item: string
let scene: string
let rule: string
let area: string
let reportMeeting: string
let award: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  item = await bring(server, town, 'handling')
  const params = { town: town.id }
  const target = { kind: 'station', id: town.station }
  const kept = { name: '代表接访制度', subject: 'stations', text: '每月五日接访。' }
  rule = (await town.office.client.call(congressRules.endpoints.add, { params, input: kept })).id
  area = await newArea(town)
  reportMeeting = (await newReportMeeting(server, town, { state: 'noticed' })).id
  award = (await newAward(server, town, { state: 'onNotice' })).id
  scene = (await town.office.client.call(makeCode, { params, input: target })).scene
  const { databaseUrl: url } = server
  const database = await connect(url)
  other = await startServer({ place: { database, url, drop: () => database.close() } })
  other.clock.set(server.clock.now().toISOString())
})
afterAll(async () => {
  await other.stop()
  await server.stop()
})

/** By the name of the endpoint: where it stands, and what somebody does that changes it. */
const pages = (): Record<string, readonly [where: string, change: () => Promise<unknown>]> => ({
  listTowns: ['/towns', () => rename(Town, town.id, '新禾镇')],
  showTown: [`/towns/${town.id}`, () => bring(server, town, 'assigned')],
  showBoard: [`/towns/${town.id}/board`, () => bring(server, town, 'accepted')],
  showBoardItem: [
    `/towns/${town.id}/board/${item}`,
    () => step(town, town.unit, item, 'reply', forms(town).reply),
  ],
  showBulletin: [`/towns/${town.id}/bulletin?half=2026-2`, () => bring(server, town, 'accepted')],
  listBulletin: [`/towns/${town.id}/bulletin/items?half=2026-2`, () => bring(server, town, 'accepted')],
  showPublicReport: [`/towns/${town.id}/annual-report?year=2026`, () => bring(server, town, 'accepted')],
  listPromises: [`/towns/${town.id}/promises`, () => bring(server, town, 'tracking')],
  showStation: [`/towns/${town.id}/stations/${town.station}`, () => rename(Person, town.deputy.id, '王新国')],
  listDeputies: [`/towns/${town.id}/deputies`, () => rename(Person, town.coSigner.id, '张冬梅')],
  listAreas: [`/towns/${town.id}/area-tree`, () => rename(Area, area, '四组')],
  showGuide: [`/towns/${town.id}/guides?reader=resident`, () => answersWithin('12')],
  showAbout: [`/towns/${town.id}/about`, () => rename(CongressRule, rule, '代表接待制度')],
  showCongressRule: [
    `/towns/${town.id}/congress-rules/${rule}`,
    () => rename(CongressRule, rule, '接待制度'),
  ],
  showReceptionDays: [`/towns/${town.id}/reception-days`, () => receivesOn('每月5日')],
  listPublicReports: [
    `/towns/${town.id}/public-reports`,
    () =>
      server.database.transaction((tx) =>
        tx.update(DutyReportMeeting, { id: reportMeeting }, { place: '村委会' }),
      ),
  ],
  listPublicAwards: [
    `/towns/${town.id}/public-awards`,
    () =>
      server.database.transaction((tx) => tx.update(Award, { id: award }, { deeds: '救了两个落水的孩子。' })),
  ],
  showPublicCalendar: [
    `/towns/${town.id}/public-calendar?month=2026-12`,
    () => writesDown({ title: '春节慰问', day: '2026-12-20', audience: 'everyone' }),
  ],
  resolveScene: [`/scenes/${scene}`, () => rename(Town, town.id, '禾新镇')],
})

const writesDown = (input: InputOf<typeof calendarEntries.endpoints.add>) =>
  town.office.client.call(calendarEntries.endpoints.add, { params: { town: town.id }, input })

async function answersWithin(value: string) {
  const { client } = town.office
  const params = { town: town.id }
  const { version } = await client.call(showRules, { params })
  const input = { version, field: 'answerHours' as const, value, reason: '镇里定的。' }
  await client.call(overrideRule, { params, input })
}

/**
 * Never kept: whether somebody may have it is asked each time; a file to take along; what no step changes; and what nearly
 * every step changes.
 */
const others = [
  'showPublicDuties',
  'showHealth',
  'showPortrait',
  'showPublicPhoto',
  'showSceneImage',
  'showStationPhoto',
  'showPhotoForCheck',
  'takePublicFile',
  'takeReceptionDays',
  'takePublicCalendar',
  'listPersonas',
  'showOpenApi',
]

const receivesOn = (receptionDays: string) =>
  server.database.transaction((tx) => tx.update(LiaisonStation, { id: town.station }, { receptionDays }))

/** Until other servers can know of it. */
async function told(before: number) {
  while ((await readVersion(server.database.reader, town.id)) === before)
    await new Promise((next) => setTimeout(next, 5))
}

const rename = (
  entity: typeof Person | typeof Town | typeof CongressRule | typeof Area,
  id: string,
  name: string,
) => server.database.transaction((tx) => tx.update(entity, { id }, { name }))

const ask = (where: string, headers: Record<string, string> = {}, at = server) =>
  fetch(`${at.url}/api${where}`, { headers })
const read = async (where: string, at = server) => (await ask(where, {}, at)).text()

test('every endpoint that anybody may read is looked at here', () => {
  const open = [...contract].filter(([, { who, method }]) => who === 'anyone' && method === 'GET')
  expect(open.map(([name]) => name).sort()).toEqual([...Object.keys(pages()), ...others].sort())
})

test('each is right at once after a step, and a second later on another server', async () => {
  for (const [name, [where, change]] of Object.entries(pages())) {
    const before = await read(where)
    expect([name, await read(where, other)]).toEqual([name, before])
    const version = await readVersion(server.database.reader, town.id)
    await change()
    const after = await read(where)
    expect([name, after === before]).toEqual([name, false])
    await told(version)
    other.clock.advance({ seconds: 1 })
    expect([name, await read(where, other)]).toEqual([name, after])
  }
})

test('nobody has to ask the database again while nothing has changed', async () => {
  const kept = Object.entries(pages()).filter(([name]) => name !== 'resolveScene')
  for (const [, [where]] of kept) await read(where)
  for (const [name, [where]] of kept)
    expect([name, await statementsOf(() => read(where))]).toEqual([name, []])
})

test('what a resident and a deputy tell each other, and a round of every job, changes no public page', async () => {
  const params = { town: town.id }
  const where = `/towns/${town.id}/board`
  for (const job of ['checkContent', 'checkRegisters', 'checkPhotos', 'clock', 'tidy'] as const)
    await server.run(job)
  await read(where)
  const { id } = await town.villager.client.call(writeOpinion, {
    params,
    input: { deputyId: town.deputy.id, kind: 'report', text: '路灯坏了。', again: true },
  })
  await server.run('checkOpinions')
  const { version } = await town.deputy.client.call(showOpinion, { params: { ...params, id } })
  await town.deputy.client.call(opinionSteps.answer, {
    params: { ...params, id },
    input: { version, form: { text: '已经报修。' } },
  })
  for (const job of ['checkContent', 'checkRegisters', 'checkPhotos', 'clock', 'tidy'] as const)
    await server.run(job)
  expect(await statementsOf(() => read(where))).toEqual([])
})

test('what another server could not tell is noticed within a minute', async () => {
  const where = `/towns/${town.id}/deputies`
  const before = await read(where, other)
  const sql = `UPDATE person SET name = '张秋梅' WHERE id = ?`
  await server.database.source.query(sql, [town.coSigner.id])
  other.clock.advance({ seconds: 61 })
  expect([before.includes('张秋梅'), (await read(where, other)).includes('张秋梅')]).toEqual([false, true])
})

test('a day that has begun changes them without a step', async () => {
  const where = `/towns/${town.id}/board/${await bring(server, town, 'handling')}`
  const before = await read(where)
  server.clock.advance({ days: 120 })
  expect(await read(where)).not.toBe(before)
})

test('whoever has it already is told so, whether the mark is strong or weak or one of several', async () => {
  for (const [name, [where]] of Object.entries(pages())) {
    const { headers } = await ask(where)
    const bare = (headers.get('etag') ?? '').replace(/^W\//, '')
    expect([name, headers.get('cache-control')]).toEqual([name, 'public, no-cache'])
    for (const sent of [bare, `W/${bare}`, `"x", ${bare}`, '*'])
      expect([name, sent, (await ask(where, { 'if-none-match': sent })).status]).toEqual([name, sent, 304])
    expect((await ask(where, { 'if-none-match': '"x"' })).status).toBe(200)
  }
})

test('each is the same text in every packing', async () => {
  for (const [name, [where]] of Object.entries(pages())) {
    const texts = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (one) => (await ask(where, { 'accept-encoding': one })).text()),
    )
    expect([name, new Set(texts).size]).toEqual([name, 1])
  }
})

test('who is signed in is told the same as everybody', async () => {
  for (const [name, [where]] of Object.entries(pages())) {
    const authorization = `Bearer ${town.office.client.token}`
    const own = await ask(where, { authorization })
    expect([name, await own.text()]).toEqual([name, await read(where)])
  }
})

test('they are made of no table that may change without their being made anew', async () => {
  await rename(Town, town.id, '禾丰坝镇')
  const asked = await statementsOf(async () => {
    for (const [, [where]] of Object.entries(pages())) await read(where)
  })
  const tables = asked.flatMap((sql) =>
    [...sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/gi)].map(([, table = '']) => table),
  )
  const known = [...publicTables, ...publicByStep, 'public_version', 'qr_code']
  expect(tables.filter((table) => !known.includes(table))).toEqual([])
  expect([...publicTables].filter((table) => !tables.includes(table))).toEqual([])
})

test('an address with something odd behind it is refused, and not kept', async () => {
  expect((await ask(`/towns/${town.id}/board?x=1`)).status).toBe(400)
  expect((await ask(`/towns/${town.id}/board?state=draft`)).status).toBe(400)
  expect(
    (await town.office.client.call(showBoard, { params: { town: town.id } })).items.length,
  ).toBeGreaterThan(0)
})
