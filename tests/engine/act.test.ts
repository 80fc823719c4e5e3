import { Refusal } from '../../shared/words/refusals'
import { findDifferences } from '../../server/engine/rebuild'
import { stateOf, type ToyTown, toyTown } from './toy-town'

let town: ToyTown
beforeAll(async () => {
  town = await toyTown()
})
afterAll(() => town.stop())

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

test('a step moves the matter, is kept with the person and the unit, and tells whom its row names', async () => {
  const id = await town.begin()
  await town.act(town.clerk, id, 'answer', { result: '修好了' })
  const [event] = await town.database.reader.query<object[]>(
    `SELECT kind, version, action, from_state, to_state, party, person_id, unit_id, public_line FROM matter_event
     WHERE matter_id = ? ORDER BY version DESC`,
    [id],
  )
  expect([await stateOf(town.database, id), event]).toMatchObject([
    'answered',
    {
      kind: 'toy',
      version: 1,
      action: 'answer',
      from_state: 'asked',
      to_state: 'answered',
      party: 'leadUnit',
      person_id: town.clerk.person?.id,
      unit_id: town.unitId,
      public_line: '镇水利站答复：修好了',
    },
  ])
  expect(await town.told(town.deputy)).toEqual(['《大郭西村水渠塌了》答复了：修好了'])
})

test('of eight at once one wins, and the others are stale', async () => {
  const id = await town.begin()
  const codes = await Promise.all(
    Array.from({ length: 8 }, () => code(town.act(town.clerk, id, 'answer', { result: '好' }, 0))),
  )
  expect(codes.sort()).toEqual(['done', ...Array<string>(7).fill('stale')])
  const events = await town.database.reader.query<unknown[]>(
    "SELECT id FROM matter_event WHERE matter_id = ? AND action = 'answer'",
    [id],
  )
  expect(events.length).toBe(1)
})

test('whoever is no party finds nothing, the wrong party, state, version, gate or form is refused by its name', async () => {
  const id = await town.begin()
  const unfinished = await town.begin({ title: '没写完' })
  const elsewhere = { ...town.office, townId: '0'.repeat(26) }
  const rate = { rating: 'good' }
  expect([
    await code(town.act(town.otherDeputy, id, 'rate', rate)),
    await code(town.act(elsewhere, id, 'hold')),
    await code(town.act(town.deputy, id, 'answer', { result: '好' })),
    await code(town.act(town.deputy, id, 'rate', rate)),
    await code(town.act(town.clerk, id, 'answer', { result: '好' }, 7)),
    await code(town.act(town.clerk, unfinished, 'answer', { result: '好' })),
  ]).toEqual(['not_found', 'not_found', 'not_your_step', 'wrong_state', 'stale', 'text_incomplete'])
  await town.act(town.clerk, id, 'answer', { result: '好' })
  expect(await code(town.act(town.deputy, id, 'rate', { rating: 'unheard-of' }))).toBe('bad_input')
})

test('whoever comes second is told who was first, what they did and why, and where it stands now', async () => {
  const id = await town.begin()
  const seen = 0
  await town.act(town.clerk, id, 'answer', { result: '修好了' }, seen)
  await town.act(town.deputy, id, 'rate', { rating: 'bad' })
  const late = await town.act(town.clerk, id, 'answer', { result: '在修' }, seen).catch((no: unknown) => no)
  expect((late as Refusal).code).toBe('stale')
  expect((late as Refusal).message).toMatch(
    /^您打开以后，.*“答复”.*；.*“评价”.*。现在是“.+”，请看过最新情况再办。$/,
  )
  // Whoever has seen the newest, or a version that never was, is told of nobody.
  const ahead = await town.act(town.clerk, id, 'answer', { result: '在修' }, 9).catch((no: unknown) => no)
  expect((ahead as Refusal).message).toBe('刚刚有人办过这件事，请刷新看过最新情况再办。')
})

test('a choice leads by what the form says, and then by the facts', async () => {
  const id = await town.begin()
  const round = async () => {
    await town.act(town.clerk, id, 'answer', { result: '好' })
    await town.act(town.deputy, id, 'rate', { rating: 'bad' })
    return stateOf(town.database, id)
  }
  expect([await round(), await round()]).toEqual(['asked', 'closed'])
})

test('time counts anew where the state changes or the row says so, and not where neither is', async () => {
  const id = await town.begin()
  const since = async () => {
    const [row] = await town.database.reader.query<{ since: string }[]>(
      'SELECT state_since AS since FROM matter WHERE id = ?',
      [id],
    )
    return row?.since
  }
  const first = await since()
  town.clock.advance({ minutes: 1 })
  await town.act(town.clerk, id, 'ask')
  const second = await since()
  await town.act(town.deputy, id, 'tellMore')
  expect([second === first, (await since()) === first]).toEqual([true, false])
})

test('after all of it a rebuild finds nothing to change', async () => {
  expect(await findDifferences(town.database.reader, town.clock.now())).toEqual([])
})
