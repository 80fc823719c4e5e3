import { newId } from '../../server/database/id'
import { Post } from '../../server/database/entities/people/post'
import { hallIn, seatDeputies } from '../support/hall'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'

/** 主席团会议 of seven, and a session of sixty: half of all members, a roll that came to nothing, and a register that changes. */
let server: TestServer
let town: TestTown
let hall: ReturnType<typeof hallIn>
let members: string[]
const when = { day: '2026-12-08', startsAt: '9:00', place: '镇政府小会议室' }
const vote = (agendaItemId: string, yes: number, no: number, abstain: number) => ({
  ...{ agendaItemId, text: '同意。', method: 'showOfHands', yes, no, abstain },
})
const itemOf = async (id: string, no: number) => (await hall.see(id)).agenda[no]?.id ?? ''

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  const seats = await seatDeputies(server, town, 57)
  const others = seats.slice(0, 6)
  await server.database.transaction(async (tx) => {
    for (const personId of others)
      await tx.insert(Post, {
        ...{ id: newId(), townId: town.id, personId, postKind: 'presidiumMember', handlingUnitId: null },
      })
  })
  members = [town.presidium.id, ...others]
  await staySignedIn(server)
  hall = hallIn(server, town)
})
afterAll(() => server.stop())

test('a presidium of seven opens with four; three is not enough, and gets another day with a roll of its own', async () => {
  const id = await hall.plan('presidiumMeeting', '主席团第十次会议')
  await hall.step(id, 'conveneBody', { ...when, agenda: '听取建议办理情况\n研究议程' })
  server.clock.set('2026-12-08T01:00:00Z')
  await staySignedIn(server)
  expect(await hall.lineOf(id)).toBe('还没点名 · 成员 7 · 需 4')
  expect((await hall.asked(id, 'recordNoQuorum', {})).code).toBe('is_quorate')
  await hall.mark(id, 'arrived', members.slice(0, 3))
  expect((await hall.asked(id, 'open', {})).message).toContain('还差 1 人，不能开会')
  await hall.step(id, 'recordNoQuorum', { said: '改天再开' })
  const { state, due } = await hall.see(id)
  expect([state, due?.on]).toEqual(['notQuorate', '2026-12-22'])
  expect((await toldTo(server, town.presidium))[0]).toBe(
    '主席团第十次会议应到7人，到会3人，要4人，没有开成，另行通知。',
  )
  await hall.step(id, 'conveneBody', { ...when, day: '2026-12-10', agenda: '听取建议办理情况\n研究议程' })
  expect(await hall.lineOf(id)).toBe('还没点名 · 成员 7 · 需 4')
  await hall.mark(id, 'arrived', members.slice(0, 4))
  expect(await hall.lineOf(id)).toBe('成员 7 · 在场 4 · 需 4 · 刚好够，走 1 人就不够 · 通过要 4 票')
  await hall.step(id, 'open')
  await hall.step(id, 'decideItem', vote(await itemOf(id, 0), 3, 1, 0))
  expect((await hall.see(id)).agenda[0]?.votes[0]?.says).toBe(
    '没有通过：赞成 3 票，要 4 票（全体成员 7 人的过半数）。到会 4 人里有 3 人赞成，还差 1 票。',
  )
  await hall.step(id, 'endItem', { agendaItemId: await itemOf(id, 1), outcome: 'putOff' })
  await hall.mark(id, 'absent', members.slice(4))
  await hall.step(id, 'end')
  await hall.step(id, 'draftMinutes')
})

test('what was put off stands first on the next agenda, once; its minutes are approved there', async () => {
  const id = await hall.plan('presidiumMeeting', '主席团第十一次会议')
  await hall.step(id, 'conveneBody', { ...when, day: '2026-12-20', agenda: '听取预算执行情况' })
  const { agenda, lastMinutes } = await hall.see(id)
  expect(agenda.map(({ title }) => title)).toEqual(['研究议程', '听取预算执行情况'])
  expect(lastMinutes.map(({ title }) => title)).toEqual(['主席团第十次会议'])
  const after = await hall.plan('presidiumMeeting', '主席团第十二次会议')
  await hall.step(after, 'conveneBody', { ...when, day: '2026-12-21', agenda: '其他' })
  expect((await hall.see(after)).agenda.map(({ title }) => title)).toEqual(['其他'])
})

test('a leave that was granted is a state on the roll; whoever comes all the same was there', async () => {
  const id = await hall.plan('presidiumMeeting', '主席团临时会议')
  await hall.step(id, 'conveneBody', { ...when, day: '2026-12-20', agenda: '临时' })
  const [ill = '', busy = '', ...rest] = members
  for (const expectedId of [ill, busy])
    await hall.step(id, 'sayForThem', { expectedId, attends: 'leave', reason: '住院' })
  expect(
    (await hall.roll(id)).persons
      .filter(({ onLeave }) => onLeave)
      .map((one) => one.id)
      .sort(),
  ).toEqual([ill, busy].sort())
  await hall.mark(id, 'arrived', [...rest, busy])
  await hall.step(id, 'open')
  await hall.step(id, 'endItem', { agendaItemId: await itemOf(id, 0), outcome: 'noted' })
  await hall.step(id, 'end')
  const of = new Map((await hall.see(id)).members.map((one) => [one.id, one.attendance]))
  expect([of.get(ill), of.get(busy)]).toEqual(['leave', 'present'])
})

test('a session counts from all in office: a suspended one is not called, one who leaves office lowers what is needed', async () => {
  const seats = (
    await server.database.reader.query<{ id: string }[]>(
      "SELECT person_id AS id FROM mandate WHERE town_id = ? AND congress_level = 'township' ORDER BY place, id",
      [town.id],
    )
  ).map((one) => one.id)
  const [suspended = '', gone = '', ...others] = seats
  await server.database.transaction((tx) =>
    tx.query("UPDATE mandate SET suspended_on = '2026-12-01' WHERE person_id = ?", [suspended]),
  )
  const id = await hall.plan('congressSession', '第19届第4次会议')
  await hall.step(id, 'conveneBody', { ...when, day: '2026-12-21', agenda: '甲\n乙' })
  expect(await hall.lineOf(id)).toBe('还没点名 · 实有 60（暂停 1）· 应到 59 · 需 40')
  const { refused } = await hall.mark(id, 'arrived', [suspended])
  expect(refused.map(({ why }) => why)).toEqual(['已暂停执行代表职务，不计入到会'])
  await hall.mark(id, 'arrived', others.slice(0, 41))
  expect(await hall.lineOf(id)).toBe('实有 60（暂停 1）· 应到 59 · 在场 41 · 需 40 · 够')
  await hall.step(id, 'open')
  await hall.step(id, 'decideItem', vote(await itemOf(id, 0), 30, 5, 6))
  await server.database.transaction((tx) =>
    tx.query("UPDATE mandate SET ended_on = '2026-12-08' WHERE person_id = ?", [gone]),
  )
  await hall.mark(id, 'left', others.slice(0, 1))
  await hall.step(id, 'decideItem', vote(await itemOf(id, 1), 30, 5, 5))
  const { agenda } = await hall.see(id)
  expect(agenda.map(({ votes }) => votes[0]?.says)).toEqual([
    '没有通过：赞成 30 票，要 31 票（全体代表 60 人的过半数）。到会 41 人里有 30 人赞成，还差 1 票。',
    '通过：赞成 30 票，要 30 票（全体代表 59 人的过半数）。',
  ])
})
