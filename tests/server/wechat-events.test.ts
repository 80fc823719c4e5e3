import { createHash } from 'node:crypto'
import { showConsents } from '../../shared/api/consents'
import { listDeliveries } from '../../shared/api/deliveries'
import { readChannel } from '../../server/features/health/queries'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { createLog } from '../../server/http/log'
import { readWechatEvents } from '../../server/jobs/read-wechat-events'
import { bring } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { consent, fail } from '../support/simulator'
import { deliverSealed } from '../support/seal-push'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const signed = (more: Record<string, string> = {}) => {
  const [timestamp, nonce] = [String(server.clock.now().getTime() / 1000), '486452656']
  const signature = createHash('sha1').update(['AAAAA', timestamp, nonce].sort().join('')).digest('hex')
  return new URLSearchParams({ signature, timestamp, nonce, ...more }).toString()
}
const deliver = (text: string) => deliverSealed(server, text)
const deliverOpen = async (body: string, query = signed()) => {
  const answer = await fetch(`${server.url}/wechat/push?${query}`, { method: 'POST', body })
  return [answer.status, await answer.text()] as const
}
const event = (name: string, openid: string, list: unknown, at = 1610969440) =>
  JSON.stringify({
    ToUserName: 'gh',
    FromUserName: openid,
    CreateTime: at,
    MsgType: 'event',
    Event: name,
    List: list,
  })
const stored = () =>
  server.database.reader.query<{ name: string; raw: string; readAt: string | null }[]>(
    'SELECT name, raw, read_at AS readAt FROM wechat_event',
  )
const template = 'sim-template-task'
const remaining = async () =>
  (await town.office.client.call(showConsents, {})).templates.find((one) => one.template === template)
    ?.remaining
const popup = (openid: string, answer: string, at?: number) =>
  event('subscribe_msg_popup_event', openid, { TemplateId: template, SubscribeStatusString: answer }, at)

test('the handshake is answered with WeChat’s own word', async () => {
  const answer = await fetch(`${server.url}/wechat/push?${signed({ echostr: '4375120948345356249' })}`)
  expect([answer.status, await answer.text()]).toEqual([200, '4375120948345356249'])
})

test('a wrong signature is refused and nothing is kept', async () => {
  const [status] = await deliverOpen('{"Event":"x"}', signed({ nonce: 'other' }))
  expect([status, await stored()]).toEqual([403, []])
})

test('an event is kept as it came and answered at once; what it means comes later; a second delivery changes nothing', async () => {
  const body = popup(town.office.openid, 'accept')
  expect(await deliver(body)).toEqual([200, 'success'])
  expect(await deliver(body)).toEqual([200, 'success'])
  expect(await stored()).toEqual([{ name: 'subscribe_msg_popup_event', raw: body, readAt: null }])
  await server.run('readWechatEvents')
  await server.run('readWechatEvents')
  expect(await remaining()).toBe(1)
  expect((await stored())[0]?.readAt).not.toBeNull()
})

test('whoever turns messages off in WeChat has no “yes” left in the ledger', async () => {
  await deliver(popup(town.office.openid, 'accept'))
  await server.run('readWechatEvents')
  await deliver(
    event('subscribe_msg_change_event', town.office.openid, [
      { TemplateId: template, SubscribeStatusString: 'reject' },
    ]),
  )
  await server.run('readWechatEvents')
  expect(await remaining()).toBe(0)
})

const pushOfOffice = async () => {
  const [row] = await server.database.reader.query<
    { state: string; reason: string | null; messageId: string | null }[]
  >('SELECT state, reason, wechat_message_id AS messageId FROM outbox_message WHERE recipient_id = ?', [
    town.office.id,
  ])
  return row
}
const sentEvent = (messageId: string, code: string | number, status: string) =>
  event('subscribe_msg_sent_event', town.office.openid, {
    TemplateId: template,
    MsgID: messageId,
    ErrorCode: code,
    ErrorStatus: status,
  })

test('a message that WeChat took and could not bring is on the office’s list', async () => {
  await consent(server, town.office.openid)
  await bring(server, town, 'submitted')
  await server.run('deliver')
  await deliver(sentEvent((await pushOfOffice())?.messageId ?? '', 1, 'system error'))
  await server.run('readWechatEvents')
  expect(await pushOfOffice()).toMatchObject({
    state: 'dead',
    reason: '微信收下了，但没有送到（1 system error）',
  })
})

test('a send without an answer that WeChat then reports as brought is not sent again', async () => {
  await consent(server, town.office.openid)
  await bring(server, town, 'submitted')
  await fail(server, '/cgi-bin/message/subscribe/send', 'reset', { times: 5 })
  await server.run('deliver')
  expect(await pushOfOffice()).toMatchObject({ state: 'pending' })
  await deliver(sentEvent('1316263177503703041', '0', 'success'))
  await server.run('readWechatEvents')
  expect(await pushOfOffice()).toEqual({ state: 'sent', reason: null, messageId: '1316263177503703041' })
})

test('an event that comes before the answer to its send waits for it, but not for ever', async () => {
  await deliver(sentEvent('1316263177503703041', '1', 'system error'))
  await server.run('readWechatEvents')
  expect((await stored())[0]?.readAt).toBeNull()
  server.clock.advance({ minutes: 4 })
  await server.run('readWechatEvents')
  expect((await stored())[0]?.readAt).not.toBeNull()
})

test('XML, too much, and what nobody can read are refused with a sentence', async () => {
  expect(await deliverOpen('<xml></xml>')).toEqual([
    400,
    '这里只收 JSON：请在小程序后台“消息推送”里把数据格式改成 JSON。',
  ])
  expect((await deliverOpen('x'.repeat(60_001)))[0]).toBe(413)
  expect((await deliver('{"half":'))[0]).toBe(400)
})

test('an event that nobody knows is kept and changes nothing', async () => {
  expect(await deliver(event('brand_new_event', town.office.openid, {}))).toEqual([200, 'success'])
  await server.run('readWechatEvents')
  expect((await stored())[0]?.name).toBe('brand_new_event')
})

test('an open body under the signature of a request that was seen is refused, and nobody’s “yes” is gone', async () => {
  await deliver(popup(town.office.openid, 'accept'))
  await server.run('readWechatEvents')
  const revoke = event('subscribe_msg_change_event', town.office.openid, [
    { TemplateId: template, SubscribeStatusString: 'reject' },
  ])
  const [status, sentence] = await deliverOpen(revoke)
  expect([status, sentence]).toEqual([
    400,
    '这里只收加密的消息：请在小程序后台“消息推送”里把加密方式改成安全模式。',
  ])
  expect((await deliverOpen(revoke, signed({ encrypt_type: 'aes' })))[0]).toBe(400)
  await server.run('readWechatEvents')
  expect(await remaining()).toBe(1)
})

test('names that every object has are no answers of anybody: nothing changes and nothing stops', async () => {
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect(await deliver(popup(town.office.openid, name))).toEqual([200, 'success'])
  await deliver(event('__proto__', town.office.openid, {}))
  await deliver(event('constructor', town.office.openid, {}))
  await deliver(popup(town.office.openid, 'accept', 1610969441))
  await server.run('readWechatEvents')
  expect(await remaining()).toBe(1)
  expect((await stored()).every(({ readAt }) => readAt !== null)).toBe(true)
})

test('a “yes” and a “no” of the same second are two events', async () => {
  await deliver(popup(town.office.openid, 'accept'))
  await deliver(popup(town.office.openid, 'reject'))
  expect(await stored()).toHaveLength(2)
})

test('an event whose handling fails is set aside with the reason, is counted for the operator, and stops none behind it', async () => {
  await deliver(sentEvent('1', '0', 'success'))
  await deliver(popup(town.office.openid, 'accept'))
  const failing = () => {
    throw new Error('nobody thought of this')
  }
  const { database, clock } = server
  const wechat = { ...createWechat(server.env.wechat, clock.now), templateIdOf: failing }
  const log = createLog('silent')
  await readWechatEvents.run({
    database,
    wechat,
    now: clock.now,
    log,
    outboxLeaseSeconds: 60,
    pushesADay: 1000,
  })
  expect(await remaining()).toBe(1)
  expect(
    await database.reader.query<object[]>(
      'SELECT set_aside_for AS reason FROM wechat_event WHERE set_aside_for IS NOT NULL',
    ),
  ).toEqual([{ reason: 'Error: nobody thought of this' }])
  expect((await readChannel(database.reader, clock.now())).eventsSetAside).toBe(1)
})

test('after two sends of unknown fate it is on the office’s list, is not sent a third time, and leaves it when WeChat reports', async () => {
  await consent(server, town.office.openid)
  await bring(server, town, 'submitted')
  const path = '/cgi-bin/message/subscribe/send'
  await fail(server, path, 'reset', { times: 50 })
  for (let round = 0; round < 5; round += 1) {
    await server.run('deliver')
    server.clock.advance({ minutes: 10 })
  }
  expect(await pushOfOffice()).toMatchObject({
    state: 'unknown',
    reason: '不知道送到没有：微信没有回音。请打电话告诉对方，或者再发一次',
  })
  const listed = async () =>
    (await town.office.client.call(listDeliveries, { params: { town: town.id } })).items.filter(
      ({ recipient }) => recipient === '陈静',
    )
  expect(await listed()).toMatchObject([{ state: 'unknown', maySendAgain: true }])
  await deliver(sentEvent('1316263177503703041', '0', 'success'))
  await server.run('readWechatEvents')
  expect(await pushOfOffice()).toMatchObject({ state: 'sent', messageId: '1316263177503703041' })
  expect(await listed()).toEqual([])
})
