import mysql from 'mysql2/promise'
import { showBoard, showBoardItem } from '../../../shared/api/board'
import { startSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { readVersion } from '../../../server/database/public-version'
import { connect } from '../../../server/database/connect'
import { migrations } from '../../../server/database/migrations'
import { newId } from '../../../server/database/id'
import { findDifferences } from '../../../server/engine/rebuild'
import { registerUser } from '../../../scripts/wechat-simulator/register'
import { bring } from '../../support/bring'
import { createClient } from '../../support/client'
import { mariadbOfTests } from '../../support/database'
import { startInTurnProxy } from '../../support/in-turn-proxy'
import { owePush } from '../../support/owe'
import { startServer, type TestServer } from '../../support/server'
import { consent, sentTo } from '../../support/simulator'
import { forms, see, step, text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'
import { toldTo } from '../../support/told'

/** Two servers of one database; the people of the town reach them in turn, request by request. */
let servers: [TestServer, TestServer]
let proxy: Awaited<ReturnType<typeof startInTurnProxy>>
let town: TestTown

beforeAll(async () => {
  const one = await startServer({ limited: true })
  const url = one.databaseUrl
  const database = await connect(url)
  const other = await startServer({ limited: true, place: { database, url, drop: () => database.close() } })
  servers = [one, other]
  proxy = await startInTurnProxy(servers.map((server) => server.url))
  town = await buildTown({ ...one, url: proxy.url })
})
afterAll(async () => {
  await proxy.stop()
  await servers[1].stop()
  await servers[0].stop()
})

const passed = (time: Parameters<TestServer['clock']['advance']>[0]) => {
  for (const { clock } of servers) clock.advance(time)
}
const onBoth = <T>(ask: (server: TestServer) => Promise<T>) => Promise.all(servers.map(ask))

test('a suggestion goes its whole way through both, and everything that follows from it stands', async () => {
  const id = await bring(servers[0], town, 'closed')
  expect((await see(town, town.deputy, id)).state).toBe('closed')
  expect(await findDifferences(servers[0].database.reader, servers[0].clock.now())).toEqual([])
})

test('what one server had at hand for everyone is right again a second after a step at the other', async () => {
  const id = await bring(servers[0], town, 'accepted')
  const seen = () =>
    onBoth(async ({ url }) => {
      const anyone = createClient(url)
      const { items } = await anyone.call(showBoard, { params: { town: town.id } })
      const item = await anyone.call(showBoardItem, { params: { town: town.id, id } })
      return [items.find((one) => one.id === id)?.result.state, item.result.state]
    })
  passed({ seconds: 2 })
  expect(await seen()).toEqual([
    ['accepted', 'accepted'],
    ['accepted', 'accepted'],
  ])
  const version = () => readVersion(servers[0].database.reader, town.id)
  const before = await version()
  await step(town, town.office, id, 'assign', forms(town).assign)
  // Whoever made the change tells the other a moment later, by no clock that a test can turn.
  while ((await version()) === before) await new Promise((wake) => setTimeout(wake, 20))
  passed({ seconds: 1 })
  expect(await seen()).toEqual([
    ['assigned', 'assigned'],
    ['assigned', 'assigned'],
  ])
})

test('one sending that reaches both at once is one row, and has one answer', async () => {
  const sendings = Array.from({ length: 10 }, () => newId())
  const answers = await Promise.all(
    sendings.map((key) =>
      onBoth(({ url }) =>
        createClient(url, town.deputy.client.token).call(startSuggestion, {
          params: { town: town.id },
          input: { ...text, subject: `修路 ${key}` },
          key,
        }),
      ),
    ),
  )
  expect(answers.map(([one, other]) => one?.id === other?.id)).toEqual(sendings.map(() => true))
  const rows = await servers[0].database.reader.query<unknown[]>(
    "SELECT id FROM suggestion WHERE subject LIKE '修路 %'",
  )
  expect(rows).toHaveLength(sendings.length)
})

test('whoever guesses login codes at both has no more guesses for it', async () => {
  const codes: string[] = []
  for (let guess = 0; guess < 40; guess += 1) {
    const answer = await fetch(`${proxy.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: `guess-${guess}` }),
    })
    codes.push(((await answer.json()) as { code: string }).code)
  }
  expect(codes.filter((code) => code === 'sign_in_code_bad')).toHaveLength(30)
  expect(codes.filter((code) => code === 'too_many')).toHaveLength(10)
})

test('jobs of both at once do what is due once', async () => {
  const { openid } = town.office
  registerUser(servers[1].simulator.state, { openid, lastActiveAt: 0 })
  await onBoth((server) => consent(server, openid))
  await servers[0].database.transaction((tx) => tx.query('DELETE FROM outbox_message'))
  await owePush(servers[0], town)
  await onBoth((server) => server.run('deliver'))
  expect((await onBoth((server) => sentTo(server, openid))).flat()).toHaveLength(1)

  await bring(servers[0], town, 'handling')
  passed({ days: 83 })
  for (const _ of [1, 2, 3]) await onBoth((server) => server.run('clock'))
  const told = (await toldTo(servers[0], town.deputy)).filter((said) => said.includes('快到期'))
  expect(told).toEqual(['《修复大郭西段河堤》快到期了，请在2月23日前办。'])
})

test('two servers of a new version that start at once move the tables on one after the other', async () => {
  const name = `test_${newId()}`
  const admin = await mysql.createConnection(mariadbOfTests())
  await admin.query(`CREATE DATABASE ${name}`)
  try {
    const url = `${mariadbOfTests().replace(/^mysql:/, 'mariadb:')}/${name}`
    const both = await Promise.all([connect(url), connect(url)])
    const done = await both[1].reader.query<unknown[]>('SELECT name FROM migrations')
    expect(done).toHaveLength(migrations.length)
    await Promise.all(both.map((database) => database.close()))
  } finally {
    await admin.query(`DROP DATABASE ${name}`)
    await admin.end()
  }
})
