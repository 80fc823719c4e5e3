import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startWechat } from './start-wechat'

const main = resolve(__dirname, '../../../scripts/wechat-simulator/main.ts')
const openid = `o${'a'.repeat(27)}`
let folder: string
let child: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

function run(seed?: object): ChildProcess {
  const file = join(folder, 'seed.json')
  if (seed) writeFileSync(file, JSON.stringify(seed))
  const environment = { ...process.env, SIMULATOR_PORT: '0', SIMULATOR_SEED_FILE: seed ? file : '' }
  child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return child
}

async function readLine(running: ChildProcess): Promise<string> {
  const [chunk] = (await once(running.stdout!, 'data')) as [Buffer]
  return chunk.toString()
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the command says when it is ready and ends well on %s',
  async (signal) => {
    const running = run()
    expect(await readLine(running)).toMatch(
      /^\{"ready":true,"url":"http:\/\/127\.0\.0\.1:\d+","controlUrl":"http:\/\/127\.0\.0\.1:\d+"\}\n$/,
    )
    running.kill(signal)
    expect(await once(running, 'exit')).toEqual([0, null])
  },
  20_000,
)

test('the command loads the seed file it is given', async () => {
  const templates = [
    { id: 't1', title: '通知', type: 3, keys: [{ key: 'thing1', label: '事项', type: 'thing' }] },
  ]
  const seed = {
    apps: [{ appid: 'wx1', secret: 's1' }],
    users: [{ openid }],
    templates,
    subscriptions: [{ openid, templateId: 't1' }],
  }
  const { url } = JSON.parse(await readLine(run(seed))) as { url: string }
  const snapshot: unknown = await (await fetch(`${url}/__sim/snapshot`)).json()
  expect(snapshot).toMatchObject({
    ...seed,
    subscriptions: [{ openid, templateId: 't1', remaining: 0, longTerm: true }],
  })
})

test('a seed that names an unknown template ends the command with a reason', async () => {
  const running = run({ users: [{ openid }], subscriptions: [{ openid, templateId: 'nothing' }] })
  const [reason] = (await once(running.stderr!, 'data')) as [Buffer]
  expect(reason.toString()).toBe('The WeChat simulator cannot start: there is no template nothing\n')
})

test('only the loopback address of the machine is listened on', async () => {
  const wechat = await startWechat()
  const socket = connect(wechat.simulator.port, '127.0.0.2')
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
  await wechat.close()
  expect(error.code).toBe('ECONNREFUSED')
})

test('closing twice is closing once', async () => {
  const wechat = await startWechat()
  await wechat.close()
  await expect(wechat.close()).resolves.toBeUndefined()
})

test('a closed simulator answers no more', async () => {
  const wechat = await startWechat()
  await wechat.close()
  await expect(wechat.get('/__sim/assumptions')).rejects.toThrow('fetch failed')
})
