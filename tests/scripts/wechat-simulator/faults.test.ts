import { startWechat, type Wechat } from './start-wechat'

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
    users: [{ openid }],
    subscriptions: [{ openid, templateId: 'sim-template-task', accepts: 9 }],
  })
  await wechat.fetchToken()
})
afterEach(() => wechat.close())

const setFault = (fault: object) => wechat.control('/faults', { path: sendPath, ...fault })
const send = () => wechat.business(sendPath, message)
const sent = () => wechat.simulator.state.messages.length

/** A caller that gives up after a while, as ours does. */
async function sendWithPatience(milliseconds: number): Promise<string> {
  const url = `${wechat.simulator.url}${sendPath}?access_token=${await wechat.fetchToken()}`
  const signal = AbortSignal.timeout(milliseconds)
  return fetch(url, { method: 'POST', body: JSON.stringify(message), signal }).then(
    () => 'answered',
    (error: Error) => error.name,
  )
}

describe('reset', () => {
  test('the caller sees a broken connection', async () => {
    await setFault({ kind: 'reset' })
    await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  })

  test('nothing was sent', async () => {
    await setFault({ kind: 'reset' })
    await send().catch(() => undefined)
    expect(sent()).toBe(0)
  })
})

describe('hangBefore', () => {
  test('no answer comes', async () => {
    await setFault({ kind: 'hangBefore' })
    expect(await sendWithPatience(200)).toBe('TimeoutError')
  })

  test('nothing was sent', async () => {
    await setFault({ kind: 'hangBefore' })
    await sendWithPatience(200)
    expect(sent()).toBe(0)
  })
})

describe('hangAfter', () => {
  test('no answer comes', async () => {
    await setFault({ kind: 'hangAfter' })
    expect(await sendWithPatience(200)).toBe('TimeoutError')
  })

  test('the message was sent', async () => {
    await setFault({ kind: 'hangAfter' })
    await sendWithPatience(200)
    expect(sent()).toBe(1)
  })

  test('the user can be sent to again', async () => {
    await setFault({ kind: 'hangAfter' })
    await sendWithPatience(200)
    expect((await send()).json.errcode).toBe(0)
  })
})

describe.each(['hangBefore', 'hangAfter'])('%s', (kind) => {
  test('ends when the simulator closes', async () => {
    await setFault({ kind })
    const waiting = sendWithPatience(5000)
    while (!wechat.simulator.state.requests.some(({ fault }) => fault === kind)) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await wechat.close()
    expect(await waiting).toBe('TypeError')
  })
})

describe('slow', () => {
  test('an impatient caller gets no answer', async () => {
    await setFault({ kind: 'slow', ms: 1000 })
    expect(await sendWithPatience(200)).toBe('TimeoutError')
  })

  test('the message was sent before the caller gave up', async () => {
    await setFault({ kind: 'slow', ms: 1000 })
    await sendWithPatience(200)
    expect(sent()).toBe(1)
  })

  test('a patient caller gets the answer', async () => {
    await setFault({ kind: 'slow', ms: 50 })
    expect((await send()).json.errcode).toBe(0)
  })

  test('closing does not wait for it', async () => {
    await setFault({ kind: 'slow', ms: 60_000 })
    await sendWithPatience(50)
    await expect(wechat.close()).resolves.toBeUndefined()
  })
})

describe('http502', () => {
  test('the answer is a page of a proxy', async () => {
    await setFault({ kind: 'http502' })
    expect(await send()).toMatchObject({
      status: 502,
      type: 'text/html',
      text: expect.stringContaining('<html>') as string,
    })
  })

  test('nothing was sent', async () => {
    await setFault({ kind: 'http502' })
    await send()
    expect(sent()).toBe(0)
  })
})

describe('truncatedJson', () => {
  test('the answer is HTTP 200', async () => {
    await setFault({ kind: 'truncatedJson' })
    expect((await send()).status).toBe(200)
  })

  test('the answer is not JSON', async () => {
    await setFault({ kind: 'truncatedJson' })
    const { text } = await send()
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  })

  test('the message was sent', async () => {
    await setFault({ kind: 'truncatedJson' })
    await send()
    expect(sent()).toBe(1)
  })
})

describe('errcode', () => {
  test.each([-1, 40001, 42001, 43107, 45009, 48001, 50002, 89503])('the answer is %i', async (errcode) => {
    await setFault({ kind: 'errcode', errcode })
    expect((await send()).json.errcode).toBe(errcode)
  })

  test('the text ends in a rid', async () => {
    await setFault({ kind: 'errcode', errcode: -1 })
    expect((await send()).json.errmsg).toMatch(/^system error rid: [0-9a-f-]{26}$/)
  })

  test('nothing was sent', async () => {
    await setFault({ kind: 'errcode', errcode: -1 })
    await send()
    expect(sent()).toBe(0)
  })
})

test('a fault is used up by one call', async () => {
  await setFault({ kind: 'errcode', errcode: -1 })
  await send()
  expect((await send()).json.errcode).toBe(0)
})

test('a fault lasts for as many calls as it says', async () => {
  await setFault({ kind: 'errcode', errcode: -1, times: 2 })
  const answers = [await send(), await send(), await send()]
  expect(answers.map(({ json }) => json.errcode)).toEqual([-1, -1, 0])
})

test('faults of one path come in the order in which they were set', async () => {
  await setFault({ kind: 'errcode', errcode: 45009 })
  await setFault({ kind: 'errcode', errcode: -1 })
  const answers = [await send(), await send()]
  expect(answers.map(({ json }) => json.errcode)).toEqual([45009, -1])
})

test('a fault leaves other paths alone', async () => {
  await setFault({ kind: 'errcode', errcode: -1 })
  expect((await wechat.business('/wxa/msg_sec_check', { version: 1 })).json.errcode).toBe(47001)
})

test('a star at the end matches every path with that beginning', async () => {
  await wechat.control('/faults', { path: '/cgi-bin/message/*', kind: 'errcode', errcode: -1 })
  expect((await send()).json.errcode).toBe(-1)
})

test('a new fault is answered with all that wait', async () => {
  await setFault({ kind: 'reset' })
  expect(await setFault({ kind: 'slow', ms: 10, times: 3 })).toEqual({
    faults: [
      { path: sendPath, kind: 'reset' },
      { path: sendPath, kind: 'slow', ms: 10, times: 3 },
    ],
  })
})

test('DELETE takes all faults away', async () => {
  await setFault({ kind: 'reset', times: 5 })
  await wechat.call('DELETE', '/__sim/faults')
  expect((await send()).json.errcode).toBe(0)
})

test.each([
  ['an unknown kind', { kind: 'explode' }],
  ['slow without a time', { kind: 'slow' }],
  ['errcode without a code', { kind: 'errcode' }],
])('%s is HTTP 400', async (_, fault) => {
  expect((await wechat.post('/__sim/faults', { path: sendPath, ...fault })).status).toBe(400)
})

test('a recorded request names the fault that hit it', async () => {
  await setFault({ kind: 'reset' })
  await send().catch(() => undefined)
  expect(wechat.simulator.state.requests.at(-1)).toMatchObject({ fault: 'reset', status: null, reply: null })
})
