import { listDoors } from '../../shared/api/doors'
import { noteEndSeen } from '../../shared/matters/opinion/endpoints'
import { showFirstSteps } from '../../shared/api/first-steps'
import { readAllInbox, readInbox, showInbox, unreadInbox } from '../../shared/api/inbox'
import { makeCode } from '../../shared/api/qr-codes'
import { listMyTowns } from '../../shared/api/towns'
import { dropView, listViews, saveView } from '../../shared/api/views'
import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import type { Door } from '../../shared/door'
import { doors } from '../../shared/doors'
import { mayDo, type Role, roles } from '../../shared/permissions'
import { bring } from '../support/bring'
import { everyone } from '../support/everyone'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { addStaff, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
let people: Record<Role, TestPerson>
beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  people = await everyone(server, town)
})
afterAll(() => server.stop())

const { received, shown } = opinionsOf(() => ({ server, town }))
const doorsOf = async (person: TestPerson) =>
  (await person.client.call(listDoors, { params: { town: town.id } })).doors
const waitingAt = async (person: TestPerson, name: string) =>
  (await doorsOf(person)).find((door) => door.name === name)?.waiting

const lets = ({ to }: Door, role: Role) =>
  to === 'everyone' || (typeof to === 'string' ? mayDo(to, [role]) : to.includes(role))

test('to each role stand open the doors that name it, and no other', async () => {
  for (const role of Object.keys(roles) as Role[]) {
    const open = (await doorsOf(people[role])).map(({ name }) => name)
    const named = doors.filter((door) => lets(door, role)).map(({ name }) => name)
    expect([role, [...open].sort()]).toEqual([role, named.sort()])
  }
})

test.each([
  ['建议类别', ['congressOffice', 'presidiumMember']],
  ['人代会会议', ['congressOffice', 'presidiumMember']],
  ['上级代表建议', ['deputy', 'higherDeputy', 'congressOffice', 'presidiumMember']],
  ['代表职务', ['congressOffice', 'presidiumMember']],
  ['任职', ['congressOffice', 'presidiumMember']],
])('%s is open to %s', async (word, wanted) => {
  const open: Role[] = []
  for (const role of Object.keys(roles) as Role[])
    if ((await doorsOf(people[role])).some((door) => door.word === word)) open.push(role)
  expect(open).toEqual(wanted)
})

test('on a home stands the daily work of the role', async () => {
  const daily = async (role: Role) =>
    (await doorsOf(people[role])).flatMap((door) => (door.daily ? [door.word] : []))
  expect(await daily('resident')).toEqual([])
  expect(await daily('deputy')).toEqual(['代表工作', '小组评议'])
  expect(await daily('higherDeputy')).toEqual(['群众留言和上级建议'])
  expect(await daily('formerDeputy')).toEqual(['我提过的建议'])
  expect(await daily('congressOffice')).toEqual(['审查与督办', '待复核的公开内容'])
  expect(await daily('presidiumMember')).toEqual(['主席团督办', '重点建议', '数据与报表', '待复核的公开内容'])
  expect(await daily('leadingOfficial')).toEqual(['重点建议'])
  // Nobody waits for who leads: their door opens on what others have in hand.
  const ofLeaders = (await doorsOf(people.leadingOfficial)).find(({ word }) => word === '领办和调度')
  expect(ofLeaders?.page).toBe('desk/list?lane=others')
  expect(await daily('partyCommittee')).toEqual(['重点建议'])
  expect(await daily('unitStaff')).toEqual(['单位办理', '进展汇报'])
  expect(await daily('countyStaff')).toEqual(['各镇数据'])
})

test('behind a door waits what it is my turn to do, and nothing once it is done', async () => {
  expect([await waitingAt(town.deputy, 'deputyWork'), await waitingAt(town.deputy, 'home')]).toEqual([
    0,
    null,
  ])
  const id = await received()
  expect(await waitingAt(town.deputy, 'deputyWork')).toBe(1)
  expect(await waitingAt(town.otherDeputy, 'deputyWork')).toBe(0)
  await shown(town.deputy, id, 'close', { explanation: '灯修好了。' })
  // Whoever wrote has not opened it yet: until they have, the deputy owes it to them to tell them.
  expect(await waitingAt(town.deputy, 'deputyWork')).toBe(1)
  await town.villager.client.call(noteEndSeen, { params: { town: town.id, id }, input: {} })
  expect(await waitingAt(town.deputy, 'deputyWork')).toBe(0)

  await bring(server, town, 'submitted')
  expect([
    await waitingAt(town.office, 'officeWork'),
    await waitingAt(town.presidium, 'presidiumWork'),
    await waitingAt(town.unit, 'unitWork'),
  ]).toEqual([1, 0, 0])
})

test('behind the inbox wait the messages that were not read', async () => {
  await received()
  const params = { town: town.id }
  const { items } = await town.deputy.client.call(showInbox, { params })
  expect(await waitingAt(town.deputy, 'inbox')).toBe(items.length)
  expect(items.length).toBeGreaterThan(0)
  await town.deputy.client.call(readInbox, { params, input: { ids: items.map(({ id }) => id) } })
  expect(await waitingAt(town.deputy, 'inbox')).toBe(0)
})

test('all messages are read at once, and those alone are not read after all', async () => {
  const params = { town: town.id }
  const { client } = town.deputy
  await received()
  const [first] = (await client.call(showInbox, { params })).items
  await client.call(readInbox, { params, input: { ids: [first?.id ?? ''] } })
  await received()
  const waiting = await waitingAt(town.deputy, 'inbox')
  expect(waiting).toBeGreaterThan(0)
  server.clock.advance({ minutes: 1 })
  const { at } = await client.call(readAllInbox, { params, input: {} })
  expect(await waitingAt(town.deputy, 'inbox')).toBe(0)
  // Whoever else was told something is told it still.
  await town.office.client.call(unreadInbox, { params, input: { at } })
  expect(await waitingAt(town.deputy, 'inbox')).toBe(0)
  await client.call(unreadInbox, { params, input: { at } })
  expect(await waitingAt(town.deputy, 'inbox')).toBe(waiting)
})

test('a message names the matter that it is about, to whom it is one of theirs', async () => {
  const id = await received()
  const params = { town: town.id }
  const [told] = (await town.deputy.client.call(showInbox, { params })).items
  expect(told).toMatchObject({ title: '路灯不亮', reminder: null })
  await server.database.transaction((tx) =>
    tx.query('DELETE FROM matter_holder WHERE matter_id = ? AND holder = ?', [
      id,
      `person:${town.deputy.id}`,
    ]),
  )
  const [left] = (await town.deputy.client.call(showInbox, { params })).items
  expect(left).toMatchObject({ id: told?.id, title: null })
})

test('whoever works in two towns is told what waits in each, and nothing of a town where they only wrote to a deputy', async () => {
  const elsewhere = await buildTown(server, '云岭坝镇')
  await server.database.transaction((tx) =>
    tx.query('UPDATE person SET account_id = (SELECT account_id FROM person WHERE id = ?) WHERE id = ?', [
      town.unit.id,
      elsewhere.office.id,
    ]),
  )
  await bring(server, elsewhere, 'submitted')
  const { towns } = await town.unit.client.call(listMyTowns, {})
  expect(towns).toEqual([
    { id: elsewhere.id, name: '云岭坝镇', waiting: 1, unread: 1 },
    { id: town.id, name: '禾丰坝镇', waiting: 0, unread: 0 },
  ])
  expect((await town.villager.client.call(listMyTowns, {})).towns).toEqual([])
})

test('a door more is a line more: the server opens it, and phone and desk draw what it says', async () => {
  const list = doors as Door[]
  list.push({ name: 'rota', word: '值班表', group: 'work', to: ['unitStaff'], page: 'office/rota' })
  try {
    expect((await doorsOf(town.unit)).find(({ name }) => name === 'rota')).toEqual({
      name: 'rota',
      word: '值班表',
      note: null,
      group: 'work',
      page: 'office/rota',
      tab: false,
      daily: false,
      waiting: null,
    })
    expect((await doorsOf(town.office)).map(({ name }) => name)).not.toContain('rota')
  } finally {
    list.pop()
  }
})

describe('what a new town has to do', () => {
  test('is read off what is there, told to the office alone, and over with the first message', async () => {
    const fresh = await buildTown(server, '清溪坪镇')
    const params = { town: fresh.id }
    const left = async () => {
      const { steps } = await fresh.office.client.call(showFirstSteps, { params })
      return steps.filter(({ isDone }) => !isDone).map(({ name, says }) => `${name} ${says}`)
    }
    expect(await left()).toEqual(expect.arrayContaining(['codes 0 张', 'colleague 1 位']))
    await fresh.office.client.call(makeCode, { params, input: { kind: 'station', id: fresh.station } })
    await addStaff(server, fresh.id, { name: '何文静', kind: 'congressOffice', bound: false })
    expect(await left()).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(codes|colleague|roster)/)]),
    )
    expect((await fresh.deputy.client.refused(showFirstSteps, { params })).code).toBe('not_allowed')
    await fresh.villager.client.call(writeOpinion, {
      params,
      input: { deputyId: fresh.deputy.id, kind: 'report', text: '路灯坏了。' },
    })
    expect(await left()).toEqual([])
  })
})

test('what somebody narrows a list to is kept for them alone, under its name, on every device; twenty at most', async () => {
  const params = { town: town.id }
  const { client } = people.deputy
  const save = (name: string, query = 'lane=mine&overdue=yes') =>
    client.call(saveView, { params, input: { name, query } })
  const views = async (of = client) => (await of.call(listViews, { params })).views
  await save('逾期的')
  await save('别人办的', 'lane=others')
  server.clock.advance({ seconds: 1 })
  await save('逾期的', 'lane=mine&kind=suggestion&overdue=yes')
  expect(await views()).toEqual([
    { name: '别人办的', query: 'lane=others' },
    { name: '逾期的', query: 'lane=mine&kind=suggestion&overdue=yes' },
  ])
  const again = await signedIn(server, people.deputy.id, people.deputy.openid)
  expect([await views(again.client), await views(people.congressOffice.client)]).toEqual([await views(), []])
  // Words that somebody looked for are kept nowhere.
  const words = await client.refused(saveView, { params, input: { name: '找人', query: 'words=王建国' } })
  expect(words.code).toBe('bad_input')
  for (let number = 3; number <= 20; number += 1) await save(`第${number}个`)
  const full = await client.refused(saveView, { params, input: { name: '第21个', query: 'lane=ended' } })
  expect(full.fields?.name).toContain('请先去掉一个不常用的')
  await client.call(dropView, { params, input: { name: '别人办的' } })
  await save('第21个')
  expect((await views()).map(({ name }) => name)).toContain('第21个')
})
