import { broadcastOpenids, oweBroadcast } from '../../../scripts/bench/owe-broadcast'
import type { Database } from '../../../server/database/source'
import { createWechat } from '../../../server/gateways/wechat/wechat'
import { createLog } from '../../../server/http/log'
import { atOnce, batchSize, deliver } from '../../../server/jobs/deliver'
import { inGroups } from '../../../server/jobs/in-groups'
import { recordPushes } from '../../../server/jobs/record-pushes'
import type { JobParts } from '../../../server/jobs/runner'
import { takePushes } from '../../../server/jobs/take-pushes'
import { type ScriptedCall, startScriptedWechat } from '../../support/scripted-wechat'
import { startServer, type TestServer } from '../../support/server'
import { statementsOf } from '../../support/statements'

/** Many pushes: in how many statements, how many on the way, in which order, and shared by two. */
const sendPath = '/cgi-bin/message/subscribe/send'
let server: TestServer
const scripted: Awaited<ReturnType<typeof startScriptedWechat>>[] = []
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await Promise.all(scripted.splice(0).map((one) => one.close()))
  await server.stop()
})

const taking = '{"errcode":0,"errmsg":"ok","msgid":1316263177503703041}'
type Answer = (call: ScriptedCall) => Promise<string> | string

/** One dispatcher, and the WeChat that it speaks to. */
async function dispatcher(answer: Answer = () => taking, database: Database = server.database) {
  const wechat = await startScriptedWechat({ [sendPath]: answer })
  scripted.push(wechat)
  const parts: JobParts = {
    database,
    wechat: createWechat({ ...server.env.wechat, apiBase: wechat.url }, server.clock.now),
    now: server.clock.now,
    log: createLog('silent'),
    outboxLeaseSeconds: 60,
    pushesADay: 10_000,
  }
  return { parts, run: () => deliver.run(parts), toWhom: () => wechat.callsOf(sendPath).map(touser) }
}
const touser = ({ body }: ScriptedCall) => (body as { touser: string }).touser
const numberIn = ({ body }: ScriptedCall) => JSON.stringify((body as { data: object }).data)

const owe = (count: number) => oweBroadcast(server.database, broadcastOpenids(count), server.clock.now())
const states = async () => {
  const rows = await server.database.reader.query<{ state: string; many: number }[]>(
    'SELECT state, COUNT(*) AS many FROM outbox_message GROUP BY state',
  )
  return Object.fromEntries(rows.map(({ state, many }) => [state, Number(many)]))
}

/** A door that opens when it is told to. */
function door() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open: () => open(), opened }
}

test('however many a batch has, it is taken in four statements, and each kind of end is written in one', async () => {
  await owe(batchSize + 1)
  const { parts } = await dispatcher()
  const taken = await statementsOf(async () => {
    const { lease, more } = await takePushes(parts, batchSize, batchSize)
    expect([lease.rows.length, more]).toEqual([batchSize, true])
    const written = await statementsOf(() =>
      recordPushes(
        parts.database,
        lease.token,
        lease.rows.map((row, index) => ({
          row,
          templateId: 'template',
          outcome:
            index % 3 === 0
              ? { state: 'sent', reason: null, messageId: String(index), consent: 'used' }
              : index % 3 === 1
                ? { state: 'skipped', reason: 'no', consent: 'exhausted' }
                : { state: 'pending', reason: 'later', next: new Date(server.clock.now().getTime() + index) },
        })),
        server.clock.now(),
      ),
    )
    // Why there is none, what the lines of the ledger follow, the lines, and three kinds of end.
    expect(written.length).toBe(6)
  })
  expect(taken.length - 6).toBe(4)
  expect(await states()).toEqual({ sent: 167, skipped: 167, pending: 167 })
  const [each] = await server.database.reader.query<{ messages: number; instants: number }[]>(
    `SELECT COUNT(DISTINCT wechat_message_id) AS messages, COUNT(DISTINCT available_at) AS instants FROM outbox_message`,
  )
  expect([Number(each?.messages), Number(each?.instants)]).toEqual([167, 167])
})

test('as many are on the way at once as there may be, and of one person never two, in their order', async () => {
  await owe(atOnce + 1)
  // Each has three: those after the first were written later.
  const again = `SELECT id, town_id AS townId, recipient_id AS recipientId FROM outbox_message ORDER BY id`
  const rows = await server.database.reader.query<{ id: string }[]>(again)
  const columns = (more: string) =>
    `town_id, recipient_id, recipient_kind, push, page, state, attempts, available_at, uncertain, ${more}`
  await server.database.transaction(async (tx) => {
    for (const no of [1, 2])
      await tx.query(
        `INSERT INTO outbox_message (${columns('id, inbox_message_id, created_at, number')})
         SELECT ${columns(`CONCAT('~${no}', SUBSTR(id, 3)), CONCAT('~${no}', SUBSTR(inbox_message_id, 3)), '2026-11-23 01:00:0${no}.000', 'ZZ0000Z${no}'`)} FROM outbox_message WHERE number NOT LIKE 'ZZ0000Z%'`,
      )
  })
  expect(rows.length).toBe(atOnce + 1)

  const onTheWay = new Set<string>()
  const said = new Map<string, string[]>()
  let most = 0
  const { opened, open } = door()
  const { run } = await dispatcher(async (call) => {
    const openid = touser(call)
    expect(onTheWay.has(openid)).toBe(false)
    onTheWay.add(openid)
    said.set(openid, [...(said.get(openid) ?? []), numberIn(call)])
    most = Math.max(most, onTheWay.size)
    if (onTheWay.size === atOnce) open()
    await opened
    onTheWay.delete(openid)
    return taking
  })
  await run()
  expect(most).toBe(atOnce)
  expect(await states()).toEqual({ sent: 3 * (atOnce + 1) })
  const order = [...said.values()].map((three) => three.map((one) => /ZZ0000Z\d/.exec(one)?.[0] ?? 'first'))
  expect(order).toEqual(Array(atOnce + 1).fill(['first', 'ZZ0000Z1', 'ZZ0000Z2']))
})

test('two dispatchers share what is owed, and nobody hears of it twice', async () => {
  await owe(batchSize + 200)
  const { opened, open } = door()
  const first = await dispatcher(() => opened.then(() => taking))
  const second = await dispatcher()
  const running = first.run()
  while (first.toWhom().length < atOnce) await new Promise((next) => setImmediate(next))
  await second.run()
  open()
  await running
  expect([first.toWhom().length, second.toWhom().length]).toEqual([batchSize, 200])
  expect(new Set([...first.toWhom(), ...second.toWhom()]).size).toBe(batchSize + 200)
  expect(await states()).toEqual({ sent: batchSize + 200 })
})

test('what could not be written stops the sending: what was on the way is asked again, and nothing is lost', async () => {
  await owe(batchSize)
  let transactions = 0
  const { database } = server
  const failing: Database = {
    ...database,
    transaction: (work) => {
      transactions += 1
      return transactions === 1 ? database.transaction(work) : Promise.reject(new Error('full'))
    },
  }
  const { run, toWhom } = await dispatcher(undefined, failing)
  await expect(run()).rejects.toThrow('full')
  expect(toWhom().length).toBe(atOnce)
  expect(await states()).toEqual({ pending: batchSize })
  const after = await dispatcher()
  await after.run()
  expect(after.toWhom()).toEqual([])
  server.clock.advance({ seconds: 61 })
  await after.run()
  expect([after.toWhom().length, await states()]).toEqual([batchSize, { sent: batchSize }])
})

test('results are written in groups, and each waits for its own', async () => {
  const groups: number[][] = []
  const { opened, open } = door()
  const write = inGroups<number>(3, async (group) => {
    groups.push([...group])
    if (groups.length === 1) await opened
    if (group.includes(9)) throw new Error('no')
  })
  const end = (one: number) => write(one).then(String, () => `${one} failed`)
  const first = [1, 2, 3].map(end)
  while (groups.length === 0) await new Promise((next) => setImmediate(next))
  const second = [4, 9].map(end)
  open()
  expect(await Promise.all([...first, ...second])).toEqual([
    ...Array<string>(3).fill('undefined'),
    '4 failed',
    '9 failed',
  ])
  expect(groups).toEqual([
    [1, 2, 3],
    [4, 9],
  ])
})
