import {
  appFeedbackSteps,
  type AppFeedbackView,
  listCountyAppFeedback,
  listMyAppFeedback,
  showAppFeedback,
  writeAppFeedback,
} from '../../shared/matters/app-feedback/endpoints'
import { addCounty, countyStaff } from '../support/matrix/people'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 对这个小程序有意见 (field note M18): it lands with the county and not with the town, and nobody learns who wrote. */
let server: TestServer
let town: TestTown
let alone: TestTown
let county: TestPerson
let stranger: TestPerson
let countyId: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  alone = await buildTown(server, '独山镇')
  countyId = await addCounty(server, '云岭县')
  await server.database.transaction((tx) =>
    tx.query('UPDATE town SET county_id = ? WHERE id = ?', [countyId, town.id]),
  )
  county = await countyStaff(server, countyId)
  stranger = await countyStaff(server, await addCounty(server, '远山县'))
})
afterAll(() => server.stop())

const input = { about: 'hardToUse', text: '字太小，老人看不清。' } as const
const write = ({ client }: TestPerson, at = town) =>
  client.call(writeAppFeedback, { params: { town: at.id }, input })
const take = (
  { client }: TestPerson,
  step: keyof typeof appFeedbackSteps,
  { id, version }: AppFeedbackView,
  text: string,
  at = town,
) =>
  client.call(appFeedbackSteps[step], {
    params: { town: at.id, id },
    input: { version, form: { text } },
  })
const waiting = ({ client }: TestPerson, lane: 'waiting' | 'answered' = 'waiting') =>
  client.call(listCountyAppFeedback, { params: { county: countyId }, query: { lane } })

test('what a villager has against the app goes to the county, past the town, and comes back answered', async () => {
  const sent = await write(town.villager)
  expect(sent).toMatchObject({ state: 'sent', to: '云岭县人大', plain: '送到云岭县人大了，等他们答复。' })
  const at = { params: { town: town.id, id: sent.id } }
  for (const who of [town.office, town.presidium, town.deputy])
    expect(await who.client.refused(showAppFeedback, at)).toMatchObject({ code: 'not_found' })

  const { items } = await waiting(county)
  expect(items).toMatchObject([
    { id: sent.id, ...input, writtenAs: 'resident', town: { name: town.name }, due: { urgency: 'inTime' } },
  ])
  const seen = await county.client.call(showAppFeedback, at)
  expect(seen.actions).toEqual(['answer'])
  const answered = await take(county, 'answer', seen, '下个月的版本字大一号。')
  expect(answered).toMatchObject({ state: 'answered', plain: '云岭县人大答复了。还有话说，可以接着写。' })
  expect(await toldTo(server, town.villager)).toContain('您对小程序的意见有答复了：下个月的版本字大一号。')
  expect((await waiting(county)).items).toEqual([])

  const own = await town.villager.client.call(showAppFeedback, at)
  expect(own.timeline.map(({ by, note }) => [by, note])).toEqual([
    ['用小程序的人', input.text],
    ['管小程序的 方志平', '下个月的版本字大一号。'],
  ])
  await take(town.villager, 'sayMore', own, '还是小。')
  expect((await waiting(county)).items.map(({ id }) => id)).toEqual([sent.id])
  const mine = await town.villager.client.call(listMyAppFeedback, { params: { town: town.id }, query: {} })
  expect(mine).toMatchObject({ items: [{ id: sent.id, state: 'sent' }], to: '云岭县人大' })
})

test('of a deputy who wrote, whoever answers reads that it was a deputy, and no name', async () => {
  const { id } = await write(town.deputy)
  const seen = await county.client.call(showAppFeedback, { params: { town: town.id, id } })
  expect(seen.writtenAs).toBe('deputy')
  const [name = ''] = (
    await server.database.reader.query<{ name: string }[]>('SELECT name FROM person WHERE id = ?', [
      town.deputy.id,
    ])
  ).map((row) => row.name)
  await take(town.deputy, 'sayMore', seen, '还要打卡，不合适。')
  const all = [
    await county.client.call(showAppFeedback, { params: { town: town.id, id } }),
    await waiting(county),
  ]
  expect(JSON.stringify(all)).not.toContain(name)
})

test('ten working days without an answer are late, and nobody of another county reads any of it', async () => {
  const { id } = await write(town.unit)
  server.clock.advance({ days: 20 })
  await server.run('clock')
  const late = (await waiting(county)).items.find((one) => one.id === id)
  expect(late?.due?.urgency).toBe('overdue')
  expect(
    await stranger.client.refused(listCountyAppFeedback, { params: { county: countyId }, query: {} }),
  ).toMatchObject({ code: 'not_allowed' })
  expect(await stranger.client.refused(showAppFeedback, { params: { town: town.id, id } })).toMatchObject({
    code: 'not_found',
  })
})

test('a town that stands alone keeps its app itself: its office is told, and answers', async () => {
  const sent = await write(alone.villager, alone)
  expect(sent.to).toBe('镇人大办')
  expect(await toldTo(server, alone.office)).toContain(`有人对小程序有意见：${input.text}`)
  const seen = await alone.office.client.call(showAppFeedback, { params: { town: alone.id, id: sent.id } })
  await take(alone.office, 'answer', seen, '已经告诉做软件的人。', alone)
  expect(await toldTo(server, alone.villager)).toContain('您对小程序的意见有答复了：已经告诉做软件的人。')
})
