import { overrideRule, showRules } from '../../shared/api/rules'
import { listAuditLog } from '../../shared/api/audit-log'
import { listDoors } from '../../shared/api/doors'
import { showTwoWayContacts } from '../../shared/api/two-way-contacts'
import { contactEntries } from '../../shared/registers/contact-entries'
import { contactLinks } from '../../shared/registers/contact-links'
import { addCounty, countyStaff } from '../support/matrix/people'
import { addGroup } from '../support/group'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { addStaff, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'

/** 双联系 (catalogue 16, 18, 19, 52): who keeps in touch with whom, what they noted, and with whom nobody was. */
let server: TestServer
let town: TestTown
let params: { town: string }
let mayor: TestPerson
let group: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await addGroup(server, town, [town.deputy])
  const [{ id = '' } = {}] = await server.database.reader.query<{ id: string }[]>(
    'SELECT id FROM deputy_group WHERE town_id = ?',
    [town.id],
  )
  group = id
  mayor = await signedIn(
    server,
    await addStaff(server, town.id, { name: '高保山', kind: 'leadingOfficial', bound: false }),
  )
})
afterAll(() => server.stop())

const see = ({ client }: TestPerson) => client.call(showTwoWayContacts, { params })
const { endpoints } = contactLinks
const link = (input: object) => town.office.client.call(endpoints.add, { params, input: input as never })
const wrongIn = async (input: object) =>
  (await town.office.client.refused(endpoints.add, { params, input: input as never })).fields
const note = ({ client }: TestPerson, more: object) =>
  client.call(contactEntries.endpoints.add, {
    params,
    input: { contactedOn: '2026-11-20', contactWay: 'visit', ...more },
  })
const entriesOf = async ({ client }: TestPerson) =>
  (await client.call(contactEntries.endpoints.list, { params, query: {} })).items

test('the office writes down who keeps in touch with whom; too few are warned about and stand all the same', async () => {
  const presidium = { contactKind: 'presidium', personId: town.presidium.id }
  const member = await link({ ...presidium, deputyIds: [town.deputy.id] })
  expect(member.warning).toBe(
    '主席团成员每人联系一个代表小组和 3 至 10 名镇代表，还没有选代表小组，现在联系 1 名代表，请核对。',
  )
  const form = {
    contactKind: 'presidium' as const,
    ...{ personId: town.presidium.id, deputyGroupId: group },
    deputyIds: [town.deputy.id, town.coSigner.id, town.otherDeputy.id],
  }
  const { warning, title } = await town.office.client.call(endpoints.change, {
    params: { ...params, id: member.id },
    input: { version: 0, form },
  })
  expect([title, warning]).toEqual(['周明德 主席团成员', null])

  const government = { contactKind: 'government', personId: mayor.id, deputyIds: [town.deputy.id] }
  const one = await link(government)
  expect(one.warning).toBe('政府成员每人联系 2 名以上的代表，现在是 1 名，请再选。')
  expect((await link({ contactKind: 'county', countyLeader: '何志远' })).title).toBe('何志远 县领导')

  expect(await wrongIn(form)).toEqual({ personId: '这位已经有联系安排，请直接改那一条。' })
  expect(await wrongIn({ contactKind: 'presidium', personId: mayor.id })).toEqual({
    personId: '这位现在不是主席团成员，请重新选择，或者改“哪一类”。',
  })
  expect(await wrongIn({ contactKind: 'county' })).toEqual({ countyLeader: '请填写县领导姓名。' })
  const outsider = { contactKind: 'county', countyLeader: '沈国强', deputyIds: [town.unit.id] }
  expect(await wrongIn(outsider)).toEqual({ deputyIds: '这位不是现任镇人大代表，请重新选择。' })
  const list = { params, query: {} }
  expect((await town.presidium.client.call(endpoints.list, list)).items).toHaveLength(3)
  for (const { client } of [mayor, town.unit, town.deputy, town.villager])
    expect((await client.refused(endpoints.list, list)).code).toBe('not_allowed')
})

test('how many is a rule of the town, and the warning goes by it', async () => {
  const seen = async () =>
    (await town.presidium.client.call(endpoints.list, { params, query: {} })).items.map(
      ({ warning }) => warning,
    )
  expect(await seen()).toEqual([null, '政府成员每人联系 2 名以上的代表，现在是 1 名，请再选。', null])
  const set = async (field: 'governmentFewest' | 'presidiumFewest' | 'presidiumGroup', value: string) => {
    const { version } = await town.office.client.call(showRules, { params })
    const input = { version, field, value, reason: '镇人代会定的。' }
    await town.office.client.call(overrideRule, { params, input })
  }
  await set('governmentFewest', '1')
  await set('presidiumGroup', 'false')
  await set('presidiumFewest', '5')
  expect(await seen()).toEqual([
    '主席团成员每人联系 5 至 10 名镇代表，现在联系 3 名代表，请核对。',
    ...[null, null],
  ])
  await set('presidiumFewest', '0')
  expect(await seen()).toEqual([null, null, null])
})

test('a contact is noted by whoever made it or typed for them; nobody else reads it, and a difficulty stays open until it is solved', async () => {
  const before = await see(town.presidium)
  expect([before.since, before.open?.groups]).toEqual(['2026-10-01', ['第一代表小组']])
  expect(before.open?.deputies.slice(0, 3)).toEqual(['王建国', '张春梅', '李志强'])
  expect(before.mine.map(({ done }) => done)).toEqual([false, false, false, false])

  const difficulty = '路远，开会没有车坐'
  const own = await note(town.presidium, { deputyIds: [town.deputy.id], deputyGroupId: group, difficulty })
  expect(own.values.personId).toBe(town.presidium.id)
  expect(contactEntries.mark?.(own.values as never, '2026-11-23')).toEqual({
    tone: 'flow',
    word: '困难还没解决',
  })
  const typed = await note(town.office, {
    personId: mayor.id,
    contactWay: 'phone',
    deputyIds: [town.coSigner.id],
  })
  expect((await entriesOf(mayor)).map(({ id }) => id)).toEqual([typed.id])
  expect((await entriesOf(town.presidium)).map(({ id }) => id)).toEqual([own.id])
  expect(await entriesOf(town.unit)).toEqual([])
  const one = { params: { ...params, id: own.id } }
  expect((await mayor.client.refused(contactEntries.endpoints.show, one)).code).toBe('not_found')
  for (const { client } of [town.deputy, town.villager])
    expect((await client.refused(contactEntries.endpoints.list, { params, query: {} })).code).toBe(
      'not_allowed',
    )
  expect(JSON.stringify(await town.presidium.client.call(listAuditLog, { params, query: {} }))).not.toContain(
    '路远',
  )

  const open = { params, query: { narrow: 'open' as const } }
  expect((await town.office.client.call(contactEntries.endpoints.list, open)).items).toHaveLength(1)
  const { personId: _, ...form } = own.values as Record<string, unknown>
  await town.presidium.client.call(contactEntries.endpoints.change, {
    ...one,
    input: { version: 0, form: { ...form, result: '镇里派车接送' } as never },
  })
  expect((await town.office.client.call(contactEntries.endpoints.list, open)).items).toEqual([])
})

test('with whom nobody was this quarter is read by presidium and office as plain names, and one’s own by oneself', async () => {
  const names = (who: TestPerson) => see(who).then(({ open }) => open)
  expect(await names(town.presidium)).toEqual({ groups: [], deputies: ['李志强', '郑开明'] })
  expect(await names(town.office)).toEqual(await names(town.presidium))
  expect((await see(town.presidium)).mine).toEqual([
    { name: '第一代表小组', done: true },
    { name: '王建国', done: true },
    // Another was in touch with her: she is not on the list of all, and still on his.
    { name: '张春梅', done: false },
    { name: '李志强', done: false },
  ])
  expect(await see(mayor)).toMatchObject({ mine: [{ name: '王建国', done: false }], open: null })
  expect(await see(town.unit)).toMatchObject({ mine: [], open: null })
  const county = await countyStaff(server, await addCounty(server, '云岭县'))
  for (const { client } of [county, town.deputy, town.villager])
    expect((await client.refused(showTwoWayContacts, { params })).code).toBe('not_allowed')
  for (const who of [town.presidium, mayor, town.unit, town.office]) {
    const { doors } = await who.client.call(listDoors, { params })
    expect(doors.filter(({ page }) => page === 'duty/contacts')).toHaveLength(1)
  }
})

test('what a leader of the county did is written down by the office, and read by nobody else', async () => {
  const visit = { countyLeader: '何志远', deputyIds: [town.otherDeputy.id], difficulty: '没有补贴' }
  const { id, words } = await note(town.office, visit)
  expect(words.countyLeader).toBe('何志远')
  for (const who of [town.presidium, mayor, town.unit])
    expect((await entriesOf(who)).map((row) => row.id)).not.toContain(id)
  const one = { params: { ...params, id } }
  expect((await town.presidium.client.refused(contactEntries.endpoints.show, one)).code).toBe('not_found')
  const cheat = { contactedOn: '2026-11-20', contactWay: 'talk' as const, ...visit }
  const refused = await town.presidium.client.refused(contactEntries.endpoints.add, { params, input: cheat })
  expect(refused.fields).toHaveProperty('countyLeader')
  const nobody = { contactedOn: '2026-11-20', contactWay: 'talk' as const }
  expect(
    (await town.office.client.refused(contactEntries.endpoints.add, { params, input: nobody })).fields,
  ).toEqual({ personId: '请选择是谁的。' })
  expect((await see(town.presidium)).open?.deputies).toEqual(['郑开明'])
})

test('in the last month of a quarter whoever was not with all of them is reminded, once, and nobody else', async () => {
  const reminded = async (person: TestPerson) =>
    (await toldTo(server, person)).filter((text) => text.includes('季度还剩一个月'))
  await server.run('askForContacts')
  expect(await reminded(town.presidium)).toEqual([])
  server.clock.set('2026-12-01T01:00:00Z')
  for (const _ of [1, 2]) await server.run('askForContacts')
  const text =
    '2026年第四季度还剩一个月：安排您联系的小组和代表，还有没联系过的，打开看看是谁；联系过了的，记一笔就行。'
  expect(await reminded(town.presidium)).toEqual([text])
  expect(await reminded(mayor)).toEqual([text])
  for (const person of [town.unit, town.deputy, town.office]) expect(await reminded(person)).toEqual([])
  server.clock.set('2026-11-23T01:00:00Z')
})

test('a mistake does not count, and a new quarter begins with everybody', async () => {
  const [first] = await entriesOf(mayor)
  await mayor.client.call(contactEntries.endpoints.end, {
    params: { ...params, id: first?.id ?? '' },
    input: { version: 0, form: { endedOn: '2026-11-21', endedWhy: '记成别人了' } },
  })
  expect((await see(town.office)).open?.deputies).toEqual(['张春梅', '郑开明'])
  server.clock.set('2027-01-04T01:00:00Z')
  const office = await signedIn(server, town.office.id, town.office.openid)
  const { since, open } = await see(office)
  expect([since, open?.groups, open?.deputies.length]).toEqual(['2027-01-01', ['第一代表小组'], 4])
})
