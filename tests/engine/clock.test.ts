import { findDifferences } from '../../server/engine/rebuild'
import { kindNamed } from '../../server/engine/known-kinds'
import { lookAtClock } from '../../server/engine/clock'
import { stateOf, type ToyTown, toyTown } from './toy-town'

let town: ToyTown
beforeEach(async () => {
  // Monday; five working days to sign for it end on 30 November, close from the 28th.
  town = await toyTown()
})
afterEach(() => town.stop())

/** Looks every six hours, and says who was told what on which day. */
async function live(days: number) {
  const told: string[] = []
  const names = new Map(
    [town.clerk, town.leader, town.head, town.office, town.presidium, town.deputy, town.coClerk].map(
      ({ person }) => [person?.id, person?.name],
    ),
  )
  for (let quarter = 0; quarter < days * 4; quarter += 1) {
    const before = new Set(await ids())
    await town.look()
    const rows = await town.database.reader.query<{ id: string; who: string; text: string }[]>(
      'SELECT id, recipient_id AS who, text FROM inbox_message ORDER BY created_at, id',
    )
    const day = new Date(town.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(5, 10)
    const fresh = rows.filter(({ id }) => !before.has(id))
    told.push(...fresh.map(({ who, text }) => `${day} ${names.get(who)} ${text}`).sort())
    town.clock.advance({ hours: 6 })
  }
  return told
}
const ids = async () =>
  (await town.database.reader.query<{ id: string }[]>('SELECT id FROM inbox_message')).map(({ id }) => id)

test('each rung is told once, whoever is not bound is passed over, and the top hears it every week', async () => {
  await town.begin({ title: '水渠' })
  const soon = '《水渠》快到期了，请在11月30日前办。'
  const others = '《水渠》已经逾期（11月30日），现在等镇水利站。'
  expect(await live(33)).toEqual([
    `11-28 赵永强 ${soon}`,
    // Nobody leads who is bound: the head hears it, and with the next rung knows already.
    `11-29 孙立 ${soon}`,
    `12-01 王建国 ${others}`,
    `12-04 陈静 ${others}`,
    `12-08 周明德 ${others}`,
    `12-15 周明德 ${others}`,
    `12-22 周明德 ${others}`,
  ])
  expect(await findDifferences(town.database.reader, town.clock.now())).toEqual([])
})

test('what moves is asked for no more, and a new day begins a new ladder', async () => {
  const id = await town.begin({ title: '水渠' })
  await live(8)
  await town.act(town.clerk, id, 'answer', { result: '修好了' })
  // Ten working days to rate it, in words of its own.
  expect(await live(14)).toEqual(['12-13 王建国 《水渠》请您在12月15日前评价。'])
})

test('the clock takes its own step once the day is over, and only then', async () => {
  const id = await town.begin({ title: '水渠' })
  await town.act(town.clerk, id, 'answer', { result: '修好了' })
  await live(14)
  const before = await stateOf(town.database, id)
  const told = await live(4)
  expect([before, await stateOf(town.database, id), told]).toEqual([
    'answered',
    'closed',
    ['12-08 王建国 《水渠》没有评价，已经办结。'],
  ])
  const [event] = await town.database.reader.query<object[]>(
    "SELECT party, person_id FROM matter_event WHERE matter_id = ? AND action = 'lapse'",
    [id],
  )
  expect(event).toEqual({ party: 'system', person_id: null })
})

test('a limit in hours is asked for at its hour, comes back to who has heard it, and climbs', async () => {
  const id = await town.begin({ title: '水渠' })
  await town.act(town.office, id, 'hold')
  const told = await live(6)
  expect(told.map((line) => line.slice(0, 9))).toEqual(['11-24 陈静 ', '11-24 陈静 ', '11-27 周明德'])
})

test('whoever is asked something beside the turn hears of it on a day of their own', async () => {
  await town.begin({ title: '水渠', coUnitId: town.coUnitId })
  const told = await live(16)
  const others = '《水渠》已经逾期（12月7日），现在等镇财政所。'
  expect(told.filter((line) => line.includes('协办') || line.endsWith(others))).toEqual([
    '12-05 孙丽华 《水渠》等协办意见。',
    '12-08 孙丽华 《水渠》的协办意见过了时间。',
    ...['孙立', '赵永强', '钱进', '陈静'].map((name) => `12-08 ${name} ${others}`),
  ])
})

test('a clock that was not looked at for a while has one step to take, not each that was missed', async () => {
  await town.begin({ title: '水渠' })
  town.clock.advance({ days: 40 })
  expect((await live(1)).map((line) => line.slice(0, 9))).toEqual(['01-02 周明德', '01-02 王建国'].sort())
})

test('two that look at once tell it once, and what fails holds up nobody else', async () => {
  const broken = await town.begin({ title: '坏的' })
  await town.begin({ title: '水渠' })
  town.clock.set('2026-11-28T01:00:00.000Z')
  const toy = kindNamed('toy')
  const holders = toy.holders.bind(toy)
  const failures: string[] = []
  const spied = jest.spyOn(toy, 'holders').mockImplementation((reader, record) => {
    if (record.id === broken) throw new Error('on purpose')
    return holders(reader, record)
  })
  const look = () =>
    lookAtClock(town.database, town.clock.now(), (error, { id }) => failures.push(`${id} ${String(error)}`))
  await Promise.all([look(), look()])
  spied.mockRestore()
  expect(await town.told(town.clerk)).toEqual(['《水渠》快到期了，请在11月30日前办。'])
  expect(new Set(failures)).toEqual(new Set([`${broken} Error: on purpose`]))
  town.clock.advance({ minutes: 11 })
  await town.look()
  expect((await town.told(town.clerk)).length).toBe(2)
})
