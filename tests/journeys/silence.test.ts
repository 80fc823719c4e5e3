import { showContactFigures } from '../../shared/api/contacts'
import { listDoors } from '../../shared/api/doors'
import { showCountyFigures } from '../../shared/api/figures'
import { proposeVisits, showSilence } from '../../shared/api/silence'
import { visits } from '../../shared/registers/visits'
import { County } from '../../server/database/entities/people/county'
import { Person } from '../../server/database/entities/people/person'
import { Post } from '../../server/database/entities/people/post'
import { newId } from '../../server/database/id'
import { addGroup } from '../support/group'
import { startServer, type TestServer } from '../support/server'
import { fallSilent } from '../support/silent-villages'
import { blankPerson, buildTown, signedIn, type TestTown } from '../support/town'

/** 静默图 (field note M2): where nobody speaks, told from chance; for those who plan visits, and never for the county. */
let server: TestServer
let town: TestTown
let villages: Awaited<ReturnType<typeof fallSilent>>

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  villages = await fallSilent(server, town)
})
afterAll(() => server.stop())

const see = ({ client }: TestTown['office']) => client.call(showSilence, { params: { town: town.id } })

test('the presidium reads which villages are silent, alone or joined with the next, and which said something', async () => {
  const { villages: seen, ...rest } = await see(town.presidium)
  expect(rest).toEqual({ messages: 120, withoutVillage: 2, withoutPeople: [], tooFew: false, months: [] })
  expect(
    seen.map(({ name, messages, expected, mark, together }) => [name, messages, expected, mark, ...together]),
  ).toEqual([
    ['石桥村', 0, 8, 'silent'],
    ['上湾村', 0, 2.5, 'silent', '下湾村'],
    ['下湾村', 0, 1.2, 'silent', '上湾村'],
    ['大郭西村', 120, 108.3, 'none'],
  ])
})

test('a group leader reads the villages of the own group; other deputies see none, and nobody else is let in', async () => {
  const leader = await addGroup(server, town, [town.deputy])
  await server.database.transaction((tx) =>
    tx.query('UPDATE person SET village_id = ? WHERE id = ?', [villages.quiet, town.deputy.id]),
  )
  expect((await see(leader)).villages.map(({ name }) => name)).toEqual(['石桥村'])
  for (const deputy of [town.deputy, town.otherDeputy]) expect((await see(deputy)).villages).toEqual([])
  for (const { client } of [town.unit, town.villager])
    expect((await client.refused(showSilence, { params: { town: town.id } })).code).toBe('not_allowed')
  const { doors } = await town.presidium.client.call(listDoors, { params: { town: town.id } })
  expect(doors.map(({ name }) => name)).toContain('silence')
})

test('a silent village is proposed to the deputies of its group for the next visit, until somebody was there', async () => {
  const proposed = async ({ client }: TestTown['office']) =>
    (await client.call(proposeVisits, { params: { town: town.id } })).villages
  const quiet = { id: villages.quiet, name: '石桥村', expected: 8, together: [] }
  expect([
    await proposed(town.deputy),
    await proposed(town.otherDeputy),
    await proposed(town.office),
  ]).toEqual([[quiet], [], []])
  const form = { visitedOn: '2026-11-20', visitKind: 'talk', villageId: villages.quiet, persons: '4' }
  await town.deputy.client.call(visits.endpoints.add, { params: { town: town.id }, input: form })
  expect(await proposed(town.deputy)).toEqual([])
  // Nobody has said anything yet: it stays on the map of whoever plans.
  expect((await see(town.presidium)).villages[0]?.mark).toBe('silent')
})

test('the county reads how many villages of a town are silent, and no name of one', async () => {
  const [countyId, personId] = [newId(), newId()]
  await server.database.transaction(async (tx) => {
    await tx.insert(County, { id: countyId, name: '云岭县' })
    await tx.query('UPDATE town SET county_id = ? WHERE id = ?', [countyId, town.id])
    await tx.insert(Person, { ...blankPerson(personId, town.id, '林晓', 0), townId: null, countyId })
    const post = { id: newId(), townId: null, personId, handlingUnitId: null }
    await tx.insert(Post, { ...post, postKind: 'countyStaff' })
  })
  const { client } = await signedIn(server, personId)
  const county = await client.call(showCountyFigures, { params: { county: countyId } })
  expect(county.silence).toEqual([{ id: town.id, name: town.name, counted: { silent: 3, villages: 4 } }])
  const params = { town: town.id }
  const half = await client.call(showContactFigures, { params, query: {} })
  expect(half.places).toBeNull()
  expect(JSON.stringify([county, half])).not.toMatch(/石桥村|上湾村|下湾村|大郭西村/)
  for (const refused of [
    await client.refused(showSilence, { params }),
    await client.refused(proposeVisits, { params }),
  ])
    expect(refused.code).toBe('not_allowed')
})

test('with few messages in the whole town nothing is drawn', async () => {
  server.clock.set('2027-08-01T01:00:00Z')
  await server.database.transaction((tx) =>
    tx.query('UPDATE resident_opinion SET created_at = ? WHERE town_id = ? AND village_id IS NULL', [
      ...['2027-07-20 01:00:00.000', town.id],
    ]),
  )
  const presidium = await signedIn(server, town.presidium.id, town.presidium.openid)
  const { tooFew, villages: seen } = await see(presidium)
  expect([tooFew, seen]).toEqual([true, []])
  const deputy = await signedIn(server, town.deputy.id, town.deputy.openid)
  expect((await deputy.client.call(proposeVisits, { params: { town: town.id } })).villages).toEqual([])
})
