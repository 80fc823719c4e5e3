import { appid, minuteMs, startWechat, secret, type Wechat } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

const path = '/cgi-bin/stable_token'
const ask = (changes: object = {}) =>
  wechat.post(path, { grant_type: 'client_credential', appid, secret, ...changes })
const errcodeOf = async (changes: object) => (await ask(changes)).json.errcode
const force = async () => String((await ask({ force_refresh: true })).json.access_token)

/** What a business call says of a token: 44002 means that the token itself is good. */
const errcodeWith = async (token: string) =>
  (await wechat.post(`/wxa/msg_sec_check?access_token=${token}`)).json.errcode
const good = 44002

test('a token comes with 7200 seconds', async () => {
  const { json } = await ask()
  expect(json.expires_in).toBe(7200)
})

test('a second call gives the same token with the seconds that are left', async () => {
  const first = await ask()
  await wechat.advance(100 * minuteMs)
  expect((await ask()).json).toEqual({ access_token: first.json.access_token, expires_in: 1200 })
})

test('with more than 300 seconds left the token stays', async () => {
  const token = await wechat.fetchToken()
  await wechat.advance(115 * minuteMs - 1)
  expect(await wechat.fetchToken()).toBe(token)
})

test('with 300 seconds left another token is issued', async () => {
  const token = await wechat.fetchToken()
  await wechat.advance(115 * minuteMs)
  expect(await wechat.fetchToken()).not.toBe(token)
})

test('after a renewal the old token works for nearly five minutes', async () => {
  const token = await wechat.fetchToken()
  await wechat.advance(115 * minuteMs)
  await wechat.fetchToken()
  await wechat.advance(5 * minuteMs - 1)
  expect(await errcodeWith(token)).toBe(good)
})

test('five minutes after a renewal the old token is 42001', async () => {
  const token = await wechat.fetchToken()
  await wechat.advance(115 * minuteMs)
  await wechat.fetchToken()
  await wechat.advance(5 * minuteMs)
  expect(await errcodeWith(token)).toBe(42001)
})

test('after a late renewal the old token still gets its five minutes', async () => {
  const token = await wechat.fetchToken()
  await wechat.advance(119 * minuteMs)
  await wechat.fetchToken()
  await wechat.advance(4 * minuteMs)
  expect(await errcodeWith(token)).toBe(good)
})

test('an expired token does not come back to life when a new one is issued', async () => {
  const token = await wechat.fetchToken()
  await wechat.advance(120 * minuteMs)
  await wechat.fetchToken()
  expect(await errcodeWith(token)).toBe(42001)
})

test('a forced refresh gives another token', async () => {
  const token = await wechat.fetchToken()
  expect(await force()).not.toBe(token)
})

test('a forced refresh kills the old token at once', async () => {
  const token = await wechat.fetchToken()
  await force()
  expect(await errcodeWith(token)).toBe(40001)
})

test('a forced refresh kills a token in its overlap too', async () => {
  const token = await wechat.fetchToken()
  await wechat.advance(115 * minuteMs)
  await wechat.fetchToken()
  await force()
  expect(await errcodeWith(token)).toBe(40001)
})

test('a second forced refresh within 30 seconds gives the current token', async () => {
  const token = await force()
  await wechat.advance(29_999)
  expect(await force()).toBe(token)
})

test('a second forced refresh after 30 seconds gives another token', async () => {
  const token = await force()
  await wechat.advance(30_000)
  expect(await force()).not.toBe(token)
})

test('the 21st forced refresh of a day gives the current token', async () => {
  let token = ''
  for (let times = 0; times < 20; times += 1) {
    token = await force()
    await wechat.advance(30_000)
  }
  expect(await force()).toBe(token)
})

test('the next day in Shanghai allows forced refreshes again', async () => {
  wechat.simulator.state.limits.tokenForcedDay = 1
  const token = await force()
  await wechat.advance(14 * 60 * minuteMs)
  expect(await force()).not.toBe(token)
})

test('normal calls after a forced refresh give the forced token', async () => {
  const token = await force()
  expect(await wechat.fetchToken()).toBe(token)
})

test.each([
  ['without appid, even when the secret is missing too', 41002, { appid: undefined, secret: undefined }],
  ['with a number as appid', 41002, { appid: 1 }],
  ['without secret, even when the appid is unknown', 41004, { appid: 'wx1', secret: '' }],
  ['with an unknown appid, even when the secret is wrong', 40013, { appid: 'wx1', secret: 'wrong' }],
  ['with a wrong secret, even when the grant type is wrong', 40125, { secret: 'wrong', grant_type: 'x' }],
  ['with another grant type', 40002, { grant_type: 'authorization_code' }],
  ['with a force_refresh that is neither true nor false', 47001, { force_refresh: 'true' }],
  ['with a null force_refresh', 47001, { force_refresh: null }],
])('a call %s is %i', async (_, errcode, changes) => {
  expect(await errcodeOf(changes)).toBe(errcode)
})

test('a frozen secret is 40243', async () => {
  await wechat.control('/apps', { appid, secret, frozen: true })
  expect(await errcodeOf({})).toBe(40243)
})

test('a caller outside the whitelist is 40164', async () => {
  await wechat.control('/apps', { appid, secret, ipWhitelist: ['10.0.0.1'] })
  expect(await errcodeOf({})).toBe(40164)
})

test('GET is 43002', async () => {
  expect((await wechat.get(path)).json.errcode).toBe(43002)
})

test('an empty body is 44002', async () => {
  expect((await wechat.post(path)).json.errcode).toBe(44002)
})

test('a form is 47001', async () => {
  const { json } = await wechat.post(path, `grant_type=client_credential&appid=${appid}`)
  expect(json.errcode).toBe(47001)
})

test('above the minute quota a call is 45011', async () => {
  wechat.simulator.state.limits.tokenMinute = 1
  await ask()
  expect(await errcodeOf({})).toBe(45011)
})

test('above the day quota a call is 45009', async () => {
  wechat.simulator.state.limits.tokenDay = 1
  await ask()
  expect(await errcodeOf({})).toBe(45009)
})
