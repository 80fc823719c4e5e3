import { countWork, searchWork } from '../../../shared/api/work'
import { showBoardItem } from '../../../shared/api/board'
import { bring } from '../../support/bring'
import { opinionsOf } from '../../support/opinions'
import { startServer, type TestServer } from '../../support/server'
import { forms, step } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { writeEvents } from '../../../server/engine/events'
import { workOf } from '../../support/work'

/** Who did what: every act of staff or a deputy has its person, a resident's has none. */
let server: TestServer
let town: TestTown
const { see, take, received } = opinionsOf(() => ({ server, town }))

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const eventsOf = (id: string) =>
  server.database.reader.query<
    { action: string; party: string; personId: string | null; unitId: string | null }[]
  >(
    `SELECT action, party, person_id AS personId, unit_id AS unitId FROM matter_event
     WHERE matter_id = ? ORDER BY version`,
    [id],
  )

test('of an opinion: the deputy and the office by name, the resident and the clock without', async () => {
  const id = await received('SIM_RISKY_20001 征地的事。')
  await take(town.office, id, 'release')
  await take(town.deputy, id, 'answer', { text: 'SIM_RISKY_20001 我去问问。' })
  await server.run('checkOpinions')
  await take(town.office, id, 'sendBack', { reason: '换个说法。' })
  await take(town.deputy, id, 'close', { explanation: '已经谈好了。' })
  await server.run('checkOpinions')
  await take(town.villager, id, 'rate', { rating: 'satisfied' })
  const events = await eventsOf(id)
  expect(events.map(({ action, party, personId }) => [action, party, personId])).toEqual([
    ['start', 'resident', null],
    ['hold', 'system', null],
    ['release', 'congressOffice', town.office.id],
    ['answer', 'deputy', town.deputy.id],
    ['holdWords', 'system', null],
    ['sendBack', 'congressOffice', town.office.id],
    ['close', 'deputy', town.deputy.id],
    ['showEnd', 'system', null],
    ['rate', 'resident', null],
  ])
})

test('a deputy who writes as a resident stands there as a resident', async () => {
  const { id } = await town.coSigner.client.call(writeOpinion, {
    params: { town: town.id },
    input: {
      deputyId: town.deputy.id,
      kind: 'report',
      text: '路灯不亮。',
      name: '张春梅',
      phone: '13900000001',
    },
  })
  await server.run('checkOpinions')
  const written = JSON.stringify(
    await server.database.reader.query('SELECT * FROM matter_event WHERE matter_id = ?', [id]),
  )
  const [resident] = await server.database.reader.query<{ id: string }[]>('SELECT id FROM resident')
  for (const word of ['张春梅', '13900000001', resident?.id ?? '', town.coSigner.id])
    expect(written).not.toContain(word)
  // And it is no work of theirs, be it in lists, counts or what is found.
  const params = { town: town.id }
  const { client } = town.coSigner
  expect(await workOf(town, town.coSigner, 'others')).toEqual([])
  expect((await client.call(countWork, { params })).counts).toEqual([])
  expect((await client.call(searchWork, { params, input: { words: '路灯' } })).items).toEqual([])
  expect((await workOf(town, town.deputy, 'mine')).map((row) => row.id)).toEqual([id])
})

test('a unit stands beside its person, and neither reaches who could not know before', async () => {
  const id = await bring(server, town, 'handling')
  await step(town, town.unit, id, 'reply', forms(town).reply)
  const events = await eventsOf(id)
  expect(
    events.filter(({ party }) => party === 'leadUnit').map(({ personId, unitId }) => [personId, unitId]),
  ).toEqual(events.filter(({ party }) => party === 'leadUnit').map(() => [town.unit.id, town.unitId]))
  expect(events.every(({ party, personId }) => party === 'system' || personId !== null)).toBe(true)
  const everyone = await town.villager.client.call(showBoardItem, { params: { town: town.id, id } })
  const opinion = await received('路灯不亮。')
  await take(town.office, opinion, 'redirect', { referredTo: 'petitionOffice', explanation: '请到信访办。' })
  const told = await see(town.villager, opinion)
  for (const name of ['赵永强', '陈静', '周明德', town.office.id, town.unit.id])
    expect(JSON.stringify([everyone, told])).not.toContain(name)
})

test('an act of nobody is not written', async () => {
  const event = {
    townId: town.id,
    kind: 'opinion',
    matterId: 'x',
    version: 0,
    action: 'release',
    toState: 'received',
  }
  const writing = server.database.transaction((tx) =>
    writeEvents(tx, [{ ...event, party: 'congressOffice', personId: null }], server.clock.now()),
  )
  await expect(writing).rejects.toThrow('is an act of nobody')
})
