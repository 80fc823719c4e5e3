import { connect } from '../../../server/database/source'
import { onceAwake } from '../../../server/database/wake'
import { startServer } from '../../support/server'
import { control } from '../../support/simulator'

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

test.each(['databaseAsleep', 'databaseResuming'])(
  '%s: woken at the start and by the first query, read or written',
  async (fault) => {
    const server = await startServer()
    try {
      if (server.database.engine === 'sqlite') return
      const real = new URL(server.databaseUrl.replace(/^mariadb:/, 'mysql:'))
      await control(server, '/cloud', { database: { host: '127.0.0.1', port: Number(real.port) } })
      const sleep = () => control(server, `/named-faults/${fault}`, {})
      const told: string[] = []
      const sleepy = server.databaseUrl.replace(`:${real.port}/`, `:${server.simulator.databasePort}/`)
      await sleep()
      const database = await connect(sleepy, ({ message }) => told.push(message))
      try {
        const ask = (): Promise<unknown> => database.reader.query('SELECT 1 AS one')
        const started = told.length
        expect(started).toBeGreaterThan(0)
        await sleep()
        expect(await ask()).toMatchObject([{ one: 1 }])
        await sleep()
        await database.transaction((tx) => tx.query('UPDATE town SET name = name'))
      } finally {
        await database.close()
      }
    } finally {
      await server.stop()
    }
  },
)
