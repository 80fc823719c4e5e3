import { open, startPushForEachTest } from './start-push'
import { signatureOf, token } from './start-receiver'
import { appid, minuteMs, start, type Wechat } from './start-wechat'

let wechat: Wechat
let openid: string
const { verify, subscribe, deliver, send, posts, events } = startPushForEachTest(
  (begun) => ({ wechat, openid } = begun),
)
const turnOn = (name: string, choice: object = {}) => wechat.control(`/named-faults/${name}`, choice)

describe('faults', () => {
  beforeEach(() => verify({ mode: 'safe' }))
  const names = () =>
    posts().map(({ body }) => {
      const { message } = open((JSON.parse(body) as { Encrypt: string }).Encrypt)
      return (JSON.parse(message) as { Event: string }).Event
    })

  test('pushDuplicated', async () => {
    await turnOn('pushDuplicated')
    await subscribe()
    const [first, second] = posts().map(({ query, body }) => ({ query, body }))
    expect([posts().length, first]).toEqual([2, second])
  })

  test('pushReordered', async () => {
    await turnOn('pushReordered')
    await subscribe()
    await wechat.control(`/users/${openid}/unsubscribe`, {})
    expect(names()).toEqual(['subscribe_msg_change_event', 'subscribe_msg_popup_event'])
  })

  test('pushDelayed', async () => {
    await turnOn('pushDelayed')
    await subscribe()
    await wechat.advance(35 * minuteMs - 1)
    expect(posts()).toHaveLength(0)
    await wechat.advance(1)
    expect(posts()).toHaveLength(1)
  })

  test('pushWrongSignature', async () => {
    await turnOn('pushWrongSignature')
    await subscribe()
    const { query, body } = posts()[0]!
    const { Encrypt } = JSON.parse(body) as { Encrypt: string }
    expect(query.msg_signature).not.toBe(signatureOf(token, query.timestamp!, query.nonce!, Encrypt))
    expect(query.signature).not.toBe(signatureOf(token, query.timestamp!, query.nonce!))
  })

  test('pushWrongAppid', async () => {
    await turnOn('pushWrongAppid')
    await subscribe()
    const { query, body } = posts()[0]!
    const { Encrypt } = JSON.parse(body) as { Encrypt: string }
    expect(query.msg_signature).toBe(signatureOf(token, query.timestamp!, query.nonce!, Encrypt))
    expect(open(Encrypt).appid).not.toBe(appid)
  })

  test('pushOldTimestamp', async () => {
    await turnOn('pushOldTimestamp')
    await subscribe()
    const { query } = posts()[0]!
    expect(Number(query.timestamp)).toBe(start / 1000 - 3600)
    expect(query.signature).toBe(signatureOf(token, query.timestamp!, query.nonce!))
  })

  test('pushReplayed', async () => {
    await subscribe()
    await wechat.advance(60 * minuteMs)
    await turnOn('pushReplayed')
    const [first, second] = posts().map(({ query, body }) => ({ query, body }))
    expect(second).toEqual(first)
  })

  test('pushReplayed with nothing to replay is HTTP 400', async () => {
    expect((await wechat.post('/__sim/named-faults/pushReplayed', {})).status).toBe(400)
  })

  test('pushHugeBody', async () => {
    await turnOn('pushHugeBody')
    expect(posts()[0]!.body.length).toBeGreaterThan(1024 * 1024)
  })

  test('pushUnknownEvent', async () => {
    await turnOn('pushUnknownEvent')
    expect(names()).toEqual(['sim_unknown_event'])
  })

  test('sentEventFails', async () => {
    await verify({ mode: 'plain' })
    await subscribe()
    await turnOn('sentEventFails')
    await send()
    await deliver()
    const { List } = events()[1] as { List: Record<string, string> }
    expect([Number(List.ErrorCode), List.ErrorStatus]).toEqual([1, 'failed: system failed'])
  })

  test('sentEventNever', async () => {
    await subscribe()
    await turnOn('sentEventNever')
    await send()
    await deliver()
    expect(names()).toEqual(['subscribe_msg_popup_event'])
  })

  test('sentEventFirst comes before the reply of the send', async () => {
    await subscribe()
    await turnOn('sentEventFirst')
    await send()
    expect(names()).toEqual(['subscribe_msg_popup_event', 'subscribe_msg_sent_event'])
  })

  test('taking all faults away frees the events to come', async () => {
    await turnOn('pushDelayed')
    await wechat.call('DELETE', '/__sim/faults')
    await subscribe()
    expect(posts()).toHaveLength(1)
  })
})

test('a snapshot keeps events that are still on their way', async () => {
  await verify()
  await turnOn('pushDelayed')
  await subscribe()
  const { json } = await wechat.get('/__sim/snapshot')
  await wechat.control('/reset')
  await wechat.control('/snapshot', json)
  await deliver()
  expect(posts()).toHaveLength(1)
})
