import { badLabels } from '../../../scripts/wechat-simulator/shapes'
import { minuteMs, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
let openid: string
beforeEach(async () => {
  wechat = await startWechat()
  openid = await wechat.addUser()
  await wechat.control(`/users/${openid}/touch`)
})
afterEach(() => wechat.close())

const check = async (changes: object) => {
  const body = { version: 2, openid, scene: 2, content: '修一修村口的路灯', ...changes }
  return (await wechat.business('/wxa/msg_sec_check', body)).json
}
const errcodeOf = async (changes: object = {}) => (await check(changes)).errcode
const resultOf = async (changes: object) => (await check(changes)).result

test('an ordinary text passes with label 100', async () => {
  expect(await check({})).toEqual({
    errcode: 0,
    errmsg: 'ok',
    result: { suggest: 'pass', label: 100 },
    detail: [
      { strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 },
      { strategy: 'keyword', errcode: 0, suggest: 'pass', label: 100 },
    ],
    trace_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/) as string,
  })
})

test('a found word is named in the keyword entry', async () => {
  const { detail } = await check({ content: '先颠覆国家政权再说' })
  expect(detail).toContainEqual({
    strategy: 'keyword',
    errcode: 0,
    suggest: 'risky',
    label: 20001,
    level: 20,
    keyword: '颠覆国家政权',
  })
})

test.each(badLabels)('SIM_RISKY_%i is risky with its label', async (label) => {
  expect(await resultOf({ content: `x SIM_RISKY_${label} y` })).toEqual({ suggest: 'risky', label })
})

test.each(badLabels)('SIM_REVIEW_%i is for review with its label', async (label) => {
  expect(await resultOf({ content: `SIM_REVIEW_${label}` })).toEqual({ suggest: 'review', label })
})

test('a magic string with a label that does not exist is an ordinary text', async () => {
  expect(await resultOf({ content: 'SIM_RISKY_12345' })).toEqual({ suggest: 'pass', label: 100 })
})

test('risky wins over review', async () => {
  expect(await resultOf({ content: 'SIM_REVIEW_20001 SIM_RISKY_20006' })).toEqual({
    suggest: 'risky',
    label: 20006,
  })
})

test.each([
  ['加微信领红包', 10001],
  ['时政评论', 20001],
  ['裸聊', 20002],
  ['王八蛋', 20003],
  ['枪支出售', 20006],
  ['刷单返利', 20008],
  ['低俗段子', 20012],
  ['盗版影碟', 20013],
  ['其他违规', 21000],
])('the word list has %s for label %i', async (content, label) => {
  expect(await resultOf({ content })).toMatchObject({ label })
})

test.each(['title', 'nickname'])('the %s is judged too', async (name) => {
  expect(await resultOf({ [name]: 'SIM_RISKY_20002' })).toEqual({ suggest: 'risky', label: 20002 })
})

test('the signature is judged in a profile', async () => {
  expect(await resultOf({ scene: 1, signature: 'SIM_RISKY_20002' })).toMatchObject({ suggest: 'risky' })
})

test('the signature is not read outside a profile', async () => {
  expect(await resultOf({ scene: 2, signature: 'SIM_RISKY_20002' })).toMatchObject({ suggest: 'pass' })
})

test.each([
  ['version 1, even when the scene is bad', 47001, { version: 1, scene: 9 }],
  ['version 2 in text', 47001, { version: '2' }],
  ['no version', 47001, { version: undefined }],
  ['an unknown scene, even when the openid is unknown', 40129, { scene: 5, openid: 'x' }],
  ['a scene in text', 40129, { scene: '2' }],
  ['an unknown openid', 40003, { openid: 'x' }],
  ['no openid', 40003, { openid: undefined }],
  ['no content', 44002, { content: undefined }],
  ['empty content', 44002, { content: '' }],
  ['content that is not text', 47001, { content: 5 }],
  ['content of 2501 characters', 47001, { content: '字'.repeat(2501) }],
  ['a title that is not text', 47001, { title: 5 }],
  ['a null title', 47001, { title: null }],
])('%s is %i', async (_, errcode, changes) => {
  expect(await errcodeOf(changes)).toBe(errcode)
})

test('2500 characters pass', async () => {
  expect(await errcodeOf({ content: '字'.repeat(2500) })).toBe(0)
})

test('a character outside the basic plane counts once', async () => {
  expect(await errcodeOf({ content: '𠮷'.repeat(2500) })).toBe(0)
})

test('an openid of another app is 43104', async () => {
  await wechat.control('/apps', { appid: 'wx1', secret: 'other' })
  expect(await errcodeOf({ openid: await wechat.addUser({ appid: 'wx1' }) })).toBe(43104)
})

test('a user who was never in the mini-program is 61010', async () => {
  expect(await errcodeOf({ openid: await wechat.addUser() })).toBe(61010)
})

test('two hours after the last visit the text is still checked', async () => {
  await wechat.advance(120 * minuteMs)
  expect(await errcodeOf()).toBe(0)
})

test('more than two hours after the last visit is 61010, even when the content is too long', async () => {
  await wechat.advance(120 * minuteMs + 1)
  expect(await errcodeOf({ content: '字'.repeat(2501) })).toBe(61010)
})

test.each([
  ['opening the mini-program', '/touch', {}],
  ['a login code', '/login-code', {}],
  ['an answer in the subscription pop-up', '/subscribe', { tmplIds: ['sim-template-task'] }],
])('%s counts as a visit', async (_, path, body) => {
  await wechat.advance(180 * minuteMs)
  await wechat.control(`/users/${openid}${path}`, body)
  expect(await errcodeOf()).toBe(0)
})

test('above the minute quota a check is 44991', async () => {
  wechat.simulator.state.limits.textCheckMinute = 0
  expect(await errcodeOf()).toBe(44991)
})

test('above the day quota a check is 45009', async () => {
  wechat.simulator.state.limits.textCheckDay = 0
  expect(await errcodeOf()).toBe(45009)
})
