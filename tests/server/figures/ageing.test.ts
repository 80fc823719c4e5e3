import { listAgeing } from '../../../shared/api/figures'
import { live } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { forms, start, step, text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let elsewhere: TestTown

/** On 23 November: one handed over 28 days ago, one submitted 20 days ago, one consulted about today. */
beforeAll(async () => {
  server = await startServer({ at: '2026-10-26T01:00:00.000Z' })
  town = await buildTown(server)
  elsewhere = await buildTown(server, '云岭坝镇')
  await live(server, town, { subject: '清淤大营灌溉渠' })
  await live(server, town, {
    subject: '修一座便民桥',
    rounds: [{ repliedAfterDays: 0, rating: 'satisfied' }],
  })
  await start(town, { ...text, subject: '只有草稿' })
  await live(server, elsewhere, { subject: '别的镇的事' })
  server.clock.set('2026-11-03T01:00:00.000Z')
  const submitted = await start(town, { ...text, subject: '给主街装路灯' })
  await step(town, town.deputy, submitted, 'submit')
  const reminded = await live(server, town, { subject: '改善手机信号' })
  server.clock.set('2026-11-23T01:00:00.000Z')
  await step(town, town.office, reminded, 'remind', forms(town).remind)
})
afterAll(() => server.stop())

const ask = async (query: { days?: string; cursor?: string } = {}) =>
  town.office.client.call(listAgeing, { params: { town: town.id }, query })

test('the one that has lain longest comes first, with whose turn it is', async () => {
  const { items } = await ask({ days: '7' })
  expect(
    items.map(({ subject, days, waitsFor, overdue, touchedOn }) => [
      subject,
      days,
      waitsFor,
      overdue,
      touchedOn,
    ]),
  ).toEqual([
    ['清淤大营灌溉渠', 28, 'leadUnit', true, '2026-10-26'],
    ['给主街装路灯', 20, 'congressOffice', true, '2026-11-03'],
  ])
})

test.each([
  ['28', 1],
  ['29', 0],
  ['20', 2],
  ['21', 1],
  ['0', 3],
])('untouched for %s days or more: %i', async (days, count) => {
  expect((await ask({ days })).items).toHaveLength(count)
})

test('without a number it is thirty days', async () => {
  expect((await ask()).items).toEqual([])
})

test('it goes on page by page without a gap or a repeat', async () => {
  for (let more = 0; more < 25; more += 1) {
    await start(elsewhere, { ...text, subject: `第 ${more} 件` }).then((id) =>
      step(elsewhere, elsewhere.deputy, id, 'submit'),
    )
    server.clock.advance({ seconds: more % 2 })
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await elsewhere.office.client.call(listAgeing, {
      params: { town: elsewhere.id },
      query: { days: '0', ...(cursor ? { cursor } : {}) },
    })
    seen.push(...page.items.map(({ subject }) => subject))
    cursor = page.next ?? undefined
  } while (cursor)
  expect([seen.length, new Set(seen).size, seen[0]]).toEqual([26, 26, '别的镇的事'])
})

test('only office and presidium see it: it names what is not public yet', async () => {
  await town.presidium.client.call(listAgeing, { params: { town: town.id } })
  const codes = await Promise.all(
    [town.unit, town.deputy, elsewhere.office].map(
      async ({ client }) => (await client.refused(listAgeing, { params: { town: town.id } })).code,
    ),
  )
  expect(codes).toEqual(['not_allowed', 'not_allowed', 'not_allowed'])
})
