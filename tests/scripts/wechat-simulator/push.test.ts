import { open, startPushForEachTest, template } from './start-push'
import { type Receiver, signatureOf, token } from './start-receiver'
import { appid, minuteMs, startWechat, type Wechat } from './start-wechat'

const other = 'sim-template-progress'
let wechat: Wechat
let receiver: Receiver
let openid: string
const { verify, subscribe, deliver, send, posts, events } = startPushForEachTest(
  (begun) => ({ wechat, receiver, openid } = begun),
)

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
