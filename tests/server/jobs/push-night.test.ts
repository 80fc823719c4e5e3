import { owePush } from '../../support/owe'
import { startServer, type TestServer } from '../../support/server'
import { consent, fail, sentTo } from '../../support/simulator'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  await consent(server, town.office.openid)
})
afterEach(() => server.stop())

const cards = async () =>
  (await sentTo(server, town.office.openid)).map(({ lines, page }) => ({
    says: lines.map(({ value }) => value),
    page,
  }))
const states = async () =>
  (
    await server.database.reader.query<{ state: string; reason: string | null }[]>(
      'SELECT state, reason FROM outbox_message WHERE recipient_id = ? ORDER BY created_at, id',
      [town.office.id],
    )
  ).map(({ state, reason }) => [state, reason])

test('nobody is pushed between nine and eight in Beijing; the morning brings one card for all, and uses one consent', async () => {
  await consent(server, town.office.openid)
  for (const at of ['2026-11-23T13:00:00Z', '2026-11-23T20:30:00Z', '2026-11-23T23:59:00Z']) {
    server.clock.set(at)
    await owePush(server, town)
    await server.run('deliver')
  }
  expect(await cards()).toEqual([])
  server.clock.set('2026-11-24T00:00:00Z')
  await server.run('deliver')
  expect(await cards()).toEqual([
    {
      says: ['3', '您有 3 件事，请打开看看', '2026年11月24日 07:59'],
      page: `pages/inbox?town=${town.id}`,
    },
  ])
  expect(await states()).toEqual(Array(3).fill(['sent', null]))
  await owePush(server, town)
  await server.run('deliver')
  expect((await states()).at(-1)).toEqual(['sent', null])
  const [measured] = await server.database.reader.query<{ handedOver: number; soon: number }[]>(
    'SELECT handed_over AS handedOver, handed_over_at_once AS soon FROM push_channel',
  )
  expect([Number(measured?.handedOver), Number(measured?.soon)]).toEqual([1, 1])
})

test('a minute before nine a card still goes, by itself and at once', async () => {
  server.clock.set('2026-11-23T12:59:00Z')
  await owePush(server, town)
  await server.run('deliver')
  expect((await cards()).map(({ says }) => says[1])).toEqual(['有一件事等您办理'])
})

test('a card’s time is when the thing happened, however late it leaves', async () => {
  await owePush(server, town)
  await fail(server, '/cgi-bin/message/subscribe/send', 'errcode', { errcode: -1, times: 1 })
  await server.run('deliver')
  server.clock.advance({ hours: 3 })
  await server.run('deliver')
  expect((await cards()).map(({ says }) => says[2])).toEqual(['2026年11月23日 09:00'])
})

test('a number that the field does not take gives way to our own', async () => {
  await owePush(server, town)
  await server.database.transaction((tx) =>
    tx.query("UPDATE outbox_message SET number = '市建〔2026〕34号' WHERE recipient_id = ?", [
      town.office.id,
    ]),
  )
  await server.run('deliver')
  expect(await states()).toEqual([['sent', null]])
  expect((await cards())[0]?.says[0]).toMatch(/^[0-9A-Z]{8}$/)
})

test.each([43107, 40037, 41030, 200013])(
  '%i speaks of more than this card: nothing is given up, and goes once it is set right',
  async (errcode) => {
    for (let more = 0; more < 7; more += 1) {
      await owePush(server, town)
      await consent(server, town.office.openid)
    }
    await fail(server, '/cgi-bin/message/subscribe/send', 'errcode', { errcode, times: 1 })
    await server.run('deliver')
    expect((await states()).map(([state]) => state)).toEqual(Array(7).fill('pending'))
    expect(await cards()).toEqual([])
    server.clock.advance({ minutes: 11 })
    await server.run('deliver')
    expect((await states()).map(([state]) => state)).toEqual(Array(7).fill('sent'))
  },
)
