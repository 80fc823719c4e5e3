import { meetingSteps } from '../../shared/matters/meeting/endpoints'
import { hallIn, seatDeputies } from '../support/hall'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

/** 选举结果: 42 deputies vote on paper in the hall; what the tellers counted is written down, and nothing else. */
let server: TestServer
let town: TestTown
let hall: ReturnType<typeof hallIn>
let id: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  const seats = [
    town.deputy.id,
    town.coSigner.id,
    town.otherDeputy.id,
    ...(await seatDeputies(server, town, 39)),
  ]
  await staySignedIn(server)
  hall = hallIn(server, town)
  id = await hall.plan('congressSession', '第19届第3次会议')
  await hall.step(id, 'conveneBody', {
    ...{ day: '2026-12-10', startsAt: '9:00', place: '三楼会议室', agenda: '选举镇长\n选举副镇长' },
  })
  server.clock.set('2026-12-10T01:00:00Z')
  await staySignedIn(server)
  await hall.mark(id, 'arrived', seats)
  await hall.step(id, 'open')
})
afterAll(() => server.stop())

const itemOf = async (no: number) => (await hall.see(id)).agenda[no]
const result = async (no: number, more: object) => ({
  ...{ agendaItemId: (await itemOf(no))?.id, office: '镇长', seats: 1, issued: 42, returned: 42, valid: 41 },
  ...{ candidates: '李志强 22 10 9', ...more },
})
const record = async (no: number, more: object = {}) => hall.step(id, 'countElection', await result(no, more))
const wrong = async (more: object) => (await hall.asked(id, 'countElection', await result(0, more))).fields

test('figures that cannot be right are refused at their field, and nothing is kept of them', async () => {
  expect(await wrong({ issued: 43 })).toEqual({ issued: '发出 43 张，到会只有 42 人，请核对。' })
  expect(await wrong({ valid: 43 })).toEqual({ valid: '有效票 43 张，收回只有 42 张，请核对。' })
  expect(await wrong({ candidates: '李志强 22 10 10' })).toEqual({
    candidates: '李志强的票加起来 42，有效票只有 41 张，请核对。',
  })
  expect(await wrong({ candidates: '李志强' })).toEqual({
    candidates: '第 1 行没有看懂：先写姓名，再写赞成、反对、弃权三个数，中间空一格，例如“李志强 22 10 9”。',
  })
  expect(await wrong({ seats: 0 })).toEqual({ seats: '应选几名至少填 1。' })
  expect((await itemOf(0))?.elections).toEqual([])
})

test('more came back than went out: it holds for nothing, and is voted on again', async () => {
  await record(0, { returned: 43, valid: 42 })
  const { outcome, elections = [] } = (await itemOf(0)) ?? {}
  expect([outcome, elections[0]?.says, elections[0]?.lines.map(({ elected }) => elected)]).toEqual([
    null,
    '收回的票多于发出的票，这次选举无效，要重新投。',
    [false],
  ])
})

test('half of all and one more is elected, and not half of those who came', async () => {
  await record(0, { candidates: '李志强 21 10 10' })
  expect((await itemOf(0))?.elections[1]?.says).toBe(
    '李志强 21 票，没有选出；过半数是 22 票（全体代表 42 人的过半数）。应选 1 名，选出 0 名，不足的名额另行选举。',
  )
  expect((await itemOf(0))?.outcome).toBeNull()
  await record(0, { candidates: '李志强 22 10 7\n孙立 2' })
  const { outcome, elections = [] } = (await itemOf(0)) ?? {}
  expect([outcome, elections[2]?.says]).toEqual([
    'decided',
    '李志强 22 票，当选；孙立 2 票，没有选出；过半数是 22 票（全体代表 42 人的过半数）。',
  ])
})

test('a tie at the last seat is voted on again between those two', async () => {
  const two = { office: '副镇长', seats: 2, candidates: '甲 30 5 6\n乙 25 10 6\n丙 25 10 6' }
  await record(1, two)
  const first = (await itemOf(1))?.elections[0]
  expect(first?.lines.map(({ name, elected }) => [name, elected])).toEqual([
    ['甲', true],
    ['乙', false],
    ['丙', false],
  ])
  expect(first?.says).toContain('乙、丙票数相等，就这两位再投一次。')
  await record(1, { office: '副镇长', seats: 1, candidates: '乙 24 11 6\n丙 17 18 6' })
  expect((await itemOf(1))?.outcome).toBe('decided')
})

test('the minutes read as it was counted; there is no way to take a single vote', async () => {
  await hall.step(id, 'end')
  await hall.step(id, 'draftMinutes', {})
  const minutes = JSON.stringify((await hall.see(id)).minutes)
  for (const words of [
    '选举结果',
    '副镇长，应选 2 名：发出 42 张，收回 42 张，有效 41 张。',
    '甲 30 票，当选；乙 25 票，票数相等；丙 25 票，票数相等',
    '收回的票多于发出的票，这次选举无效，要重新投。',
  ])
    expect(minutes).toContain(words)
  expect(Object.keys(meetingSteps).filter((name) => /vote|ballot|cast/i.test(name))).toEqual([])
  expect((await hall.asked(id, 'countElection', await result(0, {}))).code).toBe('wrong_state')
})
