import jsqr from 'jsqr'
import sharp from 'sharp'
import { readEnv } from '../../server/env'
import { createWechat, type Wechat } from '../../server/gateways/wechat/wechat'
import { classify } from '../../server/gateways/wechat/push-result'
import { startSimulator } from '../../scripts/wechat-simulator/simulator'
import { createClock } from '../support/clock'
import { wechatConfig } from '../support/wechat-config'

/** The gateway against the simulator, which was written from the same facts by other hands. */
const clock = createClock('2026-11-23T01:00:00Z')
const openid = 'o' + 'g'.repeat(27)
let simulator: Awaited<ReturnType<typeof startSimulator>>
let wechat: Wechat

beforeEach(async () => {
  simulator = await startSimulator({
    now: () => clock.now().getTime(),
    log: () => {},
    users: [{ openid, lastActiveAt: clock.now().getTime() }],
    subscriptions: [{ openid, templateId: 'sim-template-task', accepts: 3 }],
  })
  const env = readEnv({ NODE_ENV: 'test', ...wechatConfig(simulator.url) })
  wechat = createWechat({ ...env.wechat, miniprogramState: 'formal' }, clock.now)
})
afterEach(() => simulator.close())

const control = async (path: string, body: unknown) => {
  await fetch(`${simulator.url}/__sim${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
const push = () =>
  wechat.sendPush({
    openid,
    kind: 'task',
    number: '2026-0001',
    time: '2026年11月23日 09:00',
    page: 'pages/matter?kind=suggestion&town=a&id=b',
  })
const callsOf = (path: string) => simulator.state.requests.filter((request) => request.path === path).length

test('ten pushes at once fetch one token', async () => {
  await Promise.all(Array.from({ length: 10 }, push))
  expect(callsOf('/cgi-bin/stable_token')).toBe(1)
})

test('a token is renewed before it ends', async () => {
  await push()
  clock.advance({ seconds: 7200 })
  await push()
  expect(callsOf('/cgi-bin/stable_token')).toBe(2)
})

test('it never forces a refresh', async () => {
  await push()
  const [request] = simulator.state.requests.filter(({ path }) => path === '/cgi-bin/stable_token')
  expect(JSON.stringify(request?.body)).not.toContain('force_refresh')
})

test.each([40001, 40014, 42001])('after %i it fetches a token once and tries once more', async (errcode) => {
  await control('/faults', { path: '/cgi-bin/message/subscribe/send', kind: 'errcode', errcode })
  expect((await push()).end).toBe('sent')
})

test('a token that keeps being refused does not make a loop', async () => {
  await control('/faults', {
    path: '/cgi-bin/message/subscribe/send',
    kind: 'errcode',
    errcode: 40001,
    times: 10,
  })
  expect([await push(), callsOf('/cgi-bin/message/subscribe/send')]).toMatchObject([
    { end: 'rest', rest: 'configuration' },
    2,
  ])
})

test.each(['http502', 'truncatedJson', 'reset'])('an answer broken by %s means “later”', async (kind) => {
  await control('/faults', { path: '/cgi-bin/message/subscribe/send', kind })
  expect((await push()).end).toBe('later')
})

test('a message id beyond 2^53 keeps its last digit', () => {
  const text = '{"errcode":0,"errmsg":"ok","msgid":1316263177503703041}'
  expect(classify({ kind: 'json', text, body: {}, errcode: 0, errmsg: '' })).toEqual({
    end: 'sent',
    messageId: '1316263177503703041',
  })
})

test('a code decodes to its page and scene', async () => {
  const { bytes, contentType } = await wechat.makeCode('q' + 'a'.repeat(26), 'pages/scan')
  expect(contentType).toBe('image/jpeg')
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const decoded = jsqr(new Uint8ClampedArray(data), info.width, info.height)
  expect(decoded?.data).toBe(`wxsim://wx0000000000000000/pages/scan?scene=q${'a'.repeat(26)}`)
})

test('a code that WeChat refuses is an error, whatever the content type says', async () => {
  await expect(wechat.makeCode('有汉字', 'pages/station')).rejects.toThrow('40129')
  await control('/named-faults/jsonInsteadOfImage', {})
  await expect(wechat.makeCode('s1', 'pages/station')).rejects.toThrow('getwxacodeunlimit')
})

test('an ordinary text passes, a risky one is for a person, and no answer is “later”', async () => {
  const verdicts = [
    await wechat.checkText(openid, '路灯不亮。'),
    await wechat.checkText(openid, 'SIM_RISKY_20006'),
  ]
  await control('/named-faults/checkQuota', {})
  expect([...verdicts, await wechat.checkText(openid, '路灯不亮。')]).toEqual(['pass', 'look', 'later'])
})

test('a login code is exchanged for the openid and nothing more comes back', async () => {
  const answer = await fetch(`${simulator.url}/__sim/users/${openid}/login-code`, { method: 'POST' })
  const { code } = (await answer.json()) as { code: string }
  expect(await wechat.exchangeCode(code)).toEqual({ openid })
})

test('without templates a push is skipped with the reason', async () => {
  const env = readEnv({ NODE_ENV: 'test', ...wechatConfig(simulator.url), WECHAT_TEMPLATES: '' })
  const bare = createWechat(env.wechat, clock.now)
  expect(await bare.sendPush({ openid, kind: 'task', number: '1', time: 'x', page: 'x' })).toEqual({
    end: 'skipped',
    reason: '没有配置订阅消息模板',
  })
})
