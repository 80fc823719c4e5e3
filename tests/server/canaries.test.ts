import { asKept, planted } from '../../scripts/faults/planted'
import { contract } from '../../server/http/contract'
import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { bring } from '../support/bring'
import { everythingPasses } from '../support/checks'
import { send } from '../support/send'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

const canaries = [...planted.map(([, , word]) => word), '金丝雀']

let server: TestServer
let town: TestTown
let id: string
let secrets: string[]

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  id = await bring(server, town, 'replied')
  await everythingPasses(server)
  await server.database.transaction(async (tx) => {
    for (const [table, column, word] of planted)
      await tx.query(`UPDATE ${table} SET ${column} = ?`, [asKept(table, word)])
  })
  const accounts = await server.database.reader.query<{ openid: string }[]>('SELECT openid FROM account')
  const tokens = [town.office, town.deputy, town.villager].map(({ client }) => client.token ?? '')
  secrets = [...accounts.map(({ openid }) => openid), ...tokens].filter((word) => word.length > 8)
  await server.run('checkRegisters')
})
afterAll(() => server.stop())

const ids = (): Readonly<Record<string, readonly string[]>> => ({
  town: [town.id],
  id: [id, town.station, town.deputy.id],
  photo: ['a'.repeat(26)],
  file: ['a'.repeat(26)],
  scene: [`s${town.station}`, 'nothing'],
  persona: ['nobody'],
})
/** Every way to fill the address. */
const addresses = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].reduce<string[]>(
    (all, [mark, name]) =>
      all.flatMap((one) => (ids()[name ?? ''] ?? ['x']).map((value) => one.replace(mark, value))),
    [path],
  )
const questions = [
  '',
  '?half=2026-2',
  '?state=replied',
  '?standing=open',
  '?cursor=x',
  '?v=x',
  '?until=1&mark=x',
]

function found(text: string): string[] {
  return [...canaries, ...secrets].filter((word) => text.includes(word))
}

test('every planted field is there, so that the search can find something', async () => {
  for (const [table, column, word] of planted) {
    const rows = await server.database.reader.query<unknown[]>(
      `SELECT ${column} FROM ${table} WHERE ${column} = ?`,
      [asKept(table, word)],
    )
    // Tables that this town has no row of prove nothing: only these may be empty.
    if (!['review_check', 'ask', 'review'].includes(table))
      expect([table, rows.length > 0]).toEqual([table, true])
  }
})

test('no answer for everyone, no heading and no refusal holds a planted word', async () => {
  const open = [...contract.values()].filter(({ who, method }) => who === 'anyone' && method === 'GET')
  const hits: string[] = []
  let looked = 0
  for (const endpoint of open)
    for (const address of addresses(endpoint.path))
      for (const question of questions) {
        const answer = await send(`${server.url}/api${address}${question}`)
        const text = `${answer.text}\n${JSON.stringify([...answer.headers])}`
        looked += 1
        hits.push(...found(text).map((word) => `${address}${question}: ${word}`))
      }
  expect(looked).toBeGreaterThan(80)
  expect(hits).toEqual([])
})

test('nobody without a part in it gets a planted word out of what needs a sign-in, nor out of a refusal', async () => {
  const closed = [...contract.values()].filter(({ who, method }) => who !== 'anyone' && method === 'GET')
  const hits: string[] = []
  for (const endpoint of closed)
    for (const address of addresses(endpoint.path)) {
      const { status, text } = await send(`${server.url}/api${address}`)
      hits.push(...(status === 401 ? found(text) : [`${address} ${status}`]))
    }
  expect(hits).toEqual([])
  const input = { deputyId: 'x', kind: 'report' as const, text: '金丝雀己的话' }
  const refused = await town.villager.client.ask(writeOpinion, { params: { town: town.id }, input })
  expect(refused.status).toBe(400)
  expect(found(JSON.stringify(refused))).toEqual([])
})

test('what is pushed to WeChat holds no planted word but the openid it is for', async () => {
  const rows = await server.database.reader.query<Record<string, unknown>[]>('SELECT * FROM outbox_message')
  expect(rows.length).toBeGreaterThan(0)
  expect(found(JSON.stringify(rows)).filter((word) => canaries.includes(word))).toEqual([])
})
