import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { appid, secret, start, startWechat, type Wechat } from './start-wechat'

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; body: string }

let wechat: Wechat
let container: Server
let base: string
let openid: string
let seen: Seen[]
let reply: { status: number; type: string; body: string | Buffer } | 'silent'

beforeEach(async () => {
  seen = []
  reply = { status: 200, type: 'application/json', body: '{"ok":true}' }
  container = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      if (reply === 'silent') return
      response.writeHead(reply.status, { 'content-type': reply.type, 'x-own': '1' }).end(reply.body)
    })
  }).listen(0, '127.0.0.1')
  await once(container, 'listening')
  base = `http://127.0.0.1:${(container.address() as AddressInfo).port}`
  wechat = await startWechat()
  openid = await wechat.addUser()
  await wechat.control('/cloud', { services: [{ name: 'server', url: base }] })
})
afterEach(async () => {
  await wechat.close()
  container.close()
  container.closeAllConnections()
})

const call = (changes: object = {}) =>
  wechat.control('/call', { openid, service: 'server', path: '/api/me', ...changes })
/** The headers of WeChat that the container saw last. */
const headers = () =>
  Object.fromEntries(Object.entries(seen.at(-1)?.headers ?? {}).filter(([name]) => name.startsWith('x-wx-')))
const forged = { 'X-WX-OPENID': `o${'f'.repeat(27)}`, 'X-WX-SOURCE': 'wx_client' }

describe('callContainer', () => {
  test('brings the request into the container and its answer back', async () => {
    expect(await call({ method: 'POST', path: '/api/x?y=1', data: { a: '代表' } })).toMatchObject({
      errMsg: 'cloud.callContainer:ok',
      statusCode: 200,
      header: { 'x-own': '1' },
      data: { ok: true },
    })
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/x?y=1', body: '{"a":"代表"}' })
    expect(seen[0]?.headers['content-type']).toBe('application/json')
  })

  test('tells the container who calls', async () => {
    await call()
    expect(headers()).toEqual({
      'x-wx-openid': openid,
      'x-wx-appid': appid,
      'x-wx-env': 'prod-0a1b2c3d4e',
      'x-wx-source': 'wx_client',
    })
  })

  test('has the unionid of a bound account', async () => {
    await wechat.control('/apps', { appid, secret, openPlatform: true })
    await call()
    expect(headers()['x-wx-unionid']).toBe(wechat.simulator.state.users[0]?.unionid)
  })

  test('replaces what a client forged', async () => {
    await call({ header: { ...forged, 'X-WX-SERVICE': 'server', 'X-Other': '1' } })
    expect(headers()).toMatchObject({ 'x-wx-openid': openid, 'x-wx-service': 'server' })
    expect(seen[0]?.headers['x-other']).toBe('1')
  })

  test('counts as activity', async () => {
    await call()
    expect(wechat.simulator.state.users[0]?.lastActiveAt).toBe(start)
  })

  test('from another mini-program has the FROM headers only', async () => {
    await call({ via: 'reuse', header: forged })
    expect(headers()).toEqual({
      'x-wx-from-openid': openid,
      'x-wx-from-appid': appid,
      'x-wx-env': 'prod-0a1b2c3d4e',
      'x-wx-source': 'wx_client',
    })
  })

  test('on the public route passes forged headers unchanged', async () => {
    await call({ via: 'public', header: forged })
    expect(headers()).toEqual({ 'x-wx-openid': forged['X-WX-OPENID'], 'x-wx-source': 'wx_client' })
  })

  test('on the public route adds nothing of its own', async () => {
    await call({ via: 'public' })
    expect(headers()).toEqual({})
  })

  test('does not reach a service whose public access is closed', async () => {
    await wechat.control('/cloud', { services: [{ name: 'server', url: base, isPublic: false }] })
    expect(await call({ via: 'public' })).toMatchObject({ statusCode: 404 })
    expect(seen).toEqual([])
    expect(await call()).toMatchObject({ statusCode: 200 })
  })
})

describe('limits', () => {
  const kib = 1024

  test('100 KiB of text', async () => {
    expect(await call({ method: 'POST', data: 'x'.repeat(100 * kib) })).toMatchObject({ statusCode: 200 })
    expect((await call({ method: 'POST', data: 'x'.repeat(100 * kib + 1) })).errMsg).toMatch(/fail.*102400/)
    expect(seen).toHaveLength(1)
  })

  test('counted in bytes', async () => {
    expect((await call({ method: 'POST', data: '字'.repeat(35 * kib) })).errMsg).toMatch(/fail/)
  })

  test('more in bytes that are no text', async () => {
    const base64 = Buffer.alloc(200 * kib, 1).toString('base64')
    expect(await call({ method: 'POST', base64 })).toMatchObject({ statusCode: 200 })
  })

  test('1000 KiB back', async () => {
    reply = { status: 200, type: 'text/plain', body: Buffer.alloc(1000 * kib, 'x') }
    expect(await call()).toMatchObject({ statusCode: 200 })
    reply = { status: 200, type: 'text/plain', body: Buffer.alloc(1000 * kib + 1, 'x') }
    expect((await call()).errMsg).toMatch(/fail response exceeds/)
  })

  test('sixty seconds', async () => {
    expect(wechat.simulator.state.cloud.callTimeoutMs).toBe(60_000)
    await wechat.control('/cloud', { callTimeoutMs: 50 })
    reply = 'silent'
    expect((await call()).errMsg).toBe('cloud.callContainer:fail timeout')
  })

  test('a container that is not there', async () => {
    await wechat.control('/cloud', { services: [{ name: 'server', url: 'http://127.0.0.1:1' }] })
    expect((await call()).errMsg).toBe('cloud.callContainer:fail the container does not answer')
  })
})

test.each([
  ['an unknown user', { openid: 'x' }, 404],
  ['an unknown service', { service: 'x' }, 404],
  ['GET with data', { data: {} }, 400],
  ['a path without a slash', { path: 'api' }, 400],
])('%s is HTTP %i', async (_, changes, status) => {
  const body = { openid, service: 'server', path: '/', ...changes }
  expect((await wechat.post('/__sim/call', body)).status).toBe(status)
})

describe('the public domain', () => {
  const ask = (path: string, init?: RequestInit) => fetch(wechat.simulator.publicUrl + path, init)

  test('passes everything through, forged headers too', async () => {
    reply = { status: 418, type: 'text/plain', body: 'tea' }
    const response = await ask('/api/x?y=1', { method: 'POST', headers: forged, body: 'text' })
    expect([response.status, await response.text(), response.headers.get('x-own')]).toEqual([418, 'tea', '1'])
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/x?y=1', body: 'text' })
    expect(headers()).toEqual({ 'x-wx-openid': forged['X-WX-OPENID'], 'x-wx-source': 'wx_client' })
  })

  test('serves nothing when public access is closed', async () => {
    await wechat.control('/cloud', { services: [{ name: 'server', url: base, isPublic: false }] })
    expect((await ask('/')).status).toBe(404)
    expect(seen).toEqual([])
  })

  test('is 502 when the container is gone', async () => {
    await wechat.control('/cloud', { services: [{ name: 'server', url: 'http://127.0.0.1:1' }] })
    expect((await ask('/')).status).toBe(502)
  })
})

describe('the open interface', () => {
  const path = '/wxa/getwxacodeunlimit'
  const ask = async (of = path) => {
    const response = await fetch(wechat.simulator.openInterfaceUrl + of, {
      method: 'POST',
      body: JSON.stringify({ scene: 's1' }),
    })
    const text = await response.text()
    const seqid = response.headers.get('x-openapi-seqid')
    return { seqid, type: response.headers.get('content-type'), text }
  }
  const set = (body: object) => wechat.control('/cloud/open-interface', body)
  const refused = { seqid: null, text: expect.stringContaining('"errcode":48001') as string }

  test('answers without a token once it is switched on, listed and built', async () => {
    expect(await ask()).toMatchObject(refused)
    await set({ isOn: true, paths: [path] })
    expect(await ask()).toMatchObject(refused)
    await wechat.control('/cloud/rebuild')
    expect(await ask()).toMatchObject({ type: 'image/jpeg', seqid: expect.any(String) as string })
  })

  test.each([
    ['that is not listed', '/wxa/msg_sec_check'],
    ['that needs a secret', '/cgi-bin/stable_token'],
    ['that has no cloud call', '/wxa/getwxacode'],
  ])('refuses a path %s', async (_, other) => {
    await set({ isOn: true, paths: [path, '/wxa/getwxacode', '/cgi-bin/stable_token'] })
    await wechat.control('/cloud/rebuild')
    expect(await ask(other)).toMatchObject(refused)
  })

  test('a change waits for the next build', async () => {
    await set({ isOn: true, paths: [path] })
    await wechat.control('/cloud/rebuild')
    await set({ isOn: false })
    expect(await ask()).toMatchObject(refused)
  })

  test('an error has no seqid', async () => {
    await set({ isOn: true, paths: ['/wxa/msg_sec_check'] })
    await wechat.control('/cloud/rebuild')
    const { seqid, text } = await ask('/wxa/msg_sec_check')
    expect([seqid, text]).toEqual([null, expect.stringContaining('"errcode":47001')])
  })

  test('its calls are recorded for the account', async () => {
    await ask()
    expect(wechat.simulator.state.requests.at(-1)).toMatchObject({ path, appid })
  })

  test('has no control plane', async () => {
    expect((await fetch(`${wechat.simulator.openInterfaceUrl}/__sim/assumptions`)).status).toBe(404)
  })
})

describe('faults', () => {
  const turnOn = (name: string) => wechat.control(`/named-faults/${name}`)

  test('cloudWithoutOpenid', async () => {
    await turnOn('cloudWithoutOpenid')
    await call()
    expect(headers()).toEqual({
      'x-wx-appid': appid,
      'x-wx-env': 'prod-0a1b2c3d4e',
      'x-wx-source': 'wx_client',
    })
    await call()
    expect(headers()['x-wx-openid']).toBe(openid)
  })

  test('cloudFromOnly', async () => {
    await turnOn('cloudFromOnly')
    await call()
    expect([headers()['x-wx-openid'], headers()['x-wx-from-openid']]).toEqual([undefined, openid])
  })

  test('cloudForgedHeaders looks like a call inside WeChat and is none', async () => {
    await turnOn('cloudForgedHeaders')
    await call()
    expect([headers()['x-wx-openid'], wechat.simulator.state.users[0]?.lastActiveAt]).toEqual([openid, null])
  })

  test('cloudForgedHeaders does not reach a service that is not public', async () => {
    await wechat.control('/cloud', { services: [{ name: 'server', url: base, isPublic: false }] })
    await turnOn('cloudForgedHeaders')
    await call()
    expect(seen).toEqual([])
  })
})

test('the addresses are told', async () => {
  const { url, controlUrl, publicUrl, openInterfaceUrl, databasePort } = wechat.simulator
  expect((await wechat.get('/__sim/addresses')).json).toEqual({
    url,
    controlUrl,
    publicUrl,
    openInterfaceUrl,
    databasePort,
  })
})
