import { castBallot, drawSlip } from '../../shared/matters/duty-report-meeting/ballots'
import { staySignedIn } from '../support/lived'
import { districtOf, reportRoomIn } from '../support/report-room'
import { startServer, type TestServer } from '../support/server'
import { addDeputy, buildTown, type TestTown } from '../support/town'

/** Nobody's vote: whatever is kept, said or logged leads from no ballot to a person, a phone, a time or an order. */
let server: TestServer
let town: TestTown
let room: ReturnType<typeof reportRoomIn>
let id: string
let code: string
const lines: string[] = []

type Dump = Record<string, Record<string, unknown>[]>

/** Every row of every table. */
async function dump(): Promise<Dump> {
  const { entityMetadatas } = server.database.source
  const tables: [string, Record<string, unknown>[]][] = []
  for (const { tableName } of entityMetadatas)
    tables.push([tableName, await server.database.reader.query(`SELECT * FROM ${tableName}`)])
  return Object.fromEntries(tables)
}

/** Which columns of which tables are not as they were, with how many rows. */
function changes(before: Dump, after: Dump) {
  return Object.keys(after).flatMap((table) => {
    const [old, fresh] = [before[table] ?? [], after[table] ?? []]
    if (old.length !== fresh.length) return [`${table} ${fresh.length - old.length} more`]
    return fresh.flatMap((row, at) =>
      Object.keys(row).flatMap((column) =>
        JSON.stringify(row[column]) === JSON.stringify(old[at]?.[column]) ? [] : [`${table}.${column}`],
      ),
    )
  })
}

beforeAll(async () => {
  server = await startServer({ heard: (line) => void lines.push(line) })
  town = await buildTown(server)
  const second = await addDeputy(server, town.id, '赵四')
  const district = await districtOf(server, town, '第一选区', [town.deputy.id, second])
  await staySignedIn(server)
  room = reportRoomIn(server, town)
  id = await room.plan(district)
  await room.step(id, 'notice', {
    ...{ heldOn: '2026-12-04', startsAt: '14:30', place: '文化广场', chairId: town.presidium.id },
  })
  server.clock.set('2026-12-04T06:30:00Z')
  await staySignedIn(server)
  await room.begin(id)
  code = await room.rate(id, 12, 0)
})
afterAll(() => server.stop())

const at = () => ({ town: town.id })

test('a slip that is drawn is one row and one number more, though whoever draws it is signed in', async () => {
  const before = await dump()
  const { slip } = await town.villager.client.call(drawSlip, { params: at(), input: { roomCode: code } })
  const after = await dump()
  expect(changes(before, after).sort()).toEqual(['report_rating.drawn', 'report_slip 1 more'])
  const row = after.report_slip?.[0] ?? {}
  expect(Object.keys(row).sort()).toEqual(['digest', 'meeting_id', 'used'])
  expect(JSON.stringify(after)).not.toContain(slip)
})

test('a vote is a mark, a number more and sealed sums of the same length, and a resend is nothing', async () => {
  const { slip, reports } = await town.deputy.client.call(drawSlip, {
    params: at(),
    input: { roomCode: code },
  })
  const ratings = reports.map(({ id: reportId }) => ({ reportId, rating: 'notSatisfied' as const }))
  const before = await dump()
  const asking = { params: at(), input: { roomCode: code, slip, ratings } }
  expect(await town.deputy.client.call(castBallot, asking)).toEqual({ done: true, already: false })
  const after = await dump()
  expect(changes(before, after).sort()).toEqual([
    'report_rating.sealed_tally',
    'report_rating.used',
    'report_slip.used',
  ])
  const sealed = [before, after].map((one) => String(one.report_rating?.[0]?.sealed_tally).length)
  expect(sealed[0]).toBe(sealed[1])
  for (const votes of ['satisfied', 'notSatisfied'])
    expect(JSON.stringify(after.report_rating)).not.toContain(votes)
  expect(await town.deputy.client.call(castBallot, asking)).toEqual({ done: true, already: true })
  expect(changes(after, await dump())).toEqual([])
  expect((await room.draw(code, slip)).used).toBe(true)
})

test('the tables have no column that could hold whose it is, or when', () => {
  const columns = (table: string) =>
    server.database.source.entityMetadatas
      .find(({ tableName }) => tableName === table)
      ?.columns.map(({ databaseName }) => databaseName)
      .sort()
  expect(columns('report_slip')).toEqual(['digest', 'meeting_id', 'used'])
  expect(columns('report_rating')).toEqual([
    ...['drawn', 'first_count', 'meeting_id', 'phone_slips', 'room_code', 'sealed_tally', 'second_count'],
    ...['town_id', 'used'],
  ])
})

test('a round that is void leaves no vote, and its code and slips are dead', async () => {
  const { slip, reports } = await room.draw(code)
  await room.step(id, 'voidRating', { reason: '停电' })
  const kept = await dump()
  expect([kept.report_slip, kept.report_rating]).toEqual([[], []])
  expect((await room.draw(code)).code).toBe('rating_not_open')
  const old = code
  code = await room.rate(id, 12, 0)
  expect(code).not.toBe(old)
  expect(await room.cast(code, slip, reports, ['satisfied'])).toMatchObject({ code: 'slip_unknown' })
})

test('after the result there are sums and nothing else; log and messages never heard of a vote', async () => {
  const secrets: string[] = []
  for (let voter = 0; voter < 12; voter += 1) {
    const { slip, reports } = await room.draw(code)
    secrets.push(slip)
    await room.cast(code, slip, reports, ['satisfied', voter < 4 ? 'satisfied' : 'notSatisfied'])
  }
  await room.step(id, 'endRating')
  expect((await dump()).report_slip).toEqual([])
  await room.step(id, 'announce')
  const kept = await dump()
  const [left] = kept.report_rating ?? []
  expect([left?.sealed_tally, Number(left?.used), Number(left?.drawn)]).toEqual(['', 0, 0])
  const { reports } = await room.see(id)
  expect(reports.map(({ result }) => result?.says)).toEqual([
    '有效票 12 张：满意 12，基本满意 0，不满意 0。不足 20 张，不算满意率。',
    '有效票 12 张：满意 4，基本满意 0，不满意 8。不足 20 张，不算满意率。',
  ])
  const everything = JSON.stringify(kept)
  for (const secret of secrets) expect(everything).not.toContain(secret)
  // Of a person's requests in that time neither key, nor audit, nor event speaks of a ballot.
  expect(everything).not.toMatch(/ballots|castBallot|drawSlip/)
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.filter((line) => line.includes('ballots'))).toEqual([])
})
