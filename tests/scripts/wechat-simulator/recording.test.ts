import { appid, startWechat, secret, type Wechat, start } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat({ log: () => undefined })
})
afterEach(() => wechat.close())

async function readRequests(query = ''): Promise<Record<string, unknown>[]> {
  return (await wechat.get(`/__sim/requests${query}`)).json.requests as Record<string, unknown>[]
}
const allText = async () => JSON.stringify(await readRequests())

async function login(): Promise<{ code: string; sessionKey: string }> {
  const openid = await wechat.addUser()
  const { code } = await wechat.control(`/users/${openid}/login-code`)
  const query = `appid=${appid}&secret=${secret}&js_code=${String(code)}&grant_type=authorization_code`
  const { json } = await wechat.get(`/sns/jscode2session?${query}`)
  return { code: String(code), sessionKey: String(json.session_key) }
}

test('a request is recorded with its reply', async () => {
  const { text } = await wechat.get(`/sns/jscode2session?appid=${appid}`)
  expect(await readRequests()).toEqual([
    {
      at: start,
      rid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/) as string,
      method: 'GET',
      path: '/sns/jscode2session',
      address: '127.0.0.1',
      appid,
      query: { appid },
      body: null,
      fault: null,
      status: 200,
      errcode: 41004,
      reply: text,
    },
  ])
})

test('the rid is the one in the reply', async () => {
  const { json } = await wechat.get('/sns/jscode2session')
  expect(json.errmsg).toBe(`appid missing, rid: ${String((await readRequests())[0]?.rid)}`)
})

test('a picture is recorded by its size and type', async () => {
  const { bytes } = await wechat.business('/wxa/getwxacodeunlimit', { scene: 's1' })
  expect((await readRequests()).at(-1)?.reply).toBe(`${bytes.length} bytes of image/jpeg`)
})

test('a misspelt path is recorded too', async () => {
  await wechat.post('/wxa/nowhere', {})
  expect(await readRequests()).toMatchObject([{ path: '/wxa/nowhere', status: 404, errcode: 40066 }])
})

test('the calls of the control plane are not recorded', async () => {
  await wechat.addUser()
  expect(await readRequests()).toEqual([])
})

test('the list can be cut down to one path', async () => {
  await wechat.get('/sns/jscode2session')
  await wechat.fetchToken()
  expect(await readRequests('?path=/cgi-bin/stable_token')).toHaveLength(1)
})

test('a query shows no secret', async () => {
  await login()
  expect((await readRequests())[0]?.query).toMatchObject({ appid, secret: '***', js_code: '***' })
})

test('a body shows no secret', async () => {
  await wechat.fetchToken()
  expect((await readRequests())[0]?.body).toEqual({ grant_type: 'client_credential', appid, secret: '***' })
})

test('neither the code nor the session key of a login appears anywhere', async () => {
  const { code, sessionKey } = await login()
  const text = await allText()
  expect([text.includes(code), text.includes(sessionKey)]).toEqual([false, false])
})

test('a token appears neither where it was issued nor where it was used', async () => {
  const token = await wechat.fetchToken()
  await wechat.post(`/wxa/msg_sec_check?access_token=${token}`, { version: 2 })
  expect(await allText()).not.toContain(token)
})

test.each([
  ['in a field of another name', () => wechat.post('/cgi-bin/stable_token', { appid: secret, x: [secret] })],
  ['in a query of another name', () => wechat.get(`/sns/jscode2session?key=${secret}`)],
  ['in a body that is not JSON', () => wechat.post('/cgi-bin/stable_token', `secret=${secret}`)],
  ['on a path that is not there', () => wechat.get(`/cgi-bin/tokens?appid=${appid}&secret=${secret}`)],
])('the secret does not appear %s', async (_, call) => {
  await call()
  expect(await allText()).not.toContain(secret)
})

test('the newest 5000 requests are kept', async () => {
  await wechat.get('/sns/jscode2session')
  const { requests } = wechat.simulator.state
  requests.push(...Array.from({ length: 4999 }, () => structuredClone(requests[0]!)))
  await wechat.fetchToken()
  expect([requests.length, requests.at(-1)?.path]).toEqual([5000, '/cgi-bin/stable_token'])
})
