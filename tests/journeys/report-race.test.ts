import { staySignedIn } from '../support/lived'
import { districtOf, reportRoomIn } from '../support/report-room'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

/** Phones that want the same at the same moment: as many slips as heads, and a slip counts once. */
let server: TestServer
let town: TestTown
let room: ReturnType<typeof reportRoomIn>
let id: string
let code: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  const district = await districtOf(server, town, '第一选区', [town.deputy.id])
  await staySignedIn(server)
  room = reportRoomIn(server, town)
  id = await room.plan(district)
  code = await room.open(id, 12, 0)
})
afterAll(() => server.stop())

const together = <T>(count: number, ask: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, () => ask()))

test('two phones want the last slip: one has it, and the other is sent for paper', async () => {
  for (let drawn = 0; drawn < 11; drawn += 1) await room.draw(code)
  const both = await together(2, () => room.draw(code))
  expect(both.map((one) => one.message ?? 'has it').sort()).toEqual([
    ...['has it', '表决票已经发完，请向监票人领纸质票。'],
  ])
  expect(new Set(both.map(({ slip }) => slip)).size).toBe(2)
})

test('a phone that sends its vote many times at once is counted once', async () => {
  await room.step(id, 'voidRating', { reason: '再来一轮' })
  code = await room.rate(id, 10, 0)
  const slips = await together(10, () => room.draw(code))
  expect(new Set(slips.map(({ slip }) => slip)).size).toBe(10)
  const answers = await Promise.all(
    slips.flatMap(({ slip, reports }) =>
      Array.from({ length: 3 }, () => room.cast(code, slip, reports, ['satisfied'])),
    ),
  )
  const first = answers.filter((answer) => 'already' in answer && !answer.already)
  expect([answers.every((answer) => 'done' in answer), first.length]).toEqual([true, 10])
  await room.step(id, 'endRating')
  await room.step(id, 'announce')
  const [report] = (await room.see(id)).reports
  expect(report?.result?.votes).toEqual({ satisfied: 10, basicallySatisfied: 0, notSatisfied: 0 })
})
