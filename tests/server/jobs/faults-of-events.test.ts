import { showConsents } from '../../../shared/api/consents'
import { listDeliveries } from '../../../shared/api/deliveries'
import { showInbox } from '../../../shared/api/inbox'
import { bring } from '../../support/bring'
import { startServer, type TestServer } from '../../support/server'
import { consent, control, sentTo } from '../../support/simulator'
import { buildTown, type TestTown } from '../../support/town'

/** Every fault of section 9.7 that an event of WeChat can meet on its way to us. */
let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  const push = { token: 'AAAAA', aesKey: 'A'.repeat(43) }
  const shaken = await control(server, '/push/verify', {
    url: `${server.url}/wechat/push`,
    mode: 'safe',
    ...push,
  })
  expect(shaken).toMatchObject({ verified: true })
  // Nothing comes by itself: a test says when.
  await control(server, '/push/pace', { sentEventDelayMs: 3_600_000, pushTimeoutMs: 5000 })
})
afterEach(() => server.stop())

const turnOn = (name: string, choice: object = {}) => control(server, `/named-faults/${name}`, choice)
interface Pushed {
  event: string
  attempts: { status: number | null; accepted: boolean }[]
}
/** All that waits is brought, and what it means is found out. */
async function bringEvents(): Promise<Pushed[]> {
  const { pushes } = await control<{ pushes: Pushed[] }>(server, '/push/deliver', {})
  await server.run('readWechatEvents')
  return pushes
}
async function told() {
  await bring(server, town, 'submitted')
  await server.run('deliver')
}
const outbox = async () => {
  const [row] = await server.database.reader.query<{ state: string; reason: string | null }[]>(
    'SELECT state, reason FROM outbox_message WHERE recipient_id = ?',
    [town.office.id],
  )
  return [row?.state, row?.reason]
}
const kept = async () =>
  (
    await server.database.reader.query<{ name: string }[]>(
      'SELECT name FROM wechat_event ORDER BY received_at, id',
    )
  ).map(({ name }) => name)
const remaining = async () =>
  (await town.office.client.call(showConsents, {})).templates.find(
    ({ template }) => template === 'sim-template-task',
  )?.remaining
async function screens() {
  const params = { town: town.id }
  const inbox = (await town.office.client.call(showInbox, { params })).items
  const { items } = await town.office.client.call(listDeliveries, { params })
  const own = items.filter(({ text }) => inbox.some((message) => message.text === text))
  return { inbox: inbox.length, listed: own.map(({ state, reason }) => [state, reason]) }
}
const nothingListed = { inbox: 1, listed: [] }

test.each([
  ['pushDuplicated', 2],
  ['pushReordered', 1],
  ['pushDelayed', 1],
])('%s: a “yes” counts once', async (name, deliveries) => {
  await turnOn(name)
  await consent(server, town.office.openid)
  server.clock.advance({ minutes: 35 })
  const pushes = await bringEvents()
  const popups = pushes.filter(({ event }) => event === 'subscribe_msg_popup_event')
  expect(popups.flatMap(({ attempts }) => attempts.filter(({ accepted }) => accepted))).toHaveLength(
    deliveries,
  )
  expect(await kept()).toEqual(['subscribe_msg_popup_event'])
  expect(await remaining()).toBe(1)
  await told()
  expect(await outbox()).toEqual(['sent', null])
  expect(await screens()).toEqual(nothingListed)
})

test('pushReplayed: the same event again changes nothing', async () => {
  await consent(server, town.office.openid)
  await bringEvents()
  await turnOn('pushReplayed')
  await bringEvents()
  expect([await kept(), await remaining()]).toEqual([['subscribe_msg_popup_event'], 1])
})

test.each(['pushWrongSignature', 'pushWrongAppid', 'pushOldTimestamp'])(
  '%s: refused, nothing kept, and the push goes out all the same',
  async (name) => {
    await turnOn(name)
    await consent(server, town.office.openid)
    const [push] = await bringEvents()
    expect(push?.attempts[0]).toMatchObject({ status: 403, accepted: false })
    expect(await kept()).toEqual([])
    // The ledger never gates a send: WeChat's own count decides.
    expect(await remaining()).toBe(0)
    await told()
    expect(await outbox()).toEqual(['sent', null])
    expect(await screens()).toEqual(nothingListed)
  },
)

const ofTheOffice = () => ({ openid: town.office.openid, templateId: 'sim-template-task' })

test('pushOpenBody: what is not sealed is not believed, and takes nothing away', async () => {
  await consent(server, town.office.openid)
  await bringEvents()
  await turnOn('pushOpenBody', ofTheOffice())
  const pushes = await bringEvents()
  const accepted = pushes.at(-1)?.attempts.map((attempt) => attempt.accepted)
  expect([...new Set(accepted)]).toEqual([false])
  expect([await kept(), await remaining()]).toEqual([['subscribe_msg_popup_event'], 1])
})

test('pushOddStatus: an answer that there is not changes nothing, and those behind it count', async () => {
  await turnOn('pushOddStatus', ofTheOffice())
  await consent(server, town.office.openid)
  await bringEvents()
  expect([(await kept()).length, await remaining()]).toEqual([2, 1])
})

test('pushYesAndNo: two answers of one second are two', async () => {
  await consent(server, town.office.openid)
  await turnOn('pushYesAndNo', ofTheOffice())
  await bringEvents()
  const entries = await server.database.reader.query<{ entry: string }[]>(
    "SELECT entry FROM subscription_entry WHERE source = 'event' AND template_id = 'sim-template-task' ORDER BY entry",
  )
  expect((await kept()).length).toBe(3)
  expect(entries.map(({ entry }) => entry)).toEqual(['granted', 'granted', 'refused'])
})

test('sentEventFails: what was taken and not brought is on the office’s list', async () => {
  await consent(server, town.office.openid)
  await bringEvents()
  await turnOn('sentEventFails')
  await told()
  await bringEvents()
  const [state, reason] = await outbox()
  expect([state, reason]).toEqual(['dead', expect.stringContaining('微信收下了，但没有送到')])
  expect(await screens()).toEqual({ inbox: 1, listed: [['dead', reason]] })
})

test('sentEventNever: what was taken counts as sent', async () => {
  await consent(server, town.office.openid)
  await bringEvents()
  await turnOn('sentEventNever')
  await told()
  await bringEvents()
  expect(await kept()).toEqual(['subscribe_msg_popup_event'])
  expect(await outbox()).toEqual(['sent', null])
  expect(await screens()).toEqual(nothingListed)
})

test('sentEventFirst: the event before its own answer changes nothing', async () => {
  await consent(server, town.office.openid)
  await bringEvents()
  server.clock.advance({ seconds: 1 })
  await turnOn('sentEventFirst')
  await told()
  await bringEvents()
  expect(await kept()).toEqual(['subscribe_msg_popup_event', 'subscribe_msg_sent_event'])
  expect(await outbox()).toEqual(['sent', null])
  expect(await sentTo(server, town.office.openid)).toHaveLength(1)
})

test('pushHugeBody: refused before it is read to the end', async () => {
  await turnOn('pushHugeBody')
  const [push] = await bringEvents()
  expect(push?.attempts[0]?.accepted).toBe(false)
  expect(await kept()).toEqual([])
})

test('pushUnknownEvent: kept as it came, and changes nothing', async () => {
  await turnOn('pushUnknownEvent')
  await bringEvents()
  expect(await kept()).toEqual(['sim_unknown_event'])
  await told()
  expect((await screens()).inbox).toBe(1)
})
