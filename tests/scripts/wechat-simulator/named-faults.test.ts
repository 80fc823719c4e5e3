import { once } from 'node:events'
import { connect } from 'node:net'
import { appid, start, startWechat, type Wechat } from './start-wechat'

const openid = `o${'a'.repeat(27)}`
const sendPath = '/cgi-bin/message/subscribe/send'
const message = {
  touser: openid,
  template_id: 'sim-template-task',
  data: {
    character_string1: { value: 'A1' },
    thing2: { value: '待办' },
    time3: { value: '10:00' },
  },
}

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat({
    users: [{ openid, lastActiveAt: start }],
    subscriptions: [{ openid, templateId: 'sim-template-task', accepts: 9 }],
  })
})
afterEach(() => wechat.close())

const turnOn = (name: string, choice: object = {}) => wechat.control(`/named-faults/${name}`, choice)
const send = async () => wechat.business(sendPath, message)
const errcode = async () => (await send()).json.errcode
const sent = () => wechat.simulator.state.messages.length
const askToken = async () =>
  (
    await wechat.post('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid,
      secret: 'development-only-secret',
    })
  ).json

/** The code of the error below a failed fetch. */
async function causeOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no error',
    (error: { cause?: { code?: string } }) => error.cause?.code,
  )
}

test('every row of the fault table has named faults', async () => {
  const { json } = await wechat.get('/__sim/named-faults')
  const rows = (json.namedFaults as { row: number }[]).map(({ row }) => row)
  expect([...new Set(rows)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
})

test('no two faults share a name', async () => {
  const names = ((await wechat.get('/__sim/named-faults')).json.namedFaults as { name: string }[]).map(
    ({ name }) => name,
  )
  expect(new Set(names).size).toBe(names.length)
})

test('an unknown name is HTTP 404, an unknown choice HTTP 400', async () => {
  expect([
    (await wechat.post('/__sim/named-faults/nothing', {})).status,
    (await wechat.post('/__sim/named-faults/http502', { often: true })).status,
    (await wechat.post('/__sim/named-faults/templateBanned', { templateId: 'nothing' })).status,
  ]).toEqual([404, 400, 400])
})

describe('row 1, the connection', () => {
  const take = (path: string, init?: object) => fetch(wechat.simulator.controlUrl + path, init)

  test('connectionRefused closes the port, also to a connection kept alive', async () => {
    await wechat.fetchToken()
    await turnOn('connectionRefused')
    expect(await causeOf(askToken())).toMatch(/ECONNREFUSED|ECONNRESET/)
    const socket = connect(wechat.simulator.port, '127.0.0.1')
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNREFUSED')
  })

  test('the control plane stays reachable and opens the port again', async () => {
    await turnOn('connectionRefused')
    expect(await (await take('/__sim/faults')).json()).toEqual({ faults: [], connectionRefused: true })
    await take('/__sim/faults', { method: 'DELETE' })
    expect((await askToken()).access_token).toBeDefined()
  })

  test('a reset opens it too, and closing the simulator does not wait', async () => {
    await turnOn('connectionRefused')
    await take('/__sim/reset', { method: 'POST' })
    expect((await askToken()).access_token).toBeDefined()
    await turnOn('connectionRefused')
    await expect(wechat.close()).resolves.toBeUndefined()
  })

  test('the port of the control plane serves no platform', async () => {
    expect((await take('/cgi-bin/stable_token', { method: 'POST' })).status).toBe(404)
    expect(wechat.simulator.state.requests).toEqual([])
  })

  test('nameNotFound gives a base that does not resolve', async () => {
    const { base } = await turnOn('nameNotFound')
    expect(new URL(String(base)).hostname).toMatch(/\.invalid$/)
    expect(await causeOf(fetch(String(base)))).toMatch(/ENOTFOUND|EAI_AGAIN/)
  })

  test('tlsFailure gives a base that speaks no TLS', async () => {
    const { base } = await turnOn('tlsFailure')
    expect(await causeOf(fetch(String(base)))).toMatch(/SSL|EPROTO|ECONNRESET|UND_ERR_SOCKET/)
  })

  test('resetBefore sends nothing', async () => {
    await turnOn('resetBefore', { path: sendPath })
    await expect(send()).rejects.toThrow('fetch failed')
    expect(sent()).toBe(0)
  })

  test('resetMidBody has sent and breaks inside the reply', async () => {
    await turnOn('resetMidBody', { path: sendPath })
    const url = `${wechat.simulator.url}${sendPath}?access_token=${await wechat.fetchToken()}`
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(message) })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
    expect(sent()).toBe(1)
  })
})

test.each([
  ['slowAfterEffect', { ms: 60_000 }, 1],
  ['noReplyAfterEffect', {}, 1],
  ['noReplyBefore', {}, 0],
])('row 2: %s leaves the caller without an answer', async (name, choice, count) => {
  await turnOn(name, choice)
  const url = `${wechat.simulator.url}${sendPath}?access_token=${await wechat.fetchToken()}`
  const call = fetch(url, {
    method: 'POST',
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(200),
  })
  await expect(call).rejects.toThrow('timeout')
  expect(sent()).toBe(count)
})

describe('row 3, the reply', () => {
  test.each([
    ['http502', 502],
    ['http504', 504],
  ])('%s is a page of a proxy, and nothing was sent', async (name, status) => {
    await turnOn(name, { path: sendPath })
    expect(await send()).toMatchObject({ status, type: 'text/html' })
    expect(sent()).toBe(0)
  })

  test('truncatedJson is no JSON', async () => {
    await turnOn('truncatedJson', { path: sendPath })
    const { status, json } = await send()
    expect([status, json, sent()]).toEqual([200, {}, 1])
  })

  test('plainTextJson is good JSON under another name', async () => {
    await turnOn('plainTextJson', { path: sendPath })
    expect(await send()).toMatchObject({
      type: expect.stringContaining('text/plain') as string,
      json: { errcode: 0 },
    })
  })

  test('jsonInsteadOfImage', async () => {
    await turnOn('jsonInsteadOfImage')
    const { type, json } = await wechat.business('/wxa/getwxacodeunlimit', { scene: 's1' })
    expect([type, json]).toEqual(['application/json; encoding=utf-8', { errcode: 0, errmsg: 'ok' }])
  })

  test('imageInsteadOfJson, after the message was sent', async () => {
    await turnOn('imageInsteadOfJson')
    const { bytes } = await send()
    expect([bytes.subarray(0, 3).toString('hex'), sent()]).toEqual(['ffd8ff', 1])
  })
})

describe('row 4, codes', () => {
  test.each([
    ['systemError', -1],
    ['dayQuota', 45009],
    ['minuteQuota', 45011],
    ['notAuthorised', 48001],
    ['userLimited', 50002],
  ])('%s is %i for as many calls as are said', async (name, code) => {
    await turnOn(name, { times: 2, path: sendPath })
    expect([await errcode(), await errcode(), await errcode()]).toEqual([code, code, 0])
  })

  test('checkQuota is 44991 in the text check', async () => {
    await turnOn('checkQuota')
    const body = { version: 2, openid, scene: 2, content: '路灯' }
    expect((await wechat.business('/wxa/msg_sec_check', body)).json.errcode).toBe(44991)
  })
})

describe('row 5, tokens and the account', () => {
  const withToken = async (token: string) =>
    (await wechat.post(`${sendPath}?access_token=${token}`, message)).json.errcode

  test.each([
    ['tokenRevoked', 40001],
    ['tokenExpired', 42001],
  ])('%s is %i, and the next token works', async (name, code) => {
    const token = await wechat.fetchToken()
    await turnOn(name)
    expect([await withToken(token), await errcode()]).toEqual([code, 0])
  })

  test('tokenNeverAccepted goes on until the faults are taken away', async () => {
    await turnOn('tokenNeverAccepted')
    expect([await errcode(), await errcode(), await errcode()]).toEqual([40001, 40001, 40001])
    await wechat.call('DELETE', '/__sim/faults')
    expect(await errcode()).toBe(0)
  })

  test.each([
    ['secretRotated', 40125],
    ['secretFrozen', 40243],
    ['ipNotInWhitelist', 40164],
    ['adminConfirmation', 89503],
  ])('%s is %i when a token is asked for, and the token of before is gone', async (name, code) => {
    const token = await wechat.fetchToken()
    await turnOn(name)
    expect([await withToken(token), (await askToken()).errcode]).toEqual([40001, code])
  })
})

describe('row 6, messages', () => {
  test.each([
    ['acceptsGone', 43101],
    ['templateBanned', 43107],
    ['messagesBanned', 43107],
    ['concurrentSend', 43108],
    ['sensitiveWords', 45168],
    ['templateEdited', 47003],
  ])('%s is %i', async (name, code) => {
    await turnOn(name)
    expect(await errcode()).toBe(code)
  })

  test('templateEdited names the key that the card does not have', async () => {
    await turnOn('templateEdited', { templateId: 'sim-template-task' })
    expect((await send()).json.errmsg).toContain('data.time99.value is empty')
  })

  test('acceptsGone of another user or template leaves this one alone', async () => {
    await turnOn('acceptsGone', { openid: 'o'.repeat(28) })
    await turnOn('acceptsGone', { templateId: 'sim-template-progress' })
    expect(await errcode()).toBe(0)
  })
})

test('row 7: msgidBeyondDouble is so without a fault', async () => {
  const { text } = await send()
  const msgid = /"msgid":(\d+)/.exec(text)?.[1] ?? ''
  expect(String(JSON.parse(msgid))).not.toBe(msgid)
})

describe('row 10, clocks', () => {
  test.each([
    ['clockAhead', start + 600_000],
    ['clockBehind', start - 600_000],
    ['pastMidnight', Date.UTC(2026, 10, 21, 16, 0, 1)],
  ])('%s', async (name, now) => {
    await turnOn(name)
    expect(await wechat.advance(0)).toEqual({ now })
  })
})

describe('chance', () => {
  const codes = async (calls: number) => {
    const found = []
    for (let call = 0; call < calls; call += 1) found.push(await errcode())
    return found
  }

  test('a fault with a probability hits some calls, and the same ones for the same seed', async () => {
    await turnOn('systemError', { probability: 0.5, path: sendPath })
    const mine = await codes(8)
    const first = wechat
    wechat = await startWechat({
      users: [{ openid, lastActiveAt: start }],
      subscriptions: [{ openid, templateId: 'sim-template-task', accepts: 9 }],
    })
    await first.close()
    await turnOn('systemError', { probability: 0.5, path: sendPath })
    expect(await codes(8)).toEqual(mine)
    expect(new Set(mine)).toEqual(new Set([-1, 0]))
  })

  test('with times it ends after so many hits', async () => {
    await turnOn('systemError', { probability: 1, times: 1, path: sendPath })
    expect(await codes(2)).toEqual([-1, 0])
  })
})
