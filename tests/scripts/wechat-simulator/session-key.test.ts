import { createHmac } from 'node:crypto'
import { appid, secret, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
let openid: string
let sessionKey: string
beforeEach(async () => {
  wechat = await startWechat()
  openid = await wechat.addUser()
  const { code } = await wechat.control(`/users/${openid}/login-code`)
  const query = `appid=${appid}&secret=${secret}&js_code=${String(code)}&grant_type=authorization_code`
  sessionKey = String((await wechat.get(`/sns/jscode2session?${query}`)).json.session_key)
})
afterEach(() => wechat.close())

const sign = (key: string) => createHmac('sha256', key).update('').digest('hex')
const good = () => ({ openid, signature: sign(sessionKey), sig_method: 'hmac_sha256' })
const check = async (changes: Record<string, string> = {}) =>
  (await wechat.ask('/wxa/checksession', { ...good(), ...changes })).json
const reset = async (changes: Record<string, string> = {}) =>
  (await wechat.ask('/wxa/resetusersessionkey', { ...good(), ...changes })).json

test('a signature with the session key passes', async () => {
  expect(await check()).toEqual({ errcode: 0, errmsg: 'ok' })
})

test('a reset gives another key', async () => {
  const { session_key: next } = await reset()
  expect([typeof next, next === sessionKey]).toEqual(['string', false])
})

test('after a reset the old key is 87009 and the new one passes', async () => {
  const next = String((await reset()).session_key)
  expect([(await check()).errcode, (await check({ signature: sign(next) })).errcode]).toEqual([87009, 0])
})

test('a second login replaces the key', async () => {
  const { code } = await wechat.control(`/users/${openid}/login-code`)
  await wechat.get(
    `/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${String(code)}&grant_type=authorization_code`,
  )
  expect((await check()).errcode).toBe(87009)
})

test.each([
  [40097, { signature: '' }],
  [40097, { openid: '' }],
  [40003, { openid: 'nobody' }],
  [87008, { sig_method: 'md5' }],
  [87009, { signature: 'wrong' }],
])('both calls are %i for %j', async (errcode, changes) => {
  expect([(await check(changes)).errcode, (await reset(changes)).errcode]).toEqual([errcode, errcode])
})

test('a user who never signed in is 87007', async () => {
  expect((await check({ openid: await wechat.addUser() })).errcode).toBe(87007)
})

test('the new key is not recorded', async () => {
  const next = String((await reset()).session_key)
  expect((await wechat.get('/__sim/requests')).text).not.toContain(next)
})
