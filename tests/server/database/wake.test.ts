import { connect } from '../../../server/database/connect'
import type { Database, Tx } from '../../../server/database/source'
import { onceAwake } from '../../../server/database/wake'
import { type Line, openLine } from '../../../scripts/faults/line'
import { startProcess } from '../../support/process'
import { startServer, type TestServer } from '../../support/server'
import { control } from '../../support/simulator'
import { wechatConfig } from '../../support/wechat-config'

const lost = () => Object.assign(new Error('connection lost'), { code: 'PROTOCOL_CONNECTION_LOST' })

test('what failed for want of a connection is asked again, and told each time', async () => {
  const told: string[] = []
  let asked = 0
  const attempt = () => {
    asked += 1
    return asked < 3 ? Promise.reject(lost()) : Promise.resolve('awake')
  }
  expect(await onceAwake(attempt, ({ message }) => told.push(message))).toBe('awake')
  expect(told).toEqual(['connection lost', 'connection lost'])
})

test('another error is not asked again', async () => {
  let asked = 0
  const attempt = () => {
    asked += 1
    return Promise.reject(new Error('wrong password'))
  }
  await expect(onceAwake(attempt, () => {})).rejects.toThrow('wrong password')
  expect(asked).toBe(1)
})

test('work that may have been kept is not repeated', async () => {
  let asked = 0
  const attempt = () => {
    asked += 1
    return Promise.reject(lost())
  }
  await expect(
    onceAwake(
      attempt,
      () => {},
      () => false,
    ),
  ).rejects.toThrow('connection lost')
  expect(asked).toBe(1)
})

test('a MySQL that says that it is resuming is asked again', async () => {
  const resuming = Object.assign(new Error('resuming'), { errno: 9449, sqlState: '08S01' })
  let asked = 0
  const attempt = () => {
    asked += 1
    return asked === 1 ? Promise.reject(resuming) : Promise.resolve('awake')
  }
  expect(await onceAwake(attempt, () => {})).toBe('awake')
})

/** The test's own MariaDB behind a door that can be shut as 云托管 shuts it; nothing where the engine is SQLite. */
async function behindDoor(
  work: (server: TestServer, url: string, sleep: (how: string) => Promise<void>) => Promise<void>,
) {
  const server = await startServer()
  try {
    if (server.database.engine === 'sqlite') return
    const { port } = new URL(server.databaseUrl.replace(/^mariadb:/, 'mysql:'))
    await control(server, '/cloud', { database: { host: '127.0.0.1', port: Number(port) } })
    const url = server.databaseUrl.replace(`:${port}/`, `:${server.simulator.databasePort}/`)
    await work(server, url, async (how) => {
      await control(server, `/named-faults/${how}`, {})
    })
  } finally {
    await server.stop()
  }
}

test.each(['databaseAsleep', 'databaseResuming'])('%s: woken by the first query, read or written', (how) =>
  behindDoor(async (_server, url, sleep) => {
    const told: string[] = []
    await sleep(how)
    const database = await connect(url, ({ message }) => told.push(message))
    try {
      const ask = (): Promise<unknown> => database.reader.query('SELECT 1 AS one')
      expect(told.length).toBeGreaterThan(0)
      await sleep(how)
      expect(await ask()).toMatchObject([{ one: 1 }])
      await sleep(how)
      await database.transaction((tx) => tx.query('UPDATE town SET name = name'))
    } finally {
      await database.close()
    }
  }),
)

test('a server that starts on a database that sleeps says so and waits', () =>
  behindDoor(async (server, url, sleep) => {
    await sleep('databaseResuming')
    const started = await startProcess({
      NODE_ENV: 'test',
      PORT: '0',
      DATABASE_URL: url,
      ...wechatConfig(server.simulator.url),
    })
    const health = await fetch(`${started.url}/api/health`).then(({ status }) => status)
    expect([health, await started.kill('SIGTERM')]).toEqual([200, 0])
    expect(started.said()).toMatch(/数据库还没有醒，稍后再连：CynosDB serverless instance is resuming/)
  }))

/** Two ways to the test's own MariaDB, as to two nodes of a cluster: first one that can be cut, then a straight one. */
const overTwoHosts = (work: (database: Database, line: Line, kept: () => Promise<number>) => Promise<void>) =>
  behindDoor(async (server) => {
    const line = await openLine(server.databaseUrl)
    const straight = /@([^/]*)/.exec(server.databaseUrl)?.[1] ?? ''
    const database = await connect(
      line.urlOf(server.databaseUrl).replace(/@([^/]*)/, `@$1,${straight}`),
      () => {},
      2000,
    )
    const kept = async () => (await server.database.reader.query<unknown[]>('SELECT * FROM use_count')).length
    await work(database, line, kept).finally(async () => {
      await database.close()
      await line.close()
    })
  })
const count = (tx: Tx) =>
  tx.query("INSERT INTO use_count (used_by, used, ends_at) VALUES ('somebody', 1, '2026-11-23 01:00:00.000')")

test('of several hosts the next is asked where the first is dead', () =>
  behindDoor(async (server) => {
    const database = await connect(server.databaseUrl.replace('@', '@127.0.0.1:1,'))
    try {
      expect(await database.reader.query('SELECT 1 AS one')).toMatchObject([{ one: 1 }])
    } finally {
      await database.close()
    }
  }))

test('work whose host dies before the commit is done over at the next, and kept once', () =>
  overTwoHosts(async (database, line, kept) => {
    let begun = 0
    await database.transaction(async (tx) => {
      begun += 1
      await count(tx)
      if (begun === 1) line.set('cut')
      await tx.query('SELECT 1')
    })
    expect([begun, await kept()]).toEqual([2, 1])
  }))

test('a host that falls silent costs the patience of one request; the next request is answered by another', () =>
  overTwoHosts(async (database, line, kept) => {
    line.set('swallows')
    await expect(database.reader.query('SELECT 1 AS one')).rejects.toMatchObject({ code: 'unavailable' })
    expect(await database.reader.query('SELECT 1 AS one')).toMatchObject([{ one: 1 }])
    await database.transaction(count)
    expect(await kept()).toBe(1)
  }))
