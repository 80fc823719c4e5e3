import { listAuditLog } from '../../shared/api/audit-log'
import { showContactFigures, showOwnDuties } from '../../shared/api/contacts'
import { overrideRule, showRules } from '../../shared/api/rules'
import { areas } from '../../shared/registers/areas'
import { contactVoters } from '../../shared/registers/contact-voters'
import { goodDeeds } from '../../shared/registers/good-deeds'
import { visits } from '../../shared/registers/visits'
import { newId } from '../../server/database/id'
import { addGroup } from '../support/group'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 走访、联系选民、办实事 (catalogue 17, 25, 26, 38, 41–45, 53): what a deputy notes between sessions, and who reads it. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await addGroup(server, town, [town.deputy])
})
afterAll(() => server.stop())

const visit = { visitedOn: '2026-11-20', visitKind: 'home', villageId: '', persons: '3' }
const noteVisit = ({ client }: TestPerson, more: object = {}) =>
  client.call(visits.endpoints.add, { params, input: { ...visit, villageId: town.village, ...more } })
const listOf = async ({ client }: TestPerson, { endpoints }: typeof visits | typeof goodDeeds) =>
  (await client.call(endpoints.list, { params, query: {} })).items
const duties = async ({ client }: TestPerson) =>
  (await client.call(showOwnDuties, { params })).duties.map(({ word, within, done, wanted }) => [
    within + word,
    done,
    wanted,
  ])

test('a visit is noted in a few fields, read by the deputy and the office alone, and counts towards what is open', async () => {
  expect(await duties(town.deputy)).toEqual([
    ['这个月走访群众', 0, 2],
    ['这个季度走访选民', 0, 1],
    ['今年到选区走访', 0, 1],
    ['今年办实事', 0, 1],
    ['今年调处纠纷', 0, 1],
    ['这一届固定联系选民', 0, 5],
  ])
  const said = '水渠漏水，想早点修'
  const { id, title } = await noteVisit(town.deputy, { households: '2', said })
  expect(title).toBe('入户走访选民 2026-11-20 3 位')
  expect((await duties(town.deputy)).slice(0, 3).map(([, done]) => done)).toEqual([3, 1, 1])
  expect(await duties(town.coSigner)).toContainEqual(['这个月走访群众', 0, 2])

  expect(await listOf(town.coSigner, visits)).toEqual([])
  expect((await listOf(town.office, visits)).map((row) => row.words.said)).toEqual([said])
  const one = { params: { ...params, id } }
  expect((await town.coSigner.client.refused(visits.endpoints.show, one)).code).toBe('not_found')
  const change = { ...one, input: { version: 0, form: { ...visit, villageId: town.village } } }
  expect((await town.coSigner.client.refused(visits.endpoints.change, change)).code).toBe('not_found')
  const ended = { version: 0, form: { endedOn: '2026-11-21', endedWhy: '试试' } }
  expect((await town.coSigner.client.refused(visits.endpoints.end, { ...one, input: ended })).code).toBe(
    'not_found',
  )
  const found = { params, input: { words: '水渠' } }
  expect((await town.coSigner.client.call(visits.endpoints.find, found)).items).toEqual([])
  expect((await town.deputy.client.call(visits.endpoints.find, found)).items).toHaveLength(1)
  for (const { client } of [town.unit, town.presidium, town.villager])
    expect((await client.refused(visits.endpoints.list, { params, query: {} })).code).toBe('not_allowed')
  const log = await town.presidium.client.call(listAuditLog, { params, query: {} })
  expect(JSON.stringify(log)).not.toContain('水渠')
})

test('what is said to be somebody else’s is one’s own all the same; the office says whose, for who has no phone', async () => {
  const { values } = await noteVisit(town.coSigner, { deputyId: town.deputy.id, visitKind: 'care' })
  expect(values.deputyId).toBe(town.coSigner.id)
  const unsaid = { params, input: { ...visit, villageId: town.village } }
  expect((await town.office.client.refused(visits.endpoints.add, unsaid)).fields).toEqual({
    deputyId: '请选择是谁的。',
  })
  const typed = await noteVisit(town.office, { deputyId: town.otherDeputy.id, visitKind: 'community' })
  expect((await listOf(town.otherDeputy, visits)).map(({ id }) => id)).toEqual([typed.id])
})

test('the town sets what it asks, and what it does not ask is not shown', async () => {
  const { version } = await town.office.client.call(showRules, { params })
  await town.office.client.call(overrideRule, {
    params,
    input: { version, field: 'visitPersonsMonthly', value: '0', reason: '镇里另有安排。' },
  })
  expect((await duties(town.deputy)).map(([word]) => word)).not.toContain('这个月走访群众')
})

test('contact voters are of one’s own district, and nobody else reads their names; the report says how many have enough', async () => {
  const { endpoints } = contactVoters
  const district = newId()
  const elsewhere = newId()
  await server.database.transaction(async (tx) => {
    await tx.query('INSERT INTO village (id, town_id, name, position) VALUES (?, ?, ?, 9)', [
      ...[elsewhere, town.id, '石桥村'],
    ])
    await tx.query(
      "INSERT INTO electoral_district (id, town_id, congress_level, name, seats, position) VALUES (?, ?, 'township', '第一选区', 2, 1)",
      [district, town.id],
    )
    await tx.query(
      'INSERT INTO electoral_district_village (electoral_district_id, village_id, position) VALUES (?, ?, 0)',
      [district, town.village],
    )
    await tx.query('UPDATE mandate SET electoral_district_id = ? WHERE person_id = ?', [
      ...[district, town.deputy.id],
    ])
  })
  const voter = (name: string, villageId = town.village) =>
    town.deputy.client.ask(endpoints.add, { params, input: { name, phone: '13800000000', villageId } })
  expect(await voter('吴海涛', elsewhere)).toMatchObject({
    fields: { villageId: '这个村不在代表的选区里。固定联系的要是本选区的选民，请重新选择。' },
  })
  for (const name of ['吴海涛', '郑秀英', '孙大山', '钱水根', '李有田'])
    expect((await voter(name)).status).toBe(200)
  expect((await town.coSigner.client.call(endpoints.list, { params, query: {} })).items).toEqual([])
  const figures = await town.presidium.client.call(showContactFigures, { params, query: {} })
  expect(figures.groups.map(({ deputies, withVoters }) => [deputies, withVoters])).toContainEqual([2, 1])
  expect(JSON.stringify(figures)).not.toMatch(/吴海涛|王建国|1380/)
})

test('a good deed counts once the office has looked; quarrels and helped households stay between deputy and office', async () => {
  const { endpoints } = goodDeeds
  const deed = { deedKind: 'deed', title: '帮三组接通自来水', doneOn: '2026-11-21', persons: '60' }
  const own = await town.deputy.client.call(endpoints.add, { params, input: deed })
  expect(own.words.confirmation).toBe('等镇人大办核实')
  expect(own.values).not.toHaveProperty('confirmed')
  const cheat = { params, input: { ...deed, title: '修路', confirmed: true } }
  expect((await town.deputy.client.refused(endpoints.add, cheat)).fields).toHaveProperty('confirmed')
  const quarrel = { deedKind: 'mediation', title: '地界', disputeKind: 'land', sides: '甲、乙' }
  await town.deputy.client.call(endpoints.add, { params, input: { ...deed, ...quarrel } })
  expect(await listOf(town.otherDeputy, goodDeeds)).toEqual([])
  // What the town asks each year, for the deputy alone.
  expect(await duties(town.deputy)).toEqual(
    expect.arrayContaining([
      ['今年办实事', 1, 1],
      ['今年调处纠纷', 1, 1],
    ]),
  )
  expect(await duties(town.coSigner)).toContainEqual(['今年调处纠纷', 0, 1])

  const figures = async () => {
    const { total, unconfirmed } = await town.office.client.call(showContactFigures, { params, query: {} })
    return [total.deeds, unconfirmed]
  }
  expect(await figures()).toEqual([0, 1])
  const unconfirmed = { params, query: { narrow: 'unconfirmed' } }
  const { items } = await town.office.client.call(endpoints.list, unconfirmed)
  expect(items.map(({ id }) => id)).toContain(own.id)
  const { values, version } = await town.office.client.call(endpoints.show, {
    params: { ...params, id: own.id },
  })
  const form = { ...values, confirmed: true }
  await town.office.client.call(endpoints.change, {
    params: { ...params, id: own.id },
    input: { version, form },
  })
  expect(await figures()).toEqual([1, 0])
  const mine = await listOf(town.deputy, goodDeeds)
  expect(mine.find(({ id }) => id === own.id)?.words.confirmation).toBe('镇人大办核实过')
})

test('the half-year says what was received, visited and done, by group and never by person, in the sentence of a report', async () => {
  const { half, total, groups, sentence } = await town.presidium.client.call(showContactFigures, {
    params,
    query: { half: '2026-2' },
  })
  // Two households were noted; a visit to somebody alone counts one, one to a whole village none.
  expect([half, total]).toEqual(['2026-2', { received: 0, visited: 3, deeds: 1 }])
  expect(groups.reduce((sum, { visited }) => sum + visited, 0)).toBe(3)
  expect(sentence).toBe('2026年下半年，代表没有接待选民，走访选民3户，帮办实事1件。')
  const before = await town.presidium.client.call(showContactFigures, { params, query: { half: '2026-1' } })
  expect(before.total).toEqual({ received: 0, visited: 0, deeds: 0 })
})

test('the same by village ▸ natural village: whoever names a group has named the natural village that it lies in', async () => {
  const add = async (form: Record<string, unknown>) =>
    (await town.office.client.call(areas.endpoints.add, { params, input: form })).id
  const villageId = town.village
  const natural = await add({ villageId, areaKind: 'naturalVillage', name: '大坝口' })
  const group = await add({ villageId, areaId: natural, areaKind: 'villagerGroup', name: '三组' })
  await noteVisit(town.deputy, { areaId: natural, households: '4', visitedOn: '2026-11-21' })
  await noteVisit(town.coSigner, { areaId: group, households: '2', visitedOn: '2026-11-21' })
  const query = { half: '2026-2' }
  const { places, total } = await town.presidium.client.call(showContactFigures, { params, query })
  const nothing = { received: 0, visited: 0, deeds: 0 }
  expect(places?.map(({ name, visited }) => [name, visited])).toEqual([
    ['大郭西村', total.visited],
    ['石桥村', 0],
    // The deed that named no village.
    ['没有写村', 0],
  ])
  expect(places?.[0]?.parts).toEqual([
    {
      ...{ ...nothing, name: '大坝口', visited: 6 },
      below: [{ ...nothing, name: '三组', visited: 2 }],
    },
  ])
  const sum = (of: 'received' | 'visited' | 'deeds') => places?.reduce((all, one) => all + one[of], 0)
  expect([sum('received'), sum('visited'), sum('deeds')]).toEqual([
    total.received,
    total.visited,
    total.deeds,
  ])
})
