import { showHealth, showHealthDetails } from '../../shared/api/health'
import { County } from '../../server/database/entities/people/county'
import { Person } from '../../server/database/entities/people/person'
import { Post } from '../../server/database/entities/people/post'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { failDriver } from '../../scripts/faults/failing-driver'
import { startServer, type TestServer } from '../support/server'
import { blankPerson, buildTown, signedIn, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
const operator = 'an-operator-of-invented-servers-0123456789'

beforeEach(async () => {
  server = await startServer({ operatorToken: operator })
  town = await buildTown(server)
})
afterEach(async () => {
  failDriver(undefined)
  await server.stop()
})

const full = { code: 'SQLITE_FULL', at: /^(INSERT|UPDATE|COMMIT)/ }
const anyWrite = () => server.database.transaction((tx) => tx.query('UPDATE town SET name = name'))

test('everybody reads that the service is up, and not a word more', async () => {
  await bring(server, town, 'accepted')
  expect(await createClient(server.url).call(showHealth, {})).toEqual({ database: 'ok' })
})

test('while nothing can be kept, health says so, reads work, and writes are refused with a sentence', async () => {
  failDriver({ ...full, code: server.database.engine === 'sqlite' ? 'SQLITE_FULL' : 'ER_DISK_FULL' })
  const refused = await fetch(`${server.url}/api/sign-out`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${town.deputy.client.token}`,
      'content-type': 'application/json',
      'idempotency-key': newId(),
    },
    body: '{}',
  })
  expect([refused.status, ((await refused.json()) as { message: string }).message]).toEqual([
    503,
    expect.stringContaining('现在存不下新的内容'),
  ])
  const anybody = createClient(server.url)
  expect(await anybody.refused(showHealth, {})).toMatchObject({ status: 503, code: 'unavailable' })
  expect((await town.office.client.call(showHealthDetails, {})).database).toBe('full')

  failDriver(undefined)
  await anyWrite()
  expect([
    await anybody.call(showHealth, {}),
    (await town.office.client.call(showHealthDetails, {})).database,
  ]).toEqual([{ database: 'ok' }, 'ok'])
})

test('the office reads of the oldest push that is owed and the oldest suggestion that waits for a unit', async () => {
  await bring(server, town, 'accepted')
  server.clock.advance({ hours: 3 })
  expect(await town.office.client.call(showHealthDetails, {})).toMatchObject({
    database: 'ok',
    oldestUnassignedHours: 3,
    oldestUnsentSeconds: 3 * 3600,
  })
})

test('so does the operator by a token, of every town', async () => {
  await bring(server, town, 'accepted')
  server.clock.advance({ hours: 2 })
  const details = await createClient(server.url, operator).call(showHealthDetails, {})
  expect(details.oldestUnassignedHours).toBe(2)
})

test('nobody else does: not without a sign-in, not with another token, not a villager, deputy or unit', async () => {
  const ask = async (client: ReturnType<typeof createClient>) =>
    (await client.refused(showHealthDetails, {})).status
  expect([
    await ask(createClient(server.url)),
    await ask(createClient(server.url, `${operator}x`)),
    await ask(town.villager.client),
    await ask(town.deputy.client),
    await ask(town.unit.client),
  ]).toEqual([401, 401, 403, 403, 403])
})

test('an office reads of its own town alone, a county of its towns', async () => {
  const other = await buildTown(server, '石桥镇')
  const countyId = newId()
  const personId = newId()
  await server.database.transaction(async (tx) => {
    await tx.insert(County, { id: countyId, name: '云岭县' })
    await tx.query('UPDATE town SET county_id = ? WHERE id = ?', [countyId, other.id])
    await tx.insert(Person, { ...blankPerson(personId, town.id, '林晓', 0), townId: null, countyId })
    await tx.insert(Post, {
      id: newId(),
      townId: null,
      personId,
      postKind: 'countyStaff',
      handlingUnitId: null,
    })
  })
  const county = await signedIn(server, personId)
  await bring(server, town, 'accepted')
  server.clock.advance({ hours: 2 })
  const hours = async ({ client }: typeof county) =>
    (await client.call(showHealthDetails, {})).oldestUnassignedHours
  expect([await hours(town.office), await hours(other.office), await hours(county)]).toEqual([2, null, null])
})
