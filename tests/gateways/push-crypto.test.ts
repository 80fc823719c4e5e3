import { createCipheriv, createHash } from 'node:crypto'
import { decryptPush, signatureOf } from '../../server/gateways/wechat/push-crypto'
import { answerHandshake, openPush, type PushCall } from '../../server/gateways/wechat/open-push'
import { readEvent } from '../../server/gateways/wechat/read-event'
import { readEnv } from '../../server/env'
import { wechatConfig } from '../support/wechat-config'

/** The numbers that WeChat's own documentation prints. */
const token = 'AAAAA'
const aesKey = 'A'.repeat(43)
const appid = 'wxba5fad812f8e6fb9'
const sealed =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='
const config = {
  ...readEnv({ NODE_ENV: 'test', ...wechatConfig('http://localhost') }).wechat,
  appid,
  push: { token, aesKey },
}

const handshake = {
  signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
  timestamp: '1714036504',
  nonce: '1514711492',
  echostr: '4375120948345356249',
}
const plain = {
  signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78',
  timestamp: '1714037059',
  nonce: '486452656',
}
const safe = {
  signature: 'whatever',
  timestamp: '1714112445',
  nonce: '415670741',
  encrypt_type: 'aes',
  msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
}
/** Opened at the moment at which it was sent. */
const open = (given: typeof config, call: PushCall, lateMs = 0) =>
  openPush(given, call, new Date(Number(call.query.timestamp) * 1000 + lateMs))
const safeBody = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: sealed })

test('the handshake of the documentation gives back its own word, a changed one nothing', () => {
  expect(answerHandshake(config.push, handshake)).toBe('4375120948345356249')
  expect(answerHandshake(config.push, { ...handshake, nonce: '1' })).toBeUndefined()
  expect(answerHandshake(config.push, {})).toBeUndefined()
})

test('an open body is never believed, whatever signature it carries', () => {
  const body = '{"Event":"debug_demo"}'
  expect(open(config, { query: plain, body })).toEqual({ refused: 'open' })
  expect(open(config, { query: { ...plain, timestamp: '1714037060' }, body })).toEqual({
    refused: 'signature',
  })
})

test('what was signed an hour ago is not believed any more, what comes half an hour late is', () => {
  const minutes = (count: number) => count * 60_000
  expect(open(config, { query: safe, body: safeBody }, minutes(45))).toHaveProperty('message')
  expect(open(config, { query: safe, body: safeBody }, minutes(60))).toEqual({ refused: 'stale' })
  expect(open(config, { query: safe, body: safeBody }, minutes(-60))).toEqual({ refused: 'stale' })
})

test('safe mode: the sealed text of the documentation, whose padding is 19 bytes, opens to its event and app', () => {
  const opened = decryptPush(aesKey, sealed)
  expect(opened?.appid).toBe(appid)
  expect(opened?.message).toHaveLength(167)
  expect(readEvent(opened?.message ?? '')?.name).toBe('debug_demo')
  expect(open(config, { query: safe, body: safeBody })).toEqual({ message: opened?.message })
})

test('the sealed answer of the documentation opens as well', () => {
  const answer = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=='
  expect(decryptPush(aesKey, answer)).toEqual({ message: '{"demo_resp":"good luck"}', appid })
})

test('safe mode trusts only the signature over the sealed text', () => {
  const signature = signatureOf([token, safe.timestamp, safe.nonce])
  const changed = { query: { ...safe, signature, msg_signature: signature }, body: safeBody }
  expect(open(config, changed)).toEqual({ refused: 'signature' })
})

test('another app’s message, a broken one and an unsealed one are refused', () => {
  expect(open({ ...config, appid: 'wx1' }, { query: safe, body: safeBody })).toEqual({
    refused: 'otherApp',
  })
  expect(open(config, { query: safe, body: '{"Encrypt":1}' })).toEqual({ refused: 'unreadable' })
  const rubbish = Buffer.alloc(48, 7).toString('base64')
  const msg_signature = signatureOf([token, safe.timestamp, safe.nonce, rubbish])
  expect(
    open(config, { query: { ...safe, msg_signature }, body: JSON.stringify({ Encrypt: rubbish }) }),
  ).toEqual({ refused: 'unreadable' })
})

test('XML is told from everything else, in both modes', () => {
  const body = '<xml><ToUserName>gh</ToUserName></xml>'
  expect(open(config, { query: plain, body })).toEqual({ refused: 'xml' })
  expect(open(config, { query: safe, body })).toEqual({ refused: 'xml' })
})

test('a length that reaches beyond the text does not read beyond it', () => {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const text = Buffer.alloc(32, 13)
  text.writeUInt32BE(4_000_000_000, 16)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  expect(
    decryptPush(aesKey, Buffer.concat([cipher.update(text), cipher.final()]).toString('base64')),
  ).toBeUndefined()
})

const base = { ToUserName: 'gh', FromUserName: 'o1', CreateTime: 1610969440, MsgType: 'event' }
const line = { TemplateId: 'T1', SubscribeStatusString: 'accept', PopupScene: '0' }
const popup = 'subscribe_msg_popup_event'

test.each([
  ['an object at the top', { List: line }, 1],
  ['an array at the top', { List: [line, { ...line, TemplateId: 'T2' }] }, 2],
  ['an object inside', { SubscribeMsgPopupEvent: { List: line } }, 1],
  ['an array inside', { SubscribeMsgPopupEvent: { List: [line, line] } }, 2],
])('the list may be %s', (_name, more, count) => {
  const event = readEvent(JSON.stringify({ ...base, Event: popup, ...more }))
  expect(event?.lines).toHaveLength(count)
  expect(event?.lines[0]).toEqual(line)
})

test('numbers and texts read the same, and a bare message id keeps its last digit', () => {
  const text =
    '{"Event":"subscribe_msg_sent_event","List":{"TemplateId":"T","MsgID":1316263177503703041,"ErrorCode":0}}'
  expect(readEvent(text)?.lines[0]).toEqual({ TemplateId: 'T', MsgID: '1316263177503703041', ErrorCode: '0' })
})

test('two templates accepted in one pop-up are two events, the same one delivered twice is one', () => {
  const digestOf = (more: object) => readEvent(JSON.stringify({ ...base, Event: popup, ...more }))?.digest
  expect(digestOf({ List: line })).toBe(digestOf({ List: line }))
  expect(digestOf({ List: line })).not.toBe(digestOf({ List: { ...line, TemplateId: 'T2' } }))
  expect(digestOf({ List: line })).not.toBe(digestOf({ List: { ...line, SubscribeStatusString: 'reject' } }))
  expect(digestOf({ List: line })).not.toBe(digestOf({ List: line, CreateTime: 1610969441 }))
})

test('the signature is the one that everyone can compute', () => {
  expect(signatureOf(['b', 'a'])).toBe(createHash('sha1').update('ab').digest('hex'))
})
