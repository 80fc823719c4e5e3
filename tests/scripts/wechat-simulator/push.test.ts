import { createDecipheriv } from 'node:crypto'
import { aesKey, type Receiver, signatureOf, startReceiver, token } from './start-receiver'
import { appid, minuteMs, start, startWechat, type Wechat } from './start-wechat'

const template = 'sim-template-task'
const other = 'sim-template-progress'
let wechat: Wechat
let receiver: Receiver
let openid: string
beforeEach(async () => {
  receiver = await startReceiver()
  wechat = await startWechat({ sentEventDelayMs: 60_000, pushTimeoutMs: 2000 })
  openid = await wechat.addUser()
})
afterEach(async () => {
  await wechat.close()
  await receiver.close()
})

const verify = (changes: object = {}) =>
  wechat.control('/push/verify', { url: receiver.url, token, aesKey, ...changes })
const subscribe = (tmplIds = [template], rest: object = {}) =>
  wechat.control(`/users/${openid}/subscribe`, { tmplIds, ...rest })
const deliver = () => wechat.control('/push/deliver')
const turnOn = (name: string, choice: object = {}) => wechat.control(`/named-faults/${name}`, choice)

async function send(): Promise<string> {
  const data = {
    character_string1: { value: 'A1' },
    thing2: { value: '待办' },
    time3: { value: '10:00' },
  }
  const body = { touser: openid, template_id: template, data }
  const { text } = await wechat.business('/cgi-bin/message/subscribe/send', body)
  return /"msgid":(\d+)/.exec(text)?.[1] ?? text
}

const posts = () => receiver.posts()
const events = () => posts().map(({ body }) => JSON.parse(body) as Record<string, unknown>)

function open(secret: string): { random: string; message: string; appid: string } {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(Buffer.from(secret, 'base64')), decipher.final()])
  const bytes = padded.subarray(0, padded.length - (padded.at(-1) ?? 0))
  const end = 20 + bytes.readUInt32BE(16)
  return {
    random: bytes.subarray(0, 16).toString(),
    message: bytes.subarray(20, end).toString(),
    appid: bytes.subarray(end).toString(),
  }
}

test('without a configuration nothing is pushed', async () => {
  await subscribe()
  expect(wechat.simulator.state.pushes).toEqual([])
})

describe('a plain event', () => {
  test('has the three signed values as its query', async () => {
    await verify()
    await subscribe()
    const { signature, timestamp, nonce, ...rest } = posts()[0]!.query
    expect(rest).toEqual({})
    expect(signature).toBe(signatureOf(token, timestamp!, nonce!))
  })

  test('of one answer has an object as its List', async () => {
    await verify()
    await subscribe()
    expect(events()[0]).toEqual({
      ToUserName: wechat.simulator.state.apps[0]!.originalId,
      FromUserName: openid,
      CreateTime: expect.anything() as unknown,
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: {
        TemplateId: template,
        SubscribeStatusString: 'accept',
        PopupScene: expect.anything() as unknown,
      },
    })
  })

  test('of several answers has an array', async () => {
    await verify()
    await subscribe([template, other], { answers: { [other]: 'reject' } })
    expect(events()[0]).toMatchObject({
      List: [
        { TemplateId: template, SubscribeStatusString: 'accept' },
        { TemplateId: other, SubscribeStatusString: 'reject' },
      ],
    })
  })

  test('has numbers as text or as numbers', async () => {
    await verify()
    for (let tap = 0; tap < 12; tap += 1) await subscribe()
    const types = (read: (event: Record<string, unknown>) => unknown) =>
      new Set(events().map((event) => typeof read(event)))
    expect(types(({ CreateTime }) => CreateTime)).toEqual(new Set(['number', 'string']))
    expect(types(({ List }) => (List as { PopupScene: unknown }).PopupScene)).toEqual(
      new Set(['number', 'string']),
    )
  })
})

describe('an encrypted event', () => {
  test('has the query of safe mode', async () => {
    await verify({ mode: 'safe' })
    await subscribe()
    const { query, body } = posts()[0]!
    const { Encrypt, ...rest } = JSON.parse(body) as Record<string, string>
    expect(rest).toEqual({ ToUserName: wechat.simulator.state.apps[0]!.originalId })
    expect(Object.keys(query).sort()).toEqual([
      'encrypt_type',
      'msg_signature',
      'nonce',
      'openid',
      'signature',
      'timestamp',
    ])
    expect([query.encrypt_type, query.openid]).toEqual(['aes', openid])
    expect(query.msg_signature).toBe(signatureOf(token, query.timestamp!, query.nonce!, Encrypt!))
  })

  test('holds the event and the appid', async () => {
    await verify({ mode: 'safe' })
    await subscribe()
    const inside = open((JSON.parse(posts()[0]!.body) as { Encrypt: string }).Encrypt)
    expect(inside.appid).toBe(appid)
    expect(JSON.parse(inside.message)).toMatchObject({ Event: 'subscribe_msg_popup_event' })
  })
})

describe('XML', () => {
  test('has the list in an element of the event', async () => {
    await verify({ format: 'xml' })
    await subscribe([template, other])
    const { body, headers } = posts()[0]!
    expect(headers['content-type']).toBe('text/xml')
    expect(body).toContain('<Event><![CDATA[subscribe_msg_popup_event]]></Event>')
    expect(body).toMatch(
      /<SubscribeMsgPopupEvent><List><TemplateId><!\[CDATA\[sim-template-task\]\]>.*<\/List><List>.*<\/List><\/SubscribeMsgPopupEvent><\/xml>$/,
    )
  })

  test('is encrypted as XML too', async () => {
    await verify({ format: 'xml', mode: 'safe' })
    await subscribe()
    const secret = /<Encrypt><!\[CDATA\[(.+)\]\]><\/Encrypt>/.exec(posts()[0]!.body)?.[1] ?? ''
    expect(open(secret).message).toMatch(/^<xml><ToUserName>/)
  })
})

test('an event to a container is neither signed nor encrypted', async () => {
  await verify({ mode: 'container' })
  await subscribe()
  const { query, headers, body } = posts()[1]!
  expect([query, headers['x-wx-source'], headers['x-wx-openid']]).toEqual([{}, 'wx_client', openid])
  expect(JSON.parse(body)).toMatchObject({ Event: 'subscribe_msg_popup_event' })
})

describe('which events', () => {
  beforeEach(() => verify())

  test('taking a template back in the settings is a reject', async () => {
    await subscribe()
    await wechat.control(`/users/${openid}/unsubscribe`, { tmplIds: [template] })
    expect(events()[1]).toMatchObject({
      Event: 'subscribe_msg_change_event',
      List: { TemplateId: template, SubscribeStatusString: 'reject' },
    })
  })

  test('a kept choice pushes nothing', async () => {
    await subscribe([template], { keep: true })
    await subscribe()
    expect(events()).toHaveLength(1)
  })

  test('a send is followed by its result, with the msgid as text', async () => {
    await subscribe()
    const msgid = await send()
    expect(events()).toHaveLength(1)
    await wechat.advance(minuteMs)
    expect(events()[1]).toMatchObject({
      Event: 'subscribe_msg_sent_event',
      FromUserName: openid,
      List: { TemplateId: template, MsgID: msgid, ErrorStatus: 'success' },
    })
  })

  test('a refused send is followed by nothing', async () => {
    await send()
    await deliver()
    expect(events()).toEqual([])
  })
})

describe('deliveries', () => {
  beforeEach(() => verify())
  const stages = () => wechat.simulator.state.pushes.map(({ stage }) => stage)
  /** Retries run in real time; this waits for them. */
  async function settled(count: number): Promise<void> {
    while (posts().length < count || stages().includes('delivering')) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  test('an empty answer will do', async () => {
    receiver.replies.push({ status: 200, text: '' })
    await subscribe()
    expect([posts().length, stages()]).toEqual([1, ['delivered']])
  })

  test('without an answer the same comes again, three times in all', async () => {
    await wechat.control('/push/pace', { pushTimeoutMs: 50 })
    receiver.replies.push('silent', 'silent', 'silent', 'silent')
    await subscribe()
    await settled(3)
    while (stages()[0] !== 'givenUp') await new Promise((resolve) => setTimeout(resolve, 5))
    const [first, ...rest] = posts().map(({ query, body }) => ({ query, body }))
    expect(rest).toEqual([first, first])
  })

  test('the second delivery may be answered', async () => {
    await wechat.control('/push/pace', { pushTimeoutMs: 50 })
    receiver.replies.push('silent')
    await subscribe()
    await settled(2)
    expect(stages()).toEqual(['delivered'])
  })

  test.each([
    ['another text', { status: 200, text: 'ok' }],
    ['a server error', { status: 500, text: 'success' }],
    ['a redirect', { status: 302, text: '' }],
  ])('%s is no answer; the next delivery is five seconds later', async (_, reply) => {
    await wechat.control('/push/pace', { pushTimeoutMs: 60_000 })
    receiver.replies.push(reply)
    await subscribe()
    expect(stages()).toEqual(['waiting'])
    await wechat.advance(59_000)
    expect(posts()).toHaveLength(1)
    await wechat.advance(1000)
    expect([posts().length, stages()]).toEqual([2, ['delivered']])
  })

  test('a receiver is given five seconds', async () => {
    const plain = await startWechat()
    expect([plain.simulator.state.pushTimeoutMs, plain.simulator.state.sentEventDelayMs]).toEqual([5000, 100])
    await plain.close()
  })
})

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
