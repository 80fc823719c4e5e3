import type { Actor } from '../../server/http/actor'
import { lookAtClock } from '../../server/engine/clock'
import { countWork } from '../../server/engine/counts'
import { listWork, type WorkFilters } from '../../server/engine/list'
import { findDifferences, rebuild } from '../../server/engine/rebuild'
import { workRows } from '../../server/engine/rows'
import { searchWork } from '../../server/engine/search'
import { newId } from '../../server/database/id'
import { type ToyTown, toyTown } from './toy-town'

let town: ToyTown
beforeEach(async () => {
  town = await toyTown()
})
afterEach(() => town.stop())

async function all(actor: Actor, lane: 'mine' | 'others' | 'ended', filters: WorkFilters = {}) {
  const titles: string[][] = []
  for (let cursor: string | undefined; ;) {
    const { found, next } = await listWork(
      town.database.reader,
      actor,
      lane,
      filters,
      cursor,
      town.clock.now(),
    )
    titles.push((await workRows(town.database.reader, found, town.clock.now())).map(({ title }) => title))
    if (next === null) return titles
    cursor = next
  }
}

test('a row says what it is, where it stands, until when, and what its reader does next', async () => {
  const id = await town.begin({ title: '水渠' })
  const { found } = await listWork(town.database.reader, town.clerk, 'mine', {}, undefined, town.clock.now())
  expect(await workRows(town.database.reader, found, town.clock.now())).toEqual([
    {
      kind: 'toy',
      id,
      version: 0,
      number: `2026${id.slice(0, 4)}`,
      title: '水渠',
      note: '王建国代表',
      unit: '镇水利站',
      village: null,
      state: 'asked',
      stateLabel: '等单位',
      saidNo: false,
      since: '2026-11-23T01:00:00.000Z',
      due: { on: '2026-11-30', urgency: 'inTime' },
      lateFrom: '2026-11-30T16:00:00.000Z',
      turn: 'leadUnit',
      turnLabel: '主办单位',
      next: { step: 'answer', label: '答复' },
      page: `unit/toy?town=${town.id}&id=${id}`,
    },
  ])
})

test('pages hold every matter once, late first, whatever one holds it by', async () => {
  // Held as a person of the unit and of the office at once.
  const both = await town.add('双', [['unitClerk', town.unitId], ['congressOffice']])
  const titles: string[] = []
  for (let count = 0; count < 47; count += 1) {
    const title = `第${String(count).padStart(2, '0')}件`
    titles.push(title)
    await town.begin({ title })
    town.clock.advance({ hours: 9 })
  }
  const pages = await all(both, 'mine')
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 7])
  expect(pages.flat().sort()).toEqual(titles)
  const { found } = await listWork(town.database.reader, both, 'mine', {}, undefined, town.clock.now())
  const rows = await workRows(town.database.reader, found, town.clock.now())
  expect(rows.map(({ due }) => due?.on)).toEqual([...rows.map(({ due }) => due?.on)].sort())
  expect(rows[0]?.due?.urgency).toBe('overdue')
  // What waits for them through the unit is not in the lane of others through the office.
  expect(await all(both, 'others')).toEqual([[]])
  expect((await all(town.office, 'others')).flat().length).toBe(47)
})

test('what ended comes newest first, and is in no other lane', async () => {
  for (const title of ['先', '后']) {
    const id = await town.begin({ title })
    await town.act(town.clerk, id, 'answer', { result: '好' })
    await town.act(town.deputy, id, 'rate', { rating: 'good' })
    town.clock.advance({ minutes: 5 })
  }
  expect([
    await all(town.deputy, 'ended'),
    await all(town.deputy, 'mine'),
    await all(town.clerk, 'others'),
  ]).toEqual([[['后', '先']], [[]], [[]]])
})

test('a list is narrowed by kind, state, village, unit, person and lateness', async () => {
  const village = newId()
  await town.begin({ title: '有村', villageId: village })
  await town.begin({ title: '别人的', deputyId: town.otherDeputy.person?.id ?? '' })
  const held = await town.begin({ title: '扣下' })
  await town.act(town.office, held, 'hold')
  town.clock.advance({ days: 3 })
  const of = async (filters: WorkFilters) => {
    const [mine, others] = [
      await all(town.office, 'mine', filters),
      await all(town.office, 'others', filters),
    ]
    return [...mine.flat(), ...others.flat()].sort()
  }
  expect({
    village: await of({ village }),
    state: await of({ state: 'held' }),
    unit: (await of({ unit: town.unitId })).length,
    otherUnit: await of({ unit: newId() }),
    person: await of({ person: town.otherDeputy.person?.id }),
    kind: await of({ kind: 'suggestion' }),
    overdue: await of({ overdue: 'yes' }),
  }).toEqual({
    village: ['有村'],
    state: ['扣下'],
    unit: 3,
    otherUnit: [],
    person: ['别人的'],
    kind: [],
    overdue: ['扣下'],
  })
})

test('a turn that passes by itself is right at midnight, without a job having run', async () => {
  const id = await town.begin({ title: '水渠' })
  await town.act(town.clerk, id, 'ask')
  const lanes = async () => [
    (await all(town.deputy, 'mine')).flat(),
    (await all(town.clerk, 'mine')).flat(),
    (await countWork(town.database.reader, town.clerk, town.clock.now())).counts.map(({ lane }) => lane),
  ]
  const asked = await lanes()
  town.clock.set('2026-11-30T15:59:59.000Z')
  const lastEvening = await lanes()
  town.clock.set('2026-11-30T16:00:00.000Z')
  expect([asked, lastEvening, await lanes()]).toEqual([
    [['水渠'], [], ['others']],
    [['水渠'], [], ['others']],
    [[], ['水渠'], ['mine']],
  ])
  await town.look()
  expect(await lanes()).toEqual([[], ['水渠'], ['mine']])
})

test('counts by lane, kind and urgency, each matter once', async () => {
  const both = await town.add('双', [['unitClerk', town.unitId], ['congressOffice']])
  await town.begin()
  town.clock.advance({ days: 8 })
  await town.begin()
  const held = await town.begin()
  await town.act(town.office, held, 'hold')
  town.clock.advance({ days: 2 })
  const counts = async (actor: Actor) =>
    (await countWork(town.database.reader, actor, town.clock.now())).counts.map(
      ({ lane, urgency, count }) => `${lane} ${urgency} ${count}`,
    )
  expect([await counts(both), await counts(town.clerk), await counts(town.presidium)]).toEqual([
    ['mine overdue 2', 'mine inTime 1'],
    ['mine overdue 1', 'mine inTime 1', 'others overdue 1'],
    ['others overdue 2', 'others inTime 1'],
  ])
})

test('found by two characters and by one, by number and by name, and only by whoever holds it', async () => {
  const id = await town.begin({ title: '大郭西村水渠塌了三十米' })
  await town.begin({ title: '桥面破损', deputyId: town.otherDeputy.person?.id ?? '' })
  const find = async (actor: Actor, text: string) => {
    const { found } = await searchWork(town.database.reader, actor, text, { today: '2026-11-23' })
    return (await workRows(town.database.reader, found, town.clock.now())).map(({ title }) =>
      title.slice(0, 2),
    )
  }
  const office = town.office
  expect({
    two: await find(office, '水渠'),
    one: await find(office, '桥'),
    both: await find(office, '水渠 三十米'),
    name: await find(office, '王建国'),
    number: await find(office, `2026${id.slice(0, 4)}`),
    wide: await find(office, `２０２６${id.slice(0, 4).toUpperCase()}`),
    scattered: await find(office, '水塌'),
    none: await find(office, '%'),
    notTheirs: await find(town.otherDeputy, '水渠'),
    otherTown: await find({ ...office, townId: newId() }, '水渠'),
  }).toEqual({
    two: ['大郭'],
    one: ['桥面'],
    both: ['大郭'],
    name: ['大郭'],
    number: ['大郭'],
    wide: ['大郭'],
    scattered: [],
    none: [],
    notTheirs: [],
    otherTown: [],
  })
})

test('the clock, and a rebuild, make from nothing what the steps have written', async () => {
  const id = await town.begin({ title: '水渠' })
  await town.act(town.clerk, id, 'ask')
  const { reader, source } = town.database
  const kept = () =>
    Promise.all([
      reader.query('SELECT * FROM matter_holder ORDER BY matter_id, holder, party, from_on'),
      reader.query('SELECT * FROM matter ORDER BY id'),
      reader.query('SELECT * FROM search_token ORDER BY token'),
    ])
  const before = await kept()
  await source.query('DELETE FROM matter_holder')
  await source.query('DELETE FROM search_token')
  await source.query(
    "UPDATE matter SET title = '', found_by = '', unit_id = NULL, next_at = '1970-01-01 00:00:00.000'",
  )
  const failed = () => expect('nothing').toBe('failing')
  expect([await lookAtClock(town.database, town.clock.now(), failed), await kept()]).toEqual([1, before])
  expect([await rebuild(town.database, town.clock.now()), await kept()]).toEqual([1, before])
  expect(await findDifferences(reader, town.clock.now())).toEqual([])
})
