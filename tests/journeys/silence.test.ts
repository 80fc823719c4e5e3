import { listDoors } from '../../shared/api/doors'
import { showSilence } from '../../shared/api/silence'
import { newId } from '../../server/database/id'
import { addGroup } from '../support/group'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { buildTown, signedIn, type TestTown } from '../support/town'

/** 静默图 (field note M2): where nobody speaks, told from chance; for those who plan visits, and never for the county. */
let server: TestServer
let town: TestTown
const villages = { quiet: newId(), loud: newId(), small: newId(), smaller: newId() }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  const { id } = await opinionsOf(() => ({ server, town })).write(town.villager, '井盖丢了一个。')
  await server.database.transaction(async (tx) => {
    await tx.query('DELETE FROM village WHERE town_id = ?', [town.id])
    const rows = [
      [villages.quiet, '石桥村', 2600],
      [villages.small, '上湾村', 800],
      [villages.smaller, '下湾村', 400],
      [villages.loud, '大郭西村', 35_200],
    ] as const
    for (const [position, [village, name, population]] of rows.entries())
      await tx.query('INSERT INTO village (id, town_id, name, position, population) VALUES (?, ?, ?, ?, ?)', [
        village,
        town.id,
        name,
        position,
        population,
      ])
    // A hundred and twenty of the loud one, and two that name no village.
    const [one = {}] = await tx.query<Record<string, unknown>[]>(
      'SELECT * FROM resident_opinion WHERE id = ?',
      [id],
    )
    await tx.query('UPDATE resident_opinion SET village_id = NULL WHERE id = ?', [id])
    const names = Object.keys(one)
    for (let count = 0; count < 121; count += 1) {
      const copy = { ...one, id: newId(), village_id: count < 120 ? villages.loud : null, slip_code: null }
      await tx.query(
        `INSERT INTO resident_opinion (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        names.map((name) => (copy as Record<string, unknown>)[name]),
      )
    }
  })
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
})
