import { PushChannel } from '../../../server/database/entities/messages/push-channel'
import { createWechat } from '../../../server/gateways/wechat/wechat'
import { createLog } from '../../../server/http/log'
import { deliver } from '../../../server/jobs/deliver'
import { readChannel } from '../../../server/jobs/push-channel'
import { owePush } from '../../support/owe'
import { type Script, startScriptedWechat } from '../../support/scripted-wechat'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

/** What WeChat answers is written down here, so that no mistake of the simulator can hide one of ours. */
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

async function run(script: Script, { pushesADay = 10_000 } = {}) {
  const wechat = await startScriptedWechat({ [sendPath]: script })
  scripted.push(wechat)
  await deliver.run({
    database: server.database,
    wechat: createWechat({ ...server.env.wechat, apiBase: wechat.url }, server.clock.now),
    now: server.clock.now,
    log: createLog('silent'),
    outboxLeaseSeconds: 60,
    pushesADay,
  })
  return wechat.callsOf(sendPath)
}
const refusing = (errcode: number) => () => ({ errcode, errmsg: 'no' })
const taking = () => '{"errcode":0,"errmsg":"ok","msgid":1316263177503703041}'

interface Row {
  state: string
  attempts: number
  reason: string | null
}
const rows = () =>
  server.database.reader.query<Row[]>(
    'SELECT state, attempts, reason FROM outbox_message WHERE recipient_id = ? ORDER BY created_at',
    [town.office.id],
  )
const owe = () => owePush(server, town)

test.each([
  [45011, '每分钟的次数用完了（45011）', { seconds: 61 }],
  [40164, '服务器的 IP 不在白名单里，请到小程序后台添加（40164）', { seconds: 601 }],
  [
    48001,
    '小程序没有这个接口的权限，请到小程序后台开通；用微信云托管的，把它加进“微信令牌权限配置”再重新发布（48001）',
    { seconds: 601 },
  ],
])(
  '%i stops the channel; the push loses no attempt and goes when the rest is over',
  async (errcode, reason, rest) => {
    await owe()
    await run(refusing(errcode))
    expect((await rows())[0]).toEqual({ state: 'pending', attempts: 0, reason })
    expect(await run(taking)).toEqual([])
    server.clock.advance(rest)
    await run(taking)
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 1 })
    expect((await readChannel(server.database.reader, server.clock.now())).restsUntil).toBeNull()
  },
)

test('when the day’s allowance is used up the channel rests until midnight in Beijing, not before', async () => {
  await owe()
  await run(refusing(45009))
  server.clock.set('2026-11-23T15:59:00Z')
  expect(await run(taking)).toEqual([])
  server.clock.set('2026-11-23T16:01:01Z')
  expect((await readChannel(server.database.reader, server.clock.now())).restsUntil).toBeNull()
  // It may speak again, and lets people sleep first.
  expect(await run(taking)).toEqual([])
  server.clock.set('2026-11-24T00:00:01Z')
  await run(taking)
  expect((await rows())[0]).toMatchObject({ state: 'sent' })
})

test('a secret that was changed stops everything after one fetch, without a loop', async () => {
  await owe()
  await owe()
  const wechat = await startScriptedWechat({
    '/cgi-bin/stable_token': () => ({ errcode: 40125, errmsg: 'invalid appsecret' }),
  })
  scripted.push(wechat)
  await deliver.run({
    database: server.database,
    wechat: createWechat({ ...server.env.wechat, apiBase: wechat.url }, server.clock.now),
    now: server.clock.now,
    log: createLog('silent'),
    outboxLeaseSeconds: 60,
    pushesADay: 100,
  })
  expect(wechat.callsOf('/cgi-bin/stable_token').length).toBeLessThanOrEqual(2)
  expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['pending', 0],
    ['pending', 0],
  ])
})

test('two sends to one person at the same time: this one waits five seconds, the others go on', async () => {
  await owe()
  await run(refusing(43108))
  expect((await rows())[0]).toMatchObject({ state: 'pending', attempts: 0 })
  server.clock.advance({ seconds: 6 })
  await run(taking)
  expect((await rows())[0]).toMatchObject({ state: 'sent' })
})

test('a code that nobody knows gets three attempts, then a person must look', async () => {
  await owe()
  for (let round = 0; round < 3; round += 1) {
    await run(refusing(99999))
    server.clock.advance({ minutes: 10 })
  }
  expect((await rows())[0]).toEqual({ state: 'dead', attempts: 3, reason: '没有见过的微信错误码 99999' })
})

test('the last tenth of the day’s allowance is for what somebody waits for', async () => {
  await owe()
  await owe()
  await server.database.transaction(async (tx) => {
    await tx.query(
      "UPDATE outbox_message SET push = 'progress' WHERE id = (SELECT MIN(id) FROM outbox_message)",
    )
    await tx.insert(PushChannel, {
      name: 'subscription',
      restsUntil: null,
      reason: null,
      day: '2026-11-23',
      sent: 9,
      handedOver: 9,
      handedOverAtOnce: 9,
    })
  })
  const calls = await run(taking, { pushesADay: 10 })
  const pending = await server.database.reader.query<{ push: string }[]>(
    "SELECT push FROM outbox_message WHERE state = 'pending'",
  )
  expect([calls.length > 0, pending.map(({ push }) => push).includes('progress')]).toEqual([true, true])
  expect(pending.every(({ push }) => push === 'progress')).toBe(true)
})

test('a send without an answer waits two minutes; a used-up consent then leaves it unknown whether it arrived', async () => {
  await owe()
  await run((_call, response) => void response.destroy())
  expect((await rows())[0]).toMatchObject({ state: 'pending', attempts: 1 })
  server.clock.advance({ seconds: 60 })
  expect(await run(taking)).toEqual([])
  server.clock.advance({ seconds: 61 })
  await run(refusing(43101))
  expect((await rows())[0]).toMatchObject({
    state: 'unknown',
    reason: '不知道送到没有：微信没有回音。请打电话告诉对方，或者再发一次',
  })
})

test('while WeChat is down one push in half a minute asks for all, and the others lose no attempt', async () => {
  for (let more = 0; more < 8; more += 1) await owe()
  const down: Script = (_call, response) => void response.writeHead(502).end('<html>')
  const tried = async () => (await rows()).filter(({ attempts }) => attempts > 0).length
  const resting = async () => (await readChannel(server.database.reader, server.clock.now())).reason
  expect((await run(down)).length).toBe(5)
  expect([await tried(), await resting()]).toEqual([5, '微信的服务器出错（HTTP 502）'])
  expect((await run(down)).length).toBe(0)
  server.clock.advance({ seconds: 31 })
  expect((await run(down)).length).toBe(1)
  expect([await tried(), await resting()]).toEqual([6, '微信的服务器出错（HTTP 502）'])
  server.clock.advance({ seconds: 31 })
  expect((await run(taking)).length).toBe(2)
  expect(await resting()).toBeNull()
  server.clock.advance({ minutes: 3 })
  await run(taking)
  const ends = (await rows()).map(({ state, attempts }) => `${state} ${attempts}`).sort()
  expect(ends).toEqual([...Array<string>(2).fill('sent 1'), ...Array<string>(6).fill('sent 2')])
})

test('what never leaves for WeChat says nothing of whether it is back', async () => {
  for (let more = 0; more < 8; more += 1) await owe()
  const down: Script = (_call, response) => void response.writeHead(502).end('<html>')
  await run(down)
  await server.database.transaction(async (tx) => {
    await tx.query('UPDATE outbox_message SET available_at = ? WHERE attempts = 0', [
      '2026-11-23 01:00:00.000',
    ])
    await tx.query('UPDATE person SET account_id = NULL WHERE id = ?', [town.office.id])
  })
  server.clock.advance({ seconds: 31 })
  expect((await run(down)).length).toBe(0)
  const { onTrial } = await readChannel(server.database.reader, server.clock.now())
  expect([onTrial, (await rows()).filter(({ state }) => state === 'skipped').length]).toEqual([true, 3])
})

test('one push that always fails does not stop the others', async () => {
  for (let more = 0; more < 8; more += 1) await owe()
  let turn = 0
  const calls = await run((_call, response) => {
    turn += 1
    if (turn % 2 === 0) return taking()
    response.writeHead(502).end('<html>')
    return undefined
  })
  expect(calls.length).toBe(8)
  expect((await readChannel(server.database.reader, server.clock.now())).restsUntil).toBeNull()
})

test('a rest does not keep news alive for ever: after three days it is given up, visibly', async () => {
  await owe()
  server.clock.advance({ days: 3 })
  await run(refusing(40164))
  expect((await rows())[0]).toMatchObject({ state: 'dead' })
})

test('what was handed over within ten seconds is counted for the day', async () => {
  await owe()
  await run(taking)
  await owe()
  server.clock.advance({ seconds: 11 })
  await run(refusing(43101))
  const [channel] = await server.database.reader.query<{ handedOver: number; atOnce: number }[]>(
    'SELECT handed_over AS handedOver, handed_over_at_once AS atOnce FROM push_channel',
  )
  expect(Number(channel?.handedOver)).toBeGreaterThan(Number(channel?.atOnce))
  expect(Number(channel?.atOnce)).toBeGreaterThan(0)
})
