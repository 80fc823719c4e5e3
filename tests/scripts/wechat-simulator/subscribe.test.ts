import { defaultTemplates } from '../../../scripts/wechat-simulator/seed'
import { startWechat, type Wechat } from './start-wechat'

const keys = [{ key: 'thing1', label: '事项', type: 'thing' as const }]
const templates = [
  ...defaultTemplates,
  { id: 'same-title', title: '待办提醒', type: 2 as const, keys },
  { id: 'long-term', title: '会议通知', type: 3 as const, keys },
]

let wechat: Wechat
let openid: string
beforeEach(async () => {
  wechat = await startWechat({ templates })
  openid = await wechat.addUser()
})
afterEach(() => wechat.close())

const subscribe = (tmplIds: unknown, answers?: object) =>
  wechat.control(`/users/${openid}/subscribe`, { tmplIds, answers })
const remainingOf = (templateId: string) =>
  wechat.simulator.state.subscriptions.find((one) => one.templateId === templateId)?.remaining ?? 0

test('an answer has one key per template', async () => {
  expect(await subscribe(['sim-template-progress', 'sim-template-task'])).toEqual({
    errMsg: 'requestSubscribeMessage:ok',
    'sim-template-progress': 'accept',
    'sim-template-task': 'accept',
  })
})

test('accepts of a one-time template add up', async () => {
  await subscribe(['sim-template-task'])
  await subscribe(['sim-template-task'])
  expect(remainingOf('sim-template-task')).toBe(2)
})

test.each(['reject', 'ban'])('the answer %s is told to the page', async (answer) => {
  const outcome = await subscribe(['sim-template-task'], { 'sim-template-task': answer })
  expect(outcome['sim-template-task']).toBe(answer)
})

test('a reject adds no send', async () => {
  await subscribe(['sim-template-task'], { 'sim-template-task': 'reject' })
  expect(remainingOf('sim-template-task')).toBe(0)
})

test('a reject leaves earlier accepts alone', async () => {
  await subscribe(['sim-template-task'])
  await subscribe(['sim-template-task'], { 'sim-template-task': 'reject' })
  expect(remainingOf('sim-template-task')).toBe(1)
})

test('a second template of the same title is filtered', async () => {
  const outcome = await subscribe(['sim-template-task', 'same-title'])
  expect(outcome['same-title']).toBe('filter')
})

test('a filtered template gets no send', async () => {
  await subscribe(['sim-template-task', 'same-title'])
  expect(remainingOf('same-title')).toBe(0)
})

test('an id given twice is asked once', async () => {
  await subscribe(['sim-template-task', 'sim-template-task'])
  expect(remainingOf('sim-template-task')).toBe(1)
})

test.each([
  ['an empty list', 10001, []],
  ['no list', 10004, 'sim-template-task'],
  ['a list with a number', 10004, [1]],
  ['six ids, even unknown ones', 20003, ['a', 'b', 'c', 'd', 'e', 'f']],
  ['one-time and long-term together', 20002, ['sim-template-task', 'long-term']],
  ['mixed types and an unknown id', 20002, ['sim-template-task', 'long-term', 'x']],
  ['an unknown id', 20001, ['sim-template-task', 'x']],
])('%s fails with %i', async (_, errCode, tmplIds) => {
  expect((await subscribe(tmplIds)).errCode).toBe(errCode)
})

test('a failed call adds no send', async () => {
  await subscribe(['sim-template-task', 'x'])
  expect(remainingOf('sim-template-task')).toBe(0)
})

test('five ids are not too many', async () => {
  expect((await subscribe(['a', 'b', 'c', 'd', 'e'])).errCode).toBe(20001)
})

test('with the main switch off it fails with 20004', async () => {
  await wechat.control('/users', { openid, mainSwitch: false })
  expect((await subscribe(['sim-template-task'])).errCode).toBe(20004)
})

test('refusing without naming a template refuses all of them', async () => {
  await subscribe(['sim-template-progress', 'sim-template-task'])
  expect(await wechat.control(`/users/${openid}/unsubscribe`)).toEqual({ subscriptions: [] })
})

test('refusing one template leaves the others', async () => {
  await subscribe(['sim-template-progress', 'sim-template-task'])
  await wechat.control(`/users/${openid}/unsubscribe`, { tmplIds: ['sim-template-task'] })
  expect(remainingOf('sim-template-progress')).toBe(1)
})

describe('a kept choice', () => {
  test('answers without a pop-up and still earns one send per tap', async () => {
    await wechat.control(`/users/${openid}/subscribe`, { tmplIds: ['sim-template-task'], keep: true })
    const outcome = await subscribe(['sim-template-task'], { 'sim-template-task': 'reject' })
    expect([outcome['sim-template-task'], remainingOf('sim-template-task')]).toEqual(['accept', 2])
  })

  test('of no stays no', async () => {
    const answers = { 'sim-template-task': 'reject' }
    await wechat.control(`/users/${openid}/subscribe`, {
      tmplIds: ['sim-template-task'],
      answers,
      keep: true,
    })
    expect((await subscribe(['sim-template-task']))['sim-template-task']).toBe('reject')
    expect(remainingOf('sim-template-task')).toBe(0)
  })

  test('is what getSetting shows, and only that', async () => {
    await subscribe(['long-term'])
    await wechat.control(`/users/${openid}/subscribe`, { tmplIds: ['sim-template-task'], keep: true })
    expect((await wechat.get(`/__sim/users/${openid}/setting`)).json).toEqual({
      subscriptionsSetting: { mainSwitch: true, itemSettings: { 'sim-template-task': 'accept' } },
    })
  })

  test('is forgotten with the template in the settings', async () => {
    await wechat.control(`/users/${openid}/subscribe`, { tmplIds: ['sim-template-task'], keep: true })
    await wechat.control(`/users/${openid}/unsubscribe`, {})
    const outcome = await subscribe(['sim-template-task'], { 'sim-template-task': 'reject' })
    expect(outcome['sim-template-task']).toBe('reject')
  })
})

test('a banned template is ban, whatever the user taps', async () => {
  await wechat.control('/named-faults/templateBanned', { templateId: 'sim-template-task' })
  expect((await subscribe(['sim-template-task']))['sim-template-task']).toBe('ban')
})

test('an account whose messages are banned is 20005', async () => {
  await wechat.control('/named-faults/messagesBanned')
  expect((await subscribe(['sim-template-task'])).errCode).toBe(20005)
})

test('a tap that was lost on the way asks nothing', async () => {
  const body = { tmplIds: ['sim-template-task'], tapped: false }
  const { errMsg } = await wechat.control(`/users/${openid}/subscribe`, body)
  expect([errMsg, remainingOf('sim-template-task')]).toEqual([
    'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    0,
  ])
})

test('the ledger says how it came to what is left', async () => {
  await subscribe(['sim-template-task'])
  await subscribe(['sim-template-task'], { 'sim-template-task': 'reject' })
  await wechat.control(`/users/${openid}/unsubscribe`, {})
  const { json } = await wechat.get(`/__sim/users/${openid}/subscriptions`)
  expect(json.subscriptions).toEqual([])
  expect((json.history as { what: string }[]).map(({ what }) => what)).toEqual([
    'accept',
    'reject',
    'dropped',
  ])
})
