import { listDeliveries } from '../../../shared/api/deliveries'
import { showInbox } from '../../../shared/api/inbox'
import { createWechat, type Wechat } from '../../../server/gateways/wechat/wechat'
import { createLog } from '../../../server/http/log'
import { deliver } from '../../../server/jobs/deliver'
import { retryAt } from '../../../server/jobs/retry'
import type { JobParts } from '../../../server/jobs/runner'
import { bring } from '../../support/bring'
import { owePush } from '../../support/owe'
import { startServer, type TestServer } from '../../support/server'
import { callsOf, consent, fail, sentTo } from '../../support/simulator'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
const sendPath = '/cgi-bin/message/subscribe/send'

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

interface Row {
  state: string
  reason: string | null
  attempts: number
  wechatMessageId: string | null
}
/** The pushes owed to the congress office. */
const rows = () =>
  server.database.reader.query<Row[]>(
    `SELECT state, reason, attempts, wechat_message_id AS wechatMessageId FROM outbox_message
     WHERE recipient_id = ? ORDER BY created_at`,
    [town.office.id],
  )
/** One suggestion submitted: one push for the office. */
const owe = () => owePush(server, town)

test('a push goes out with a number and neutral words, nothing personal', async () => {
  await consent(server, town.office.openid)
  await owe()
  await server.run('deliver')
  const [message] = await sentTo(server, town.office.openid)
  expect(message?.lines.map(({ value }) => value)).toEqual([
    expect.stringMatching(/^[0-9A-Z]{8}$/),
    '有一件事等您办理',
    '2026年11月23日 09:00',
  ])
  expect(message?.page).toMatch(/^desk\/matter\?kind=suggestion&town=\w{26}&id=\w{26}$/)
})

test('a push that an earlier release owed leads to where its page is now', async () => {
  await consent(server, town.office.openid)
  await owe()
  const id = 'A'.repeat(26)
  const owed = `office/suggestion?town=${town.id}&id=${id}`
  await server.database.transaction((tx) =>
    tx.query('UPDATE outbox_message SET page = ? WHERE recipient_id = ?', [owed, town.office.id]),
  )
  await server.run('deliver')
  const [message] = await sentTo(server, town.office.openid)
  expect(message?.page).toBe(`desk/matter?kind=suggestion&town=${town.id}&id=${id}`)
})

test('its message id of 64 bits is kept to the last digit', async () => {
  await consent(server, town.office.openid)
  await owe()
  await server.run('deliver')
  const [message] = await sentTo(server, town.office.openid)
  expect((await rows())[0]).toMatchObject({ state: 'sent', wechatMessageId: message?.msgid })
})

test('whoever has no consent left is skipped with that reason, which the office can see', async () => {
  await owe()
  await server.run('deliver')
  expect((await rows())[0]).toMatchObject({
    state: 'skipped',
    reason: '没有可用的订阅（没有同意，或同意的次数用完了）',
  })
  const seen = await town.office.client.call(listDeliveries, { params: { town: town.id } })
  expect(seen.items.find(({ recipient }) => recipient === '陈静')?.state).toBe('skipped')
})

test('whoever has not bound WeChat is skipped, and finds it in the inbox', async () => {
  await server.database.transaction((tx) =>
    tx.query('UPDATE person SET account_id = NULL WHERE id = ?', [town.office.id]),
  )
  await owe()
  await server.run('deliver')
  expect((await rows())[0]).toMatchObject({ state: 'skipped', reason: '还没有绑定微信' })
})

test('the inbox has it, whatever becomes of the push', async () => {
  await owe()
  await fail(server, sendPath, 'http502')
  await server.run('deliver')
  const { items } = await town.office.client.call(showInbox, { params: { town: town.id } })
  expect(items[0]).toMatchObject({ text: '王建国代表提交了建议《修复大郭西段河堤》，请审查。', read: false })
})

test('when WeChat is out of order it is tried again after a pause', async () => {
  await consent(server, town.office.openid)
  await owe()
  await fail(server, sendPath, 'errcode', { errcode: -1, times: 30 })
  await server.run('deliver')
  expect((await rows())[0]).toMatchObject({ state: 'pending', attempts: 1 })
  await server.run('deliver')
  expect((await rows())[0]?.attempts).toBe(1)
  server.clock.advance({ seconds: 121 })
  await server.run('deliver')
  expect((await rows())[0]).toMatchObject({ state: 'pending', attempts: 2 })
})

test('a token that has ended is fetched once more, and the push counts one attempt', async () => {
  await consent(server, town.office.openid)
  await owe()
  await fail(server, sendPath, 'errcode', { errcode: 42001 })
  await server.run('deliver')
  expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 1 })
})

test('a mistake of ours ends the push and says so', async () => {
  await owe()
  await fail(server, sendPath, 'errcode', { errcode: 47003, times: 20 })
  await server.run('deliver')
  expect((await rows())[0]).toMatchObject({ state: 'dead', reason: '模板字段不合要求（47003）' })
})

test('after 72 hours it is given up, visibly', async () => {
  await owe()
  for (let round = 0; round < 14; round += 1) {
    await fail(server, sendPath, 'errcode', { errcode: -1, times: 20 })
    await server.run('deliver')
    server.clock.advance({ hours: 30 })
  }
  expect((await rows())[0]?.state).toBe('dead')
})

test('two dispatchers at once send each push once', async () => {
  await consent(server, town.office.openid)
  for (let more = 0; more < 6; more += 1) {
    await owe()
    await consent(server, town.office.openid)
  }
  const { database, clock, env } = server
  const parts = {
    database,
    wechat: createWechat(env.wechat, clock.now),
    now: clock.now,
    log: createLog('silent'),
    outboxLeaseSeconds: 60,
    pushesADay: 10_000,
  }
  await Promise.all([deliver.run(parts), deliver.run(parts)])
  const sent = await sentTo(server, town.office.openid)
  const all = await rows()
  expect([sent.length, all.filter(({ state }) => state === 'sent').length]).toEqual([6, 6])
})

test('a push whose dispatcher died is taken over once the lease has ended, not before', async () => {
  await consent(server, town.office.openid)
  await owe()
  await server.database.transaction((tx) =>
    tx.query(
      'UPDATE outbox_message SET lease_token = ?, leased_until = ?, attempts = 1 WHERE recipient_id = ?',
      ['z'.repeat(26), '2026-11-23 01:01:00.000', town.office.id],
    ),
  )
  await server.run('deliver')
  expect((await rows())[0]?.state).toBe('pending')
  server.clock.advance({ seconds: 61 })
  await server.run('deliver')
  expect((await rows())[0]?.state).toBe('sent')
})

test('a dispatcher that froze past its lease loses nothing, doubles no more than its send on the way, and cannot overwrite', async () => {
  for (let more = 0; more < 3; more += 1) await owe()
  for (let more = 0; more < 8; more += 1) await consent(server, town.office.openid)
  const { database, clock, env } = server
  const real = createWechat(env.wechat, clock.now)
  let thaw = () => {}
  const frozen = new Promise<void>((resolve) => (thaw = resolve))
  let asleep = () => {}
  const sleeping = new Promise<void>((resolve) => (asleep = resolve))
  const parts = (wechat: Wechat): JobParts => ({
    database,
    wechat,
    now: clock.now,
    log: createLog('silent'),
    outboxLeaseSeconds: 60,
    pushesADay: 10_000,
  })
  // WeChat has taken the first message, and the process stands still before the answer is written down.
  const freezing: Wechat = {
    ...real,
    sendPush: async (push) => {
      const result = await real.sendPush(push)
      if (push.openid === town.office.openid) {
        asleep()
        await frozen
      }
      return result
    },
  }
  const first = deliver.run(parts(freezing))
  await sleeping
  clock.advance({ seconds: 61 })
  await deliver.run(parts(real))
  const before = await rows()
  expect(before.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  expect(await sentTo(server, town.office.openid)).toHaveLength(4)
  thaw()
  await first
  expect(await rows()).toEqual(before)
  const sent = await sentTo(server, town.office.openid)
  const numbers = new Set(sent.map(({ lines }) => lines[0]?.value))
  expect([numbers.size, sent.length]).toEqual([3, 4])
})

test('nothing is on the way for a step that was refused', async () => {
  const id = await bring(server, town, 'submitted')
  const before = (await rows()).length
  const { suggestionSteps } = await import('../../../shared/matters/suggestion/endpoints')
  await town.office.client.refused(suggestionSteps.startReview, {
    params: { town: town.id, id },
    input: { version: 0, form: {} },
  })
  expect((await rows()).length).toBe(before)
})

test('one person’s pushes are never on the way at the same time', async () => {
  await server.stop()
  server = await startServer()
  town = await buildTown(server)
  for (let more = 0; more < 5; more += 1) {
    await owe()
    await consent(server, town.office.openid)
  }
  server.simulator.state.sendTakesMs = 20
  await server.run('deliver')
  const codes = (await callsOf(server, sendPath)).map(({ errcode }) => errcode)
  expect(codes.filter((code) => code === 43108)).toEqual([])
})

test('the pauses grow to a day and stop at 72 hours', () => {
  const created = new Date('2026-11-23T00:00:00Z')
  const middle = (attempts: number, now: Date) => retryAt(attempts, created, now, 0.5)
  expect(middle(1, created)?.getTime()).toBe(created.getTime() + 5000)
  expect(middle(11, created)?.getTime()).toBe(created.getTime() + 24 * 3_600_000)
  expect([middle(12, created), middle(11, new Date('2026-11-25T12:00:00Z'))]).toEqual([null, null])
})
