import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

describe('a database that sleeps', () => {
  /** What a connection gets: the first bytes of the database, or its end. */
  async function knock(): Promise<string> {
    const socket = connect(wechat.simulator.databasePort, '127.0.0.1')
    socket.on('error', () => undefined)
    const greeting = new Promise<string>((resolve) => {
      socket.once('data', (bytes: Buffer) => resolve(bytes.toString()))
      socket.once('close', () => resolve('closed'))
    })
    return greeting.finally(() => socket.destroy())
  }
  let behind: Server
  beforeEach(async () => {
    behind = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.write('hello')
    }).listen(0, '127.0.0.1')
    await once(behind, 'listening')
    const { port } = behind.address() as AddressInfo
    await wechat.control('/cloud', { database: { host: '127.0.0.1', port } })
  })
  afterEach(() => void behind.close())

  test('is reached when it is awake', async () => {
    expect(await knock()).toBe('hello')
  })

  test('fails the first connection and wakes', async () => {
    await wechat.control('/named-faults/databaseAsleep')
    expect([await knock(), await knock()]).toEqual(['closed', 'hello'])
  })

  test('or tells the first connection that it is resuming', async () => {
    await wechat.control('/named-faults/databaseResuming')
    expect(await knock()).toContain('#08S01CynosDB serverless instance is resuming')
    expect(await knock()).toBe('hello')
  })

  test('drops the connections that were open', async () => {
    const socket = connect(wechat.simulator.databasePort, '127.0.0.1')
    await once(socket, 'data')
    const closed = once(socket, 'close')
    await wechat.control('/named-faults/databaseAsleep')
    await closed
  })
})
