import { type TemplateSeed } from '../../../scripts/wechat-simulator/seed-shapes'
import { defaultTemplates } from '../../../scripts/wechat-simulator/seed'
import { appid, startWechat, secret, type Wechat } from './start-wechat'

const notice: TemplateSeed = {
  id: 'long-term',
  title: '会议通知',
  type: 3,
  keys: [{ key: 'thing1', label: '会议', type: 'thing' }],
}
const data = {
  character_string1: { value: 'JY-2026-001' },
  thing2: { value: '您的建议有新进展' },
  time3: { value: '2026年11月21日 10:00' },
}

let wechat: Wechat
let openid: string
beforeEach(async () => {
  wechat = await startWechat({ templates: [...defaultTemplates, notice] })
  openid = await wechat.addUser()
})
afterEach(() => wechat.close())

const subscribe = (tmplIds = ['sim-template-progress']) =>
  wechat.control(`/users/${openid}/subscribe`, { tmplIds })

const send = (changes: object = {}) =>
  wechat.business('/cgi-bin/message/subscribe/send', {
    touser: openid,
    template_id: 'sim-template-progress',
    data,
    ...changes,
  })
const errcodeOf = async (changes: object = {}) => (await send(changes)).json.errcode

async function readInbox(): Promise<Record<string, unknown>[]> {
  const { json } = await wechat.get(`/__sim/users/${openid}/inbox`)
  return json.messages as Record<string, unknown>[]
}

test('a subscribed user gets the message', async () => {
  await subscribe()
  expect(await errcodeOf()).toBe(0)
})

test('the inbox shows the card as the user sees it', async () => {
  await subscribe()
  await send({ page: 'pages/suggestion?id=7' })
  expect(await readInbox()).toEqual([
    expect.objectContaining({
      title: '办理进度提醒',
      page: 'pages/suggestion?id=7',
      miniprogramState: 'formal',
      lang: 'zh_CN',
      lines: [
        { key: 'character_string1', label: '编号', value: 'JY-2026-001' },
        { key: 'thing2', label: '事项', value: '您的建议有新进展' },
        { key: 'time3', label: '时间', value: '2026年11月21日 10:00' },
      ],
    }),
  ])
})

test('msgid is a bare number in the JSON text', async () => {
  await subscribe()
  expect((await send()).text).toMatch(/^\{"errcode":0,"errmsg":"ok","msgid":\d{19}\}$/)
})

test('msgid is above 2^53 and fits 64 bits', async () => {
  await subscribe()
  const msgid = BigInt(/"msgid":(\d+)/.exec((await send()).text)?.[1] ?? 0)
  expect(msgid > 2n ** 53n && msgid < 2n ** 63n).toBe(true)
})

test('a reader that turns msgid into a JavaScript number gets another number', async () => {
  await subscribe()
  const { text, json } = await send()
  expect(text).not.toContain(BigInt(json.msgid as number).toString())
})

test('the inbox keeps the msgid as text', async () => {
  await subscribe()
  const { text } = await send()
  expect(text).toContain(`"msgid":${String((await readInbox())[0]?.msgid)}}`)
})

test('one accept is one message', async () => {
  await subscribe()
  await send()
  expect(await errcodeOf()).toBe(43101)
})

test('two accepts are two messages', async () => {
  await subscribe()
  await subscribe()
  await send()
  expect(await errcodeOf()).toBe(0)
})

test('an accept of one template is not one of another', async () => {
  await subscribe()
  expect(await errcodeOf({ template_id: 'sim-template-task' })).toBe(43101)
})

test('a long-term template never runs out', async () => {
  await subscribe(['long-term'])
  const meeting = { template_id: 'long-term', data: { thing1: { value: '主席团会议' } } }
  await send(meeting)
  await send(meeting)
  expect(await errcodeOf(meeting)).toBe(0)
})

test('after a refusal in the settings a send is 43101', async () => {
  await subscribe()
  await wechat.control(`/users/${openid}/unsubscribe`, { tmplIds: ['sim-template-progress'] })
  expect(await errcodeOf()).toBe(43101)
})

test('with the main switch off a send is 43101', async () => {
  await subscribe()
  await wechat.control('/users', { openid, mainSwitch: false })
  expect(await errcodeOf()).toBe(43101)
})

test('a banned template is 43107', async () => {
  await subscribe()
  wechat.simulator.state.templates[0]!.banned = true
  expect(await errcodeOf()).toBe(43107)
})

test('an account whose messages are banned is 43107', async () => {
  await subscribe()
  wechat.simulator.state.apps[0]!.messagesBanned = true
  expect(await errcodeOf()).toBe(43107)
})

test('with payment the day quota is thirty million', async () => {
  wechat.simulator.state.limits.sendDay = 0
  wechat.simulator.state.apps[0]!.payment = true
  await subscribe()
  expect(await errcodeOf()).toBe(0)
  expect(wechat.simulator.state.limits.sendDayWithPayment).toBe(30_000_000)
})

describe('the order of checks', () => {
  test('an unknown openid is 40003, even when the template is unknown', async () => {
    expect(await errcodeOf({ touser: 'o'.repeat(28), template_id: 'x' })).toBe(40003)
  })

  test('an openid of another app is 40003', async () => {
    await wechat.control('/apps', { appid: 'wx1', secret: 'other' })
    expect(await errcodeOf({ touser: await wechat.addUser({ appid: 'wx1' }) })).toBe(40003)
  })

  test('an unknown template is 40037, even when nobody subscribed', async () => {
    expect(await errcodeOf({ template_id: 'x' })).toBe(40037)
  })

  test('without a subscription a bad card is still 43101', async () => {
    expect(await errcodeOf({ data: {} })).toBe(43101)
  })

  test('a bad card is 47003, even when the page is bad', async () => {
    await subscribe()
    expect(await errcodeOf({ data: {}, page: '/pages/home' })).toBe(47003)
  })

  test('a forbidden word is 45168, even when the page is bad', async () => {
    await subscribe()
    const words = { ...data, thing2: { value: 'SIM_SENSITIVE' } }
    expect(await errcodeOf({ data: words, page: '/pages/home' })).toBe(45168)
  })
})

test.each([
  ['with a leading slash', '/pages/home'],
  ['that is not released', 'pages/secret'],
  ['that is empty', ''],
  ['that is not text', 5],
])('a page %s is 41030', async (_, page) => {
  await subscribe()
  expect(await errcodeOf({ page })).toBe(41030)
})

test('a page that the app releases later is a good one', async () => {
  await subscribe()
  await wechat.control('/apps', { appid, secret, releasedPages: ['pages/new'] })
  expect(await errcodeOf({ page: 'pages/new?a=1' })).toBe(0)
})

test.each([
  ['miniprogram_state', { miniprogram_state: 'production' }],
  ['lang', { lang: 'zh' }],
])('an unknown %s is 47001', async (_, changes) => {
  await subscribe()
  expect(await errcodeOf(changes)).toBe(47001)
})

test('a refused card does not use up the accept', async () => {
  await subscribe()
  await send({ data: {} })
  expect(await errcodeOf()).toBe(0)
})

test('above the day quota a send is 45009', async () => {
  wechat.simulator.state.limits.sendDay = 0
  await subscribe()
  expect(await errcodeOf()).toBe(45009)
})

describe('while another send is worked on', () => {
  beforeEach(async () => {
    wechat.simulator.state.sendTakesMs = 100
    await subscribe()
    await subscribe()
    await wechat.fetchToken()
  })

  test('a send to the same user is 43108', async () => {
    const answers = await Promise.all([send(), send()])
    expect(answers.map(({ json }) => json.errcode).sort()).toEqual([0, 43108])
  })

  test('a send to another user passes', async () => {
    const first = send()
    openid = await wechat.addUser()
    await subscribe()
    const answers = await Promise.all([first, send()])
    expect(answers.map(({ json }) => json.errcode)).toEqual([0, 0])
  })

  test('a send that waits for the first passes', async () => {
    await send()
    expect(await errcodeOf()).toBe(0)
  })
})
