import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { suggestionSteps } from '../../shared/matters/suggestion/endpoints'
import { createClient } from '../support/client'
import { startProcess } from '../support/process'
import { startServer, type TestServer } from '../support/server'
import { bring } from '../support/bring'
import { callsOf, consent, fail, sentTo } from '../support/simulator'
import { buildTown, type TestTown } from '../support/town'
import { wechatConfig } from '../support/wechat-config'

/** Real server processes: what they say when they cannot start, and what they leave behind when they are killed. */
const development = (more: Record<string, string>) => ({
  NODE_ENV: 'development',
  PORT: '0',
  LOG_LEVEL: 'silent',
  ...more,
})
/** Of a working day in Beijing: whoever is told something then is told at once. */
const morning = '2026-11-23T01:00:00.000Z'
const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-process-'))

describe('a server that cannot start', () => {
  test('refuses default secrets in production with one sentence a line, no stack, exit code 1', async () => {
    const server = await startProcess({ PORT: '0', DATA_DIR: folder() })
    expect(await server.ended).toBe(1)
    expect(server.said()).toMatch(/^SECRET_KEY 没有设置.*\nWECHAT_APPID.*\n$/)
  })

  test('says that the port is taken and what to do', async () => {
    const other = http.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const server = await startProcess(development({ PORT: String(port), DATA_DIR: folder() }))
    expect([await server.ended, server.said()]).toEqual([
      1,
      `端口 ${port} 已经被别的程序占用，请先关掉它，或用 PORT=另一个数字 换一个端口。\n`,
    ])
    other.close()
  })

  test('says that its folder cannot be written', async () => {
    const file = path.join(folder(), 'a-file')
    fs.writeFileSync(file, '')
    const server = await startProcess(development({ DATA_DIR: path.join(file, 'data') }))
    expect([await server.ended, server.said()]).toEqual([
      1,
      expect.stringMatching(/^文件夹 .* 不能写入.*\n$/),
    ])
  })

  test('says that the database cannot be reached', async () => {
    const server = await startProcess(
      development({ DATABASE_URL: 'mysql://nobody:x@127.0.0.1:1/none', DATA_DIR: folder() }),
    )
    expect([await server.ended, server.said()]).toEqual([1, expect.stringMatching(/^连不上数据库/)])
  })
})

test('a server without a town shows in its terminal how to begin', async () => {
  const server = await startProcess(development({ DATA_DIR: folder() }))
  const shown = /第一次启动”，填启动码：[A-Z2-9]{10}\n启动码 30 分钟内有效，只能用一次/
  for (const until = Date.now() + 5000; !shown.test(server.said()) && Date.now() < until;)
    await new Promise((wake) => setTimeout(wake, 20))
  expect(server.said()).toMatch(shown)
  expect(await server.kill('SIGTERM')).toBe(0)
})

test('a server whose table lies says which row, and does not start', async () => {
  const server = await startProcess(
    development({ DATA_DIR: folder() }),
    undefined,
    'tests/support/serve-lies.ts',
  )
  expect([await server.ended, server.said()]).toEqual([
    1,
    '“建议”（suggestion）的表前后不一致，状态“已交办，待签收”（assigned）：写了等谁办，却没有期限。\n',
  ])
})

describe('a server that is killed', () => {
  let world: TestServer
  let town: TestTown

  beforeEach(async () => {
    world = await startServer({ at: morning })
    town = await buildTown(world)
  })
  afterEach(() => world.stop())

  const startSecond = (leaseSeconds = '2') =>
    startProcess(
      development({
        DATABASE_URL: world.databaseUrl,
        OUTBOX_LEASE_SECONDS: leaseSeconds,
        JOB_PAUSE_MS: '100',
        ...wechatConfig(world.simulator.url),
      }),
      morning,
    )
  const pushState = async () => {
    const [row] = await world.database.reader.query<{ state: string; attempts: number }[]>(
      'SELECT state, attempts FROM outbox_message WHERE recipient_id = ? ORDER BY created_at DESC, id DESC LIMIT 1',
      [town.office.id],
    )
    return row
  }
  const until = async (holds: () => Promise<boolean>) => {
    for (let left = 150; left > 0; left -= 1) {
      if (await holds()) return
      await new Promise((wake) => setTimeout(wake, 100))
    }
    throw new Error('it did not come to pass')
  }

  test('between commit and send still gets its message out, once the lease has ended', async () => {
    const id = await bring(world, town, 'draft')
    // What the clock has to say to the office is said before.
    for (const job of ['clock', 'askForHolidays'] as const) await world.run(job)
    await world.database.transaction((tx) => tx.query("UPDATE outbox_message SET state = 'skipped'"))
    await consent(world, town.office.openid)
    await fail(world, '/cgi-bin/message/subscribe/send', 'hangBefore', { times: 50 })
    world.simulator.state.requests.length = 0

    const first = await startSecond()
    const deputy = createClient(first.url, town.deputy.client.token)
    const [row] = await world.database.reader.query<{ version: number }[]>(
      'SELECT version FROM matter WHERE id = ?',
      [id],
    )
    await deputy.call(suggestionSteps.submit, {
      params: { town: town.id, id },
      input: { version: row?.version ?? -1, form: {} },
    })
    await until(async () => (await pushState())?.attempts === 1)
    await first.kill('SIGKILL')
    await fetch(`${world.simulator.url}/__sim/faults`, { method: 'DELETE' })
    expect((await sentTo(world, town.office.openid)).length).toBe(0)

    const second = await startSecond()
    await until(async () => (await pushState())?.state === 'sent')
    expect([(await sentTo(world, town.office.openid)).length, (await pushState())?.attempts]).toEqual([1, 2])
    expect((await callsOf(world, '/cgi-bin/message/subscribe/send')).length).toBeGreaterThanOrEqual(1)
    expect(await second.kill('SIGTERM')).toBe(0)
  })

  test('keeps every write that it had answered', async () => {
    const id = await bring(world, town, 'draft')
    const first = await startSecond()
    const deputy = createClient(first.url, town.deputy.client.token)
    const [row] = await world.database.reader.query<{ version: number }[]>(
      'SELECT version FROM matter WHERE id = ?',
      [id],
    )
    await deputy.call(suggestionSteps.submit, {
      params: { town: town.id, id },
      input: { version: row?.version ?? -1, form: {} },
    })
    await first.kill('SIGKILL')
    const [after] = await world.database.reader.query<{ state: string }[]>(
      'SELECT state FROM matter WHERE id = ?',
      [id],
    )
    expect(after?.state).toBe('submitted')
  })
})
