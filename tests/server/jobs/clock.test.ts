import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { showBoardItem } from '../../../shared/api/board'
import { bring } from '../../support/bring'
import { createClient } from '../../support/client'
import { toldTo } from '../../support/told'
import { startServer, type TestServer } from '../../support/server'
import { see, step } from '../../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const inboxOf = (person: TestPerson) => toldTo(server, person)

test('whoever is awaited is reminded once when the deadline comes close', async () => {
  await bring(server, town, 'handling')
  server.clock.set('2027-02-14T01:00:00Z')
  for (const _ of [1, 2, 3]) await server.run('clock')
  const told = (await inboxOf(town.deputy)).filter((text) => text.includes('快到期'))
  expect(told).toEqual(['《修复大郭西段河堤》快到期了，请在2月23日前办。'])
})

test('a reminder of the office does not start the clock again', async () => {
  const id = await bring(server, town, 'assigned')
  const before = (await see(town, town.unit, id)).due
  server.clock.advance({ days: 2 })
  await step(town, town.office, id, 'remind', { note: '请尽快签收。' })
  expect((await see(town, town.unit, id)).due?.on).toBe(before?.on)
})

test('an opinion that no deputy answers within a day reaches the office', async () => {
  await town.villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: { deputyId: town.deputy.id, kind: 'report', text: '路灯不亮。' },
  })
  await server.run('checkOpinions')
  server.clock.advance({ hours: 24, minutes: 1 })
  await server.run('clock')
  const ofOpinions = (await inboxOf(town.office)).filter((text) => text.includes('留言'))
  expect([ofOpinions, (await inboxOf(town.deputy))[0]]).toEqual([
    ['有群众的留言逾期还没有人回复，请提醒王建国代表。'],
    '有群众的留言逾期没有回复，请马上回复。',
  ])
})

test('a reply that is not rated in time is closed as “no response”, and not before', async () => {
  const id = await bring(server, town, 'replied')
  server.clock.set('2026-12-07T15:00:00Z')
  await server.run('clock')
  expect((await see(town, town.deputy, id)).state).toBe('replied')
  server.clock.set('2026-12-07T16:30:00Z')
  await server.run('clock')
  expect((await see(town, town.deputy, id)).state).toBe('closed')
  const item = await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })
  expect([item.satisfaction, item.timeline[item.timeline.length - 1]?.line]).toEqual([
    'noResponse',
    '代表未表态，办结',
  ])
})
