import { createWechat } from '../../../server/gateways/wechat/wechat'
import { createLog } from '../../../server/http/log'
import { deliver } from '../../../server/jobs/deliver'
import { readChannel } from '../../../server/jobs/push-channel'
import { owePush } from '../../support/owe'
import { type Script, startScriptedWechat } from '../../support/scripted-wechat'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

/** The one card of a morning, where WeChat does not simply take it; and answers that speak of one card, or of all. */
const sendPath = '/cgi-bin/message/subscribe/send'
let server: TestServer
let town: TestTown
const scripted: Awaited<ReturnType<typeof startScriptedWechat>>[] = []
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(async () => {
  await Promise.all(scripted.splice(0).map((one) => one.close()))
  await server.stop()
})

async function run(script: Script) {
  const wechat = await startScriptedWechat({ [sendPath]: script })
  scripted.push(wechat)
  await deliver.run({
    database: server.database,
    wechat: createWechat({ ...server.env.wechat, apiBase: wechat.url }, server.clock.now),
    now: server.clock.now,
    log: createLog('silent'),
    outboxLeaseSeconds: 60,
    pushesADay: 10_000,
  })
  return wechat.callsOf(sendPath)
}
const refusing = (errcode: number) => () => ({ errcode, errmsg: 'no' })
const taking = () => '{"errcode":0,"errmsg":"ok","msgid":1316263177503703041}'
const silent: Script = (_call, response) => void response.destroy()
const rows = () =>
  server.database.reader.query<{ push: string; state: string; reason: string | null; attempts: number }[]>(
    'SELECT push, state, reason, attempts FROM outbox_message WHERE recipient_id = ? ORDER BY created_at, id',
    [town.office.id],
  )
const states = async () => (await rows()).map(({ state }) => state)

/** Three things of one night, of which the last is under another template; the next morning has come. */
async function aNight() {
  for (const at of ['2026-11-23T13:00:00Z', '2026-11-23T20:30:00Z', '2026-11-23T23:59:00Z']) {
    server.clock.set(at)
    await owePush(server, town)
  }
  await server.database.transaction((tx) =>
    tx.query("UPDATE outbox_message SET push = 'progress' WHERE recipient_id = ? AND created_at > ?", [
      town.office.id,
      '2026-11-23 23:00:00.000',
    ]),
  )
  server.clock.set('2026-11-24T00:00:00Z')
}
/** What the ledger has learned of the office's consents, by template. */
async function ledger() {
  const entries = await server.database.reader.query<{ templateId: string; entry: string }[]>(
    `SELECT e.template_id AS templateId, e.entry FROM subscription_entry e
     JOIN person p ON p.account_id = e.account_id WHERE p.id = ? ORDER BY e.template_id`,
    [town.office.id],
  )
  return entries.map(({ templateId, entry }) => `${templateId} ${entry}`)
}

const only =
  (template: string): Script =>
  ({ body }) =>
    (body as { template_id?: string }).template_id === template ? taking() : refusing(43101)()

test('without a consent for the first template the card goes under another, and the ledger knows of both', async () => {
  await aNight()
  expect(await run(only('sim-template-progress'))).toHaveLength(2)
  expect((await rows()).map(({ state, reason }) => [state, reason])).toEqual(Array(3).fill(['sent', null]))
  expect(await ledger()).toEqual(['sim-template-progress used', 'sim-template-task exhausted'])
})

test('with a consent for none, each of them says so, and the ledger knows of both', async () => {
  await aNight()
  expect(await run(refusing(43101))).toHaveLength(2)
  expect(await states()).toEqual(Array(3).fill('skipped'))
  expect(await ledger()).toEqual(['sim-template-progress exhausted', 'sim-template-task exhausted'])
})

test('a card of unknown fate is tried once more, and then all that it told is of unknown fate', async () => {
  await aNight()
  expect(await run(silent)).toHaveLength(1)
  expect(await states()).toEqual(Array(3).fill('pending'))
  server.clock.advance({ seconds: 121 })
  expect(await run(silent)).toHaveLength(1)
  const reason = '不知道送到没有：微信没有回音。请打电话告诉对方，或者再发一次'
  expect((await rows()).map(({ state, reason }) => [state, reason])).toEqual(
    Array(3).fill(['unknown', reason]),
  )
  server.clock.advance({ hours: 2 })
  expect(await run(taking)).toEqual([])
})

test('five unknown codes in a row speak of the account: the channel rests, and nothing is given up', async () => {
  for (let more = 0; more < 8; more += 1) await owePush(server, town)
  expect(await run(refusing(99999))).toHaveLength(5)
  expect(await readChannel(server.database.reader, server.clock.now())).toMatchObject({
    reason: '没有见过的微信错误码 99999',
  })
  server.clock.advance({ minutes: 9 })
  expect(await run(taking)).toEqual([])
  for (let round = 0; round < 3; round += 1) {
    server.clock.advance({ minutes: 10 })
    await run(taking)
  }
  expect(await states()).toEqual(Array(8).fill('sent'))
})

test.each([
  [47003, '模板字段不合要求（47003）'],
  [45168, '内容含有敏感词（45168）'],
  [40003, '微信用户编号不对（40003）'],
  [43104, '用户不属于这个小程序（43104）'],
])('%i ends this one card with its reason, and the next one goes', async (errcode, reason) => {
  await owePush(server, town)
  await owePush(server, town)
  let calls = 0
  await run(() => ((calls += 1) === 1 ? refusing(errcode)() : taking()))
  expect((await rows()).map(({ state, reason }) => [state, reason]).sort()).toEqual([
    ['dead', reason],
    ['sent', null],
  ])
  expect((await readChannel(server.database.reader, server.clock.now())).restsUntil).toBeNull()
})
