import { showMonth } from '../../../shared/api/figures'
import { showInbox } from '../../../shared/api/inbox'
import { listWork, searchWork } from '../../../shared/api/work'
import { showOpinion } from '../../../shared/matters/opinion/endpoints'
import { findDifferences } from '../../../server/engine/rebuild'
import { opinionsOf } from '../../support/opinions'
import { step } from '../../support/suggestion'
import { startServer, type TestServer } from '../../support/server'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

/** What the clock says of an opinion, and where it stands in the one list of work. */
let server: TestServer
let town: TestTown
const { take, received, write, see } = opinionsOf(() => ({ server, town }))

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(async () => {
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  await server.stop()
})

/** Lets the clock look so many hours later, twice. @returns what this person was told by it */
async function after(hours: number, person: TestPerson) {
  const before = (await toldTo(server, person)).length
  server.clock.advance({ hours })
  for (const _ of [1, 2]) await server.run('clock')
  const told = await toldTo(server, person)
  return told.slice(0, told.length - before)
}
const reply = '请提醒王建国代表。'

test('the deputy is told before and after the day, the office after it, the chair when it stays late: once each', async () => {
  await received()
  // The presidium reads how many residents wait, and nothing of what they said.
  const waiting = async () => {
    const month = await town.presidium.client.call(showMonth, { params: { town: town.id }, query: {} })
    return [month.waiting, month.waitingLate, month.waitingDays]
  }
  expect(await after(17, town.deputy)).toEqual([])
  expect(await waiting()).toEqual([1, 0, 0])
  expect(await after(2, town.deputy)).toEqual(['有群众的留言快到回复时间了，请尽快回复。'])
  const office = (await toldTo(server, town.office)).length
  expect(await after(6, town.deputy)).toEqual(['有群众的留言逾期没有回复，请马上回复。'])
  expect((await toldTo(server, town.office)).slice(office)).toEqual([
    `有群众的留言逾期还没有人回复，${reply}`,
  ])
  // What the clock said is told apart from what people did.
  const { items } = await town.deputy.client.call(showInbox, { params: { town: town.id } })
  expect(items.map(({ reminder }) => reminder)).toEqual(['overdue', 'dueSoon', null])
  expect(await after(5 * 24, town.presidium)).toEqual([])
  expect(await waiting()).toEqual([1, 1, 5])
  expect(await after(4 * 24, town.presidium)).toEqual([`有群众的留言逾期还没有人回复，${reply}`])
  expect(await after(7 * 24, town.presidium)).toEqual([`有群众的留言逾期还没有人回复，${reply}`])
})

test('words that the office has to look at are asked for, and reach the chair when nobody does', async () => {
  await received('SIM_RISKY_20001 征地的事。')
  expect(await after(19, town.office)).toEqual(['有群众的留言快到回复时间了，请尽快回复。'])
  expect(await after(6, town.office)).toEqual(['有群众的留言逾期没有回复，请马上回复。'])
  expect(await after(4 * 24, town.presidium)).toEqual(['有群众的留言逾期还没有核实，请提醒镇人大办。'])
})

test('what WeChat never looked at comes to the office', async () => {
  await write(town.villager, '路灯不亮。')
  expect(await after(2, town.office)).toEqual(['有群众的留言逾期还没有核对完，请联系系统管理员。'])
})

test('whoever leads is not left with an answered conversation for ever', async () => {
  const id = await received()
  await take(town.deputy, id, 'answer', { text: '明天就修。' })
  await server.run('checkOpinions')
  const office = (await toldTo(server, town.office)).length
  // Whoever wrote may go on; the deputy has a step again shortly before the conversation has rested for its days.
  const lanes = async () => [
    (await work(town.deputy, 'mine')).length,
    (await work(town.deputy, 'others')).map(({ turnLabel, due }) => [turnLabel, due?.urgency]),
    (await work(town.villager, 'mine')).map(({ stateLabel }) => stateLabel),
  ]
  expect(await lanes()).toEqual([0, [['反映情况的群众', 'inTime']], ['代表已回复']])
  expect(await after(16 * 24, town.villager)).toEqual([])
  expect(await lanes()).toEqual([0, [['反映情况的群众', 'inTime']], ['代表已回复']])
  expect(await after(4 * 24, town.deputy)).toEqual([
    '您回复过的一件群众留言还没有办结，请在12月14日前说明结果，或者写成建议。',
  ])
  expect(await lanes()).toEqual([1, [], []])
  expect(await after(3 * 24, town.deputy)).toEqual([
    '您回复过的一件群众留言逾期没有办结，请今天就说明结果，或者写成建议。',
  ])
  expect((await toldTo(server, town.office)).length).toBe(office)
  expect(await after(9 * 24, town.office)).toEqual([
    '有一件群众留言回复过了，逾期还没有办结，请提醒王建国代表。',
  ])
})

const work = async (person: TestPerson, lane: 'mine' | 'others' | 'ended') =>
  (await person.client.call(listWork, { params: { town: town.id }, query: { lane, kind: 'opinion' } })).items

test('it stands in the one list of work for whoever stands to it, and is found there by its words', async () => {
  const id = await received('大郭西村口的路灯不亮。')
  expect((await work(town.deputy, 'mine')).map((row) => [row.id, row.title, row.next?.step])).toEqual([
    [id, '大郭西村口的路灯不亮', 'answer'],
  ])
  expect((await work(town.office, 'others')).map((row) => [row.id, row.turnLabel])).toEqual([
    [id, '收到留言的代表'],
  ])
  expect((await work(town.villager, 'others')).length).toBe(1)
  expect([await work(town.presidium, 'others'), await work(town.otherDeputy, 'mine')]).toEqual([[], []])
  const find = (person: TestPerson, words: string) =>
    person.client.call(searchWork, { params: { town: town.id }, input: { words } })
  expect((await find(town.deputy, '路灯')).items.map((row) => row.id)).toEqual([id])
  expect((await find(town.otherDeputy, '路灯')).items).toEqual([])
  await take(town.deputy, id, 'close', { explanation: '已经修好。' })
  await server.run('checkOpinions')
  expect((await work(town.deputy, 'ended')).map((row) => row.id)).toEqual([id])
})

test('not yet checked, it is no business of the deputy', async () => {
  const { id } = await write(town.villager, '路灯不亮。')
  expect(await work(town.deputy, 'others')).toEqual([])
  const params = { town: town.id, id }
  expect((await town.deputy.client.refused(showOpinion, { params })).code).toBe('not_found')
  expect((await see(town.office, id)).state).toBe('sent')
})

test('while a suggestion that came of it is handled the deputy waits, and has a step again when it has ended', async () => {
  const id = await received()
  await take(town.deputy, id, 'raise', { summary: '村口的路灯' })
  const { suggestion } = await see(town.deputy, id)
  const others = await work(town.deputy, 'others')
  expect([await work(town.deputy, 'mine'), others.map(({ turnLabel, due }) => [turnLabel, due])]).toEqual([
    [],
    [[null, null]],
  ])
  await step(town, town.deputy, suggestion?.id ?? '', 'withdraw', { reason: '已经修好了。' })
  expect((await work(town.deputy, 'mine')).map((row) => row.next?.step)).toEqual(['closeAfterSuggestion'])
})
