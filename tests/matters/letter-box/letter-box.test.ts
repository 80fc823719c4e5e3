import { showStation } from '../../../shared/api/stations'
import { listWork } from '../../../shared/api/work'
import { letterBoxSteps, openBox, showLetterBox } from '../../../shared/matters/letter-box/endpoints'
import { isBoxLate } from '../../../shared/matters/letter-box/opening'
import { addDays, beijingDay } from '../../../shared/rules/days'
import { createClient } from '../../support/client'
import { staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

/** A box that nobody opens is worse than none (field note M3). */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const today = () => beijingDay(server.clock.now())
const at = () => ({ town: town.id, id: town.station })
const opening = (more: object = {}) => ({
  ...{ openedOn: today(), letters: 3, openedBy: '陈静', openedWith: '王建国' },
  ...more,
})
const opens = (who: TestPerson, more: object = {}) =>
  who.client.call(openBox, { params: at(), input: opening(more) })
const shown = async () => (await createClient(server.url).call(showStation, { params: at() })).box
const waiting = async (who: TestPerson = town.office) =>
  (await who.client.call(listWork, { params: { town: town.id }, query: { lane: 'mine' } })).items.filter(
    ({ kind }) => kind === 'letterBox',
  )
const pass = async (days: number) => {
  await staySignedIn(server)
  server.clock.advance({ days })
  await server.run('clock')
}
const boxId = async () => {
  const [box] = await server.database.reader.query<{ id: string }[]>(
    'SELECT id FROM letter_box WHERE hung_station_id = ?',
    [town.station],
  )
  return box?.id ?? ''
}

test('it is late on the fifteenth day after it was opened, and not on the fourteenth', () => {
  expect(isBoxLate('2026-11-09', '2026-11-23')).toBe(false)
  expect(isBoxLate('2026-11-09', '2026-11-24')).toBe(true)
})

test('two persons open it, and everyone reads when and how many lay in it', async () => {
  expect(await shown()).toBeNull()
  const input = opening()
  const alone = { params: at(), input: { ...input, openedWith: '陈静' } }
  expect((await town.office.client.refused(openBox, alone)).fields).toEqual({
    openedWith: '要两个人一起开箱，请写另一位的名字。',
  })
  await opens(town.office)
  expect(await shown()).toEqual({ openedOn: today(), letters: 3 })
  expect((await town.villager.client.refused(openBox, { params: at(), input })).code).toBe('not_allowed')
  const nowhere = { params: { ...at(), id: town.id }, input }
  expect((await town.office.client.refused(openBox, nowhere)).code).toBe('not_found')
})

test('from the fifteenth day it is the office’s to do, until somebody opens it', async () => {
  await opens(town.office)
  await pass(14)
  expect(await waiting()).toEqual([])
  await pass(1)
  const sentence = '大郭西人大代表活动室的群众信箱两周没有开了，请两个人一起去开箱。'
  expect(await waiting()).toMatchObject([
    { state: 'due', title: '大郭西人大代表活动室的群众信箱', due: { urgency: 'overdue' } },
  ])
  expect(await toldTo(server, town.office)).toContain(sentence)
  expect(await waiting(town.deputy)).toEqual([])

  // A deputy comes by and opens it: nobody has to type it a second time.
  await opens(town.deputy, { letters: 0 })
  expect(await waiting()).toEqual([])
  expect(await shown()).toEqual({ openedOn: today(), letters: 0 })
  await pass(15)
  const [row] = await waiting()
  const params = { town: town.id, id: row?.id ?? '' }
  const box = await town.office.client.call(letterBoxSteps.open, {
    params,
    input: { version: row?.version ?? 0, form: opening({ letters: 1 }) },
  })
  expect([box.state, box.letters, box.openedOn, box.openBy]).toEqual([
    ...['locked', 1, today(), addDays(today(), 14)],
  ])
  const kept = await server.database.reader.query<{ letters: number; typedById: string | null }[]>(
    'SELECT letters, typed_by_id AS typedById FROM box_opening WHERE liaison_station_id = ? ORDER BY opened_on, letters DESC',
    [town.station],
  )
  expect(kept.map(({ letters, typedById }) => [Number(letters), typedById])).toEqual([
    ...[
      [3, town.office.id],
      [0, town.deputy.id],
      [1, town.office.id],
    ],
  ])
  // Who opened it stands in the register of openings alone.
  expect(JSON.stringify(box)).not.toContain('王建国')
})

test('an opening that is typed late is kept, and the last one stays the last', async () => {
  await opens(town.office)
  const before = await shown()
  await opens(town.office, { openedOn: addDays(today(), -3), letters: 9 })
  expect(await shown()).toEqual(before)
})

test('whoever takes it down says why; a new one begins with its first opening', async () => {
  await opens(town.office)
  const params = { town: town.id, id: await boxId() }
  const { version } = await town.office.client.call(showLetterBox, { params })
  const down = (form: object) => ({ params, input: { version, form: form as { reason: string } } })
  expect((await town.office.client.refused(letterBoxSteps.remove, down({ reason: '' }))).code).toBe(
    'bad_input',
  )
  const gone = await town.office.client.call(letterBoxSteps.remove, down({ reason: '站点搬了。' }))
  expect(gone.state).toBe('removed')
  expect(await shown()).toBeNull()
  await pass(40)
  expect(await waiting()).toEqual([])
  await opens(town.office)
  expect(await boxId()).not.toBe(params.id)
  expect(await shown()).toEqual({ openedOn: today(), letters: 3 })
  expect((await town.deputy.client.refused(showLetterBox, { params })).code).toBe('not_allowed')
})
