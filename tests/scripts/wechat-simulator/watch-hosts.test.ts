import { request } from 'node:https'
import { watchHosts } from '../../../scripts/wechat-simulator/watch-hosts'
import { startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

test('a test can say that nobody but the simulator was called', async () => {
  const watch = watchHosts()
  await wechat.fetchToken()
  watch.stop()
  expect(watch.hosts()).toEqual([`127.0.0.1:${wechat.simulator.port}`])
})

test.each([
  ['fetch', () => fetch('http://api.weixin.invalid/')],
  ['fetch with https', () => fetch('https://api.weixin.invalid/')],
  [
    'node:https',
    () => new Promise((_, reject) => request('https://api.weixin.invalid/').on('error', reject).end()),
  ],
])('another host is seen through %s', async (_, call) => {
  const watch = watchHosts()
  await call().catch(() => undefined)
  watch.stop()
  expect(watch.hosts().some((host) => host.startsWith('api.weixin.invalid:'))).toBe(true)
})

test('nothing is seen after the end', async () => {
  const watch = watchHosts()
  watch.stop()
  await wechat.fetchToken()
  expect(watch.hosts()).toEqual([])
})
