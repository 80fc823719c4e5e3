import { appid, minuteMs, startWechat, secret, type Wechat } from './start-wechat'

let wechat: Wechat
let openid: string

beforeEach(async () => {
  wechat = await startWechat()
  openid = await wechat.addUser()
})
afterEach(() => wechat.close())

const drawCode = async () => String((await wechat.control(`/users/${openid}/login-code`)).code)

function exchange(changes: Record<string, string | undefined>) {
  const all = { appid, secret, js_code: 'unknown', grant_type: 'authorization_code', ...changes }
  const given = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return wechat.get(`/sns/jscode2session?${new URLSearchParams(given).toString()}`)
}
const errcodeOf = async (changes: Record<string, string | undefined>) =>
  (await exchange(changes)).json.errcode

test('a good code gives the openid and a session key of 24 characters, and no errcode', async () => {
  const { json } = await exchange({ js_code: await drawCode() })
  expect(json).toEqual({ openid, session_key: expect.stringMatching(/^[\w+/]{22}==$/) as string })
})

test('the openid is 28 characters and starts with o', () => {
  expect(openid).toMatch(/^o[A-Za-z0-9]{27}$/)
})

test('an app bound to an open platform account also gets the unionid', async () => {
  await wechat.control('/apps', { appid, secret, openPlatform: true })
  const { json } = await exchange({ js_code: await drawCode() })
  expect(json.unionid).toBe(wechat.simulator.state.users[0]?.unionid)
})

test('every exchange gives a new session key', async () => {
  const first = await exchange({ js_code: await drawCode() })
  const second = await exchange({ js_code: await drawCode() })
  expect(second.json.session_key).not.toBe(first.json.session_key)
})

test('only the latest session key is kept', async () => {
  await exchange({ js_code: await drawCode() })
  const { json } = await exchange({ js_code: await drawCode() })
  expect(wechat.simulator.state.users[0]?.sessionKey).toBe(json.session_key)
})

test.each([
  ['without appid, even when all else is missing too', 41002, { appid: undefined, secret: undefined }],
  ['without secret, even when the code is missing too', 41004, { secret: undefined, js_code: undefined }],
  ['without a code, even when the appid is wrong', 41008, { js_code: undefined, appid: 'wx1' }],
  ['with an unknown appid, even when the secret is wrong', 40013, { appid: 'wx1', secret: 'wrong' }],
  ['with a wrong secret, even when the grant type is wrong', 40125, { secret: 'wrong', grant_type: 'x' }],
  ['with another grant type, even when the code is unknown', 40002, { grant_type: 'client_credential' }],
  ['with an unknown code', 40029, {}],
])('an exchange %s is %i', async (_, errcode, changes) => {
  expect(await errcodeOf(changes)).toBe(errcode)
})

test('a caller outside the whitelist is 40164, before the grant type is looked at', async () => {
  await wechat.control('/apps', { appid, secret, ipWhitelist: ['10.0.0.1'] })
  expect(await errcodeOf({ grant_type: 'x' })).toBe(40164)
})

test('the refusal of the whitelist names the address in both forms', async () => {
  await wechat.control('/apps', { appid, secret, ipWhitelist: [] })
  const { json } = await exchange({})
  expect(json.errmsg).toMatch(/^invalid ip 127\.0\.0\.1 ipv6 ::ffff:127\.0\.0\.1, not in whitelist, rid: /)
})

test('a caller on the whitelist passes', async () => {
  await wechat.control('/apps', { appid, secret, ipWhitelist: ['127.0.0.1'] })
  expect((await exchange({ js_code: await drawCode() })).json.openid).toBe(openid)
})

test('errmsg has a comma before the rid, unlike other calls', async () => {
  expect((await exchange({})).json.errmsg).toMatch(/^invalid code, rid: [0-9a-f]{8}(-[0-9a-f]{8}){2}$/)
})

test('a frozen secret is 40243', async () => {
  await wechat.control('/apps', { appid, secret, frozen: true })
  expect(await errcodeOf({})).toBe(40243)
})

test('a used code is 40163', async () => {
  const js_code = await drawCode()
  await exchange({ js_code })
  expect(await errcodeOf({ js_code })).toBe(40163)
})

test('a code works until just before five minutes', async () => {
  const js_code = await drawCode()
  await wechat.advance(5 * minuteMs - 1)
  expect((await exchange({ js_code })).json.openid).toBe(openid)
})

test('a code of five minutes is 40029', async () => {
  const js_code = await drawCode()
  await wechat.advance(5 * minuteMs)
  expect(await errcodeOf({ js_code })).toBe(40029)
})

test('a code of another app is 40029', async () => {
  await wechat.control('/apps', { appid: 'wx1', secret: 'other' })
  expect(await errcodeOf({ appid: 'wx1', secret: 'other', js_code: await drawCode() })).toBe(40029)
})

test('a blocked user is 40226', async () => {
  await wechat.control('/users', { openid, blocked: true })
  expect(await errcodeOf({ js_code: await drawCode() })).toBe(40226)
})

test('a blocked user stays 40226 with a used code', async () => {
  const js_code = await drawCode()
  await exchange({ js_code })
  await wechat.control('/users', { openid, blocked: true })
  expect(await errcodeOf({ js_code })).toBe(40226)
})

describe('with two exchanges a minute for each user', () => {
  beforeEach(async () => {
    wechat.simulator.state.limits.loginPerUserMinute = 2
    await exchange({ js_code: await drawCode() })
    await exchange({ js_code: await drawCode() })
  })

  test('the third exchange is 45011', async () => {
    expect(await errcodeOf({ js_code: await drawCode() })).toBe(45011)
  })

  test('the next minute is free again', async () => {
    await wechat.advance(minuteMs)
    expect((await exchange({ js_code: await drawCode() })).json.openid).toBe(openid)
  })

  test('another user is not counted with the first', async () => {
    openid = await wechat.addUser()
    expect((await exchange({ js_code: await drawCode() })).json.openid).toBe(openid)
  })
})

test('POST instead of GET is 43001', async () => {
  const { json } = await wechat.post('/sns/jscode2session', {})
  expect(json.errcode).toBe(43001)
})
