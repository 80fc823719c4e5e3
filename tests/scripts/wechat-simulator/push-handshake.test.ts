import { aesKey, type Receiver, signatureOf, startReceiver, token } from './start-receiver'
import { start, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
  wechat = await startWechat({ pushTimeoutMs: 2000 })
})
afterEach(async () => {
  await wechat.close()
  await receiver.close()
})

const verify = (changes: object = {}) =>
  wechat.control('/push/verify', { url: receiver.url, token, aesKey, ...changes })

test('the handshake is a signed GET with an echo', async () => {
  expect(await verify()).toMatchObject({ verified: true, status: 200 })
  const { method, query } = receiver.received[0]!
  const { signature, timestamp, nonce, ...rest } = query
  expect([method, Object.keys(rest), timestamp]).toEqual(['GET', ['echostr'], String(start / 1000)])
  expect(signature).toBe(signatureOf(token, timestamp!, nonce!))
})

test.each([
  ['another echo', { status: 200, text: 'success' }],
  ['an error', { status: 403, text: '' }],
  ['an echo with another status', { status: 201, text: 'echo' }],
])('%s fails, and nothing is saved', async (_, reply) => {
  receiver.replies.push(reply)
  expect(await verify()).toMatchObject({ verified: false, status: reply.status })
  expect(wechat.simulator.state.apps[0]?.push).toBeNull()
})

test('no answer in time fails', async () => {
  await wechat.control('/push/pace', { pushTimeoutMs: 50 })
  receiver.replies.push('silent')
  expect(await verify()).toEqual({ verified: false, status: null, reply: null })
})

test('it can be repeated for what was saved', async () => {
  await verify({ mode: 'safe' })
  expect(await wechat.control('/push/verify')).toMatchObject({ verified: true })
  expect(wechat.simulator.state.apps[0]?.push).toMatchObject({ url: receiver.url, mode: 'safe' })
})

test('that of a container is a probe without a signature', async () => {
  expect(await verify({ mode: 'container' })).toMatchObject({ verified: true })
  expect(receiver.received[0]).toMatchObject({
    method: 'POST',
    query: {},
    body: '{"action":"CheckContainerPath"}',
  })
})

test.each([
  ['an address elsewhere', { url: 'https://example.com/push' }],
  ['a key of 42 characters', { aesKey: 'A'.repeat(42) }],
  ['a token with a dash', { token: 'push-token' }],
  ['another mode', { mode: 'open' }],
])('%s is HTTP 400', async (_, changes) => {
  const body = { url: receiver.url, token, aesKey, ...changes }
  expect((await wechat.post('/__sim/push/verify', body)).status).toBe(400)
})
