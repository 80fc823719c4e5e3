import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { callWechat, WechatUnreachable } from '../../server/gateways/wechat/call'
import { createAccessToken } from '../../server/gateways/wechat/access-token'
import { readEnv } from '../../server/env'
import { startScriptedWechat } from '../support/scripted-wechat'
import { wechatConfig } from '../support/wechat-config'

/** What is known after silence: whether WeChat may have acted. */
const troubleOf = async (url: string, patienceMs?: number) =>
  callWechat(
    url,
    patienceMs,
  )({ method: 'POST', path: '/x', body: {} }).then(
    () => 'answered',
    (error: unknown) => (error instanceof WechatUnreachable ? [error.message, error.sent] : error),
  )

test('a refused connection did nothing', async () => {
  const taken = net.createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  await new Promise((resolve) => taken.close(resolve))
  expect(await troubleOf(`http://127.0.0.1:${port}`)).toEqual(['连不上微信（ECONNREFUSED）', false])
})

test.each([
  ['HTML with status 200', '<html>502</html>', '微信的回音看不懂'],
  ['half of an answer', '{"errcode":0,', '微信的回音看不懂'],
  ['an empty answer', '', '微信的回音看不懂'],
])('%s leaves open what WeChat did', async (_name, text, message) => {
  const wechat = await startScriptedWechat({ '/x': (_call, response) => void response.end(text) })
  expect(await troubleOf(wechat.url)).toEqual([message, true])
  await wechat.close()
})

test('an answer that does not come is not waited for longer than the patience', async () => {
  const wechat = await startScriptedWechat({ '/x': () => undefined })
  expect(await troubleOf(wechat.url, 50)).toEqual(['微信没有及时回音', true])
  await wechat.close()
})

test('a connection cut in the middle leaves open what WeChat did', async () => {
  const wechat = await startScriptedWechat({
    '/x': (_call, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"errcode":0')
      setTimeout(() => response.destroy(), 20)
    },
  })
  expect(await troubleOf(wechat.url)).toEqual(['微信的回音断在半路', true])
  await wechat.close()
})

test('a redirect is not followed', async () => {
  const wechat = await startScriptedWechat({
    '/x': (_call, response) => void response.writeHead(302, { location: '/elsewhere' }).end(),
  })
  expect(await troubleOf(wechat.url)).toEqual(['微信的服务器出错（HTTP 302）', false])
  expect(wechat.callsOf('/elsewhere')).toEqual([])
  await wechat.close()
})

test('however many ask at once share connections that are kept', async () => {
  const wechat = await startScriptedWechat({
    '/x': () => new Promise((answer) => setTimeout(() => answer('{"errcode":0}'), 5)),
  })
  let connections = 0
  wechat.onConnection(() => (connections += 1))
  const ask = () => callWechat(wechat.url)({ method: 'POST', path: '/x', body: {} })
  await Promise.all(Array.from({ length: 300 }, ask))
  expect([wechat.callsOf('/x').length, connections]).toEqual([300, 128])
  await wechat.close()
})

test('a connection that is never made asked nothing', async () => {
  const mute = net.createServer()
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const { port } = mute.address() as AddressInfo
  // Nobody greets back: the handshake of TLS does not end.
  expect(await troubleOf(`https://127.0.0.1:${port}`, 50)).toEqual(['微信没有及时回音', false])
  mute.close()
})

test('a body that calls itself text is read as what it is', async () => {
  const wechat = await startScriptedWechat({
    '/x': (_call, response) =>
      void response.writeHead(200, { 'content-type': 'text/plain' }).end('{"errcode":"40003"}'),
  })
  expect(await callWechat(wechat.url)({ method: 'GET', path: '/x' })).toMatchObject({
    kind: 'json',
    errcode: 40003,
  })
  await wechat.close()
})

test.each([40125, 40164, 89503])(
  'no token because of %i: the code is known to whoever asked',
  async (errcode) => {
    const wechat = await startScriptedWechat({ '/cgi-bin/stable_token': () => ({ errcode, errmsg: 'no' }) })
    const { wechat: config } = readEnv({ NODE_ENV: 'test', ...wechatConfig(wechat.url) })
    const withToken = createAccessToken(callWechat(wechat.url), config, () => new Date(0))
    await expect(withToken(() => Promise.reject(new Error('not asked')))).rejects.toMatchObject({
      errcode,
      sent: false,
    })
    expect(wechat.callsOf('/cgi-bin/stable_token')).toHaveLength(1)
    await wechat.close()
  },
)
