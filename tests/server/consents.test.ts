import { reportConsents, showConsents } from '../../shared/api/consents'
import { listDeliveries } from '../../shared/api/deliveries'
import { showMe } from '../../shared/api/sign-in'
import { balanceOf, type Entry } from '../../server/features/consents/balance'
import { templatesToAsk } from '../../server/gateways/wechat/templates'
import { bring } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { consent } from '../support/simulator'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const template = 'sim-template-task'
const report = (answer: string, kept: string[] = []) =>
  town.office.client.call(reportConsents, {
    input: {
      tap: 'office/tasks',
      answers: [{ template, answer }],
      kept: kept.map((choice) => ({ template, choice })),
    },
  })
const mine = async () => {
  const { templates } = await town.office.client.call(showConsents, {})
  return templates.find((one) => one.template === template)
}
const reasonOfOffice = async () => {
  const { items } = await town.office.client.call(listDeliveries, { params: { town: town.id } })
  return items.find(({ recipient }) => recipient === '陈静')?.reason
}

test('each “yes” is one more message, with the screen in whose tap it was asked; a send uses one', async () => {
  await report('accept')
  await report('acceptWithAudio')
  await consent(server, town.office.openid)
  expect((await mine())?.remaining).toBe(2)
  await bring(server, town, 'submitted')
  await server.run('deliver')
  expect((await mine())?.remaining).toBe(1)
  const [line] = await server.database.reader.query<{ tap: string; source: string }[]>(
    "SELECT tap, source FROM subscription_entry WHERE entry = 'granted' LIMIT 1",
  )
  expect(line).toEqual({ tap: 'office/tasks', source: 'tap' })
})

test('a ledger without a single “yes” does not keep a push back: WeChat’s word counts', async () => {
  await consent(server, town.office.openid)
  expect((await mine())?.remaining).toBe(0)
  await bring(server, town, 'submitted')
  await server.run('deliver')
  const [row] = await server.database.reader.query<{ state: string }[]>(
    'SELECT state FROM outbox_message WHERE recipient_id = ?',
    [town.office.id],
  )
  expect(row?.state).toBe('sent')
})

test('43101 corrects a ledger that counted too much, and the office reads why', async () => {
  await report('accept')
  await report('accept')
  await bring(server, town, 'submitted')
  await server.run('deliver')
  expect((await mine())?.remaining).toBe(0)
  expect(await reasonOfOffice()).toBe('同意过的次数用完了，请对方打开小程序再点一次同意')
})

test('a refusal and a kept refusal are told apart on the office’s screen', async () => {
  await report('reject')
  await bring(server, town, 'submitted')
  await server.run('deliver')
  expect(await reasonOfOffice()).toBe('对方没有同意接收微信提醒')
})

test('the choice that WeChat keeps is shown, and the same one is noted once', async () => {
  await report('reject', ['reject'])
  await report('reject', ['reject'])
  expect(await mine()).toMatchObject({ remaining: 0, kept: 'reject' })
  const rows = await server.database.reader.query<unknown[]>(
    "SELECT id FROM subscription_entry WHERE entry = 'keptReject'",
  )
  expect(rows).toHaveLength(1)
})

test('a template that is none of ours is not written down', async () => {
  await town.office.client.call(reportConsents, {
    input: { tap: 'x', answers: [{ template: 'somebody-else', answer: 'accept' }], kept: [] },
  })
  expect(await server.database.reader.query<unknown[]>('SELECT id FROM subscription_entry')).toEqual([])
})

const entries = (text: string): Entry[] =>
  text.split(' ').map((one) => {
    const [entry, source] = one.split('@')
    return { entry, source } as Entry
  })

test.each([
  ['granted@tap granted@event', 1],
  ['granted@tap granted@tap granted@event', 2],
  ['granted@tap used@send', 0],
  ['used@send', 0],
  ['granted@tap granted@tap exhausted@send', 0],
  ['granted@tap exhausted@send granted@event', 1],
  ['granted@tap revoked@event', 0],
] as const)('%s leaves %i', (text, remaining) => {
  expect(balanceOf(entries(text)).remaining).toBe(remaining)
})

test('each screen asks for its own templates; without own ones the two general ones serve', async () => {
  const { templates } = await town.office.client.call(showMe, {})
  expect(templates).toEqual({
    pages: [['sim-template-progress']],
    deputy: [['sim-template-task', 'sim-template-progress']],
    unit: [['sim-template-task', 'sim-template-progress']],
    office: [['sim-template-task', 'sim-template-progress']],
  })
})

test('never more than five at a time, and one-time and long-term ones never together', () => {
  const of = (id: string, longTerm = false) => ({ id, fields: {}, longTerm })
  const asked = templatesToAsk({
    task: of('t'),
    progress: of('p'),
    replied: of('r', true),
    concluded: of('c'),
    opinion: of('o'),
    confirm: of('f'),
  })
  expect(asked.pages).toEqual([['c', 'p'], ['r']])
  expect(asked.deputy).toEqual([['o', 'f', 't', 'p']])
  expect(
    Object.values(asked)
      .flat()
      .every((ids) => ids.length <= 5),
  ).toBe(true)
})
