import { listBulletin, showBulletin } from '../../../shared/api/bulletin'
import { createClient } from '../../support/client'
import { live, staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { forms, start, step, text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer({ at: '2026-03-02T01:00:00.000Z' })
  town = await buildTown(server)
  await staySignedIn(server)
  const form = forms(town)
  await live(server, await buildTown(server, '云岭坝镇'), { subject: '别的镇的事' })
  await live(server, town, {
    subject: '春天办完',
    rounds: [{ repliedAfterDays: 10, rating: 'satisfied' }],
  })
  // Replied on the last of June; rated on the first of July, before eight in the morning.
  const across = await live(server, town, {
    subject: '跨半年',
    rounds: [{ repliedAfterDays: 110, outcome: 'referredUpward' }],
  })
  server.clock.set('2026-06-30T16:10:00.000Z')
  await step(town, town.deputy, across, 'evaluate', form.evaluate)
  await live(server, town, { subject: '秋天才交' })
  server.clock.advance({ minutes: 1 })
  const withdrawn = await live(server, town, { subject: '撤回的' })
  await step(town, town.deputy, withdrawn, 'withdraw', form.withdraw)
  const hidden = await start(town, { ...text, subject: '还没受理' })
  await step(town, town.deputy, hidden, 'submit')
  server.clock.set('2026-12-01T01:00:00.000Z')
})
afterAll(() => server.stop())

const anyone = () => createClient(server.url)
const itemsOf = async (half: string) =>
  (await anyone().call(listBulletin, { params: { town: town.id }, query: { half } })).items.map(
    ({ result }) => result.state,
  )

test('the first half of the year, in figures', async () => {
  expect(
    await anyone().call(showBulletin, { params: { town: town.id }, query: { half: '2026-1' } }),
  ).toMatchObject({ accepted: 2, replied: 2, closed: 1, solved: 1, confirmed: 1 })
})

test('the second half begins at midnight in Beijing', async () => {
  expect(await anyone().call(showBulletin, { params: { town: town.id }, query: { half: '2026-2' } })).toEqual(
    { accepted: 2, replied: 0, closed: 1, solved: 0, confirmed: 0, inHand: 1, overdue: 1 },
  )
})

test('a bulletin lists what was in hand in its half-year, carried over or new', async () => {
  expect([await itemsOf('2025-2'), await itemsOf('2026-1'), await itemsOf('2026-2')]).toEqual([
    [],
    ['closed', 'closed'],
    ['withdrawn', 'assigned', 'closed'],
  ])
})

test('its items are the five disclosures with the verdict of residents, and nothing else', async () => {
  const response = await fetch(`${server.url}/api/towns/${town.id}/bulletin/items?half=2026-2`)
  const { items } = (await response.json()) as { items: object[] }
  expect(new Set(items.map((item) => Object.keys(item).sort().join(' ')))).toEqual(
    new Set(['deadline id item residents result satisfaction unit']),
  )
})

test('a half-year that is none is refused, a town that is none is not found', async () => {
  const wrong = await anyone().refused(showBulletin, {
    params: { town: town.id },
    query: { half: '2026-3' },
  })
  const nowhere = await anyone().refused(showBulletin, {
    params: { town: 'a'.repeat(26) },
    query: { half: '2026-1' },
  })
  expect([wrong.code, nowhere.code]).toEqual(['bad_input', 'not_found'])
})
