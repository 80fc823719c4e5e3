import { allKinds } from '../../server/engine/known-kinds'
import { viewAnyMatter } from '../../server/engine/any-matter'
import { findDifferences } from '../../server/engine/rebuild'
import { listWork } from '../../server/engine/list'
import { workRows } from '../../server/engine/rows'
import type { Actor } from '../../server/http/actor'
import { Refusal } from '../../shared/words/refusals'
import { type ToyTown, toyTown } from './toy-town'

/** A question inside a matter: asked, answered, sent back, waived, late. */
let town: ToyTown
beforeEach(async () => {
  town = await toyTown()
})
afterEach(() => town.stop())

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
const see = (actor: Actor, id: string) =>
  viewAnyMatter(town.database.reader, actor, 'toy', id, town.clock.now())
const mine = async (actor: Actor) =>
  (await listWork(town.database.reader, actor, 'mine', {}, undefined, town.clock.now())).found.map(
    ({ step }) => step,
  )
const why = { coUnitId: '', reason: '等不及' }

test('who is asked finds it as theirs, with the step and the day of the answer, until it is given', async () => {
  const id = await town.begin({ coUnitId: town.coUnitId })
  expect([await mine(town.coClerk), await mine(town.clerk)]).toEqual([['help'], [null]])
  const { found } = await listWork(
    town.database.reader,
    town.office,
    'others',
    {},
    undefined,
    town.clock.now(),
  )
  const [row] = await workRows(town.database.reader, found, town.clock.now())
  expect([row?.turn, row?.due?.on]).toEqual(['leadUnit', '2026-11-30'])
  expect(await code(town.act(town.clerk, id, 'answer', { result: '好' }))).toBe('answers_missing')
  expect((await see(town.coClerk, id)).asks).toMatchObject([
    { who: { name: '镇财政所' }, dueOn: '2026-12-07', answer: null, isAwaited: true },
  ])
  await town.act(town.coClerk, id, 'help', { opinion: '出钱' })
  expect([await mine(town.coClerk), await town.told(town.clerk)]).toEqual([
    [],
    ['《大郭西村水渠塌了》有协办意见了。'],
  ])
  expect((await see(town.clerk, id)).asks).toMatchObject([
    { answer: [{ label: '意见', text: '出钱' }], isAwaited: false },
  ])
  const kept = await town.database.reader.query(
    'SELECT answer, answered_by AS person FROM ask WHERE matter_id = ?',
    [id],
  )
  expect(kept).toEqual([{ answer: '{"opinion":"出钱"}', person: town.coClerk.person?.id }])
  expect(await code(town.act(town.coClerk, id, 'help', { opinion: '不出了' }))).toBe('answer_not_wanted')
  expect(await findDifferences(town.database.reader, town.clock.now())).toEqual([])
  await town.act(town.clerk, id, 'answer', { result: '好' })
})

test('an answer is sent back once, with a day of its own and what is missing', async () => {
  const id = await town.begin({ coUnitId: town.coUnitId })
  expect(await code(town.act(town.clerk, id, 'helpAgain', { reason: '多少' }))).toBe('no_answer_to_send_back')
  await town.act(town.coClerk, id, 'help', { opinion: '出钱' })
  await town.act(town.clerk, id, 'helpAgain', { reason: '多少' })
  expect([await mine(town.coClerk), await town.told(town.coClerk)]).toEqual([
    ['help'],
    ['《大郭西村水渠塌了》请在11月30日前补充：多少'],
  ])
  expect((await see(town.clerk, id)).asks).toMatchObject([
    { answer: null, sentBackWhy: '多少', dueOn: '2026-11-30', isAwaited: true },
  ])
  await town.act(town.coClerk, id, 'help', { opinion: '出一万' })
  expect(await code(town.act(town.clerk, id, 'helpAgain', { reason: '再说' }))).toBe('no_answer_to_send_back')
  const kept = await town.database.reader.query<{ answer: string }[]>(
    'SELECT answer FROM ask WHERE matter_id = ? ORDER BY no',
    [id],
  )
  expect(kept.map(({ answer }) => answer)).toEqual(['{"opinion":"出钱"}', '{"opinion":"出一万"}'])
})

test('what is waived is awaited no more, and only where somebody owes it', async () => {
  const id = await town.begin({ coUnitId: town.coUnitId })
  expect(await code(town.act(town.office, id, 'helpNoMore', { ...why, coUnitId: town.unitId }))).toBe(
    'no_open_question',
  )
  await town.act(town.office, id, 'helpNoMore', { ...why, coUnitId: town.coUnitId })
  expect([await mine(town.coClerk), await town.told(town.clerk)]).toEqual([
    [],
    ['《大郭西村水渠塌了》不用等了：等不及'],
  ])
  expect((await see(town.clerk, id)).asks).toMatchObject([{ waivedWhy: '等不及', isAwaited: false }])
  expect(await code(town.act(town.office, id, 'helpNoMore', { ...why, coUnitId: town.coUnitId }))).toBe(
    'no_open_question',
  )
  expect(await code(town.act(town.clerk, id, 'answer', { result: '好' }))).toBe('done')
})

test('one that stops the clock takes the turn, until it is answered or its day has passed', async () => {
  const id = await town.begin()
  await town.act(town.clerk, id, 'ask')
  const standing = async () => {
    const { waitsFor, due, actions } = await see(town.clerk, id)
    return [waitsFor, due?.on, actions.includes('answer')]
  }
  expect([await standing(), await mine(town.deputy), await mine(town.clerk)]).toEqual([
    ['leadDeputy', '2026-11-30', false],
    ['tellMore'],
    [],
  ])
  expect(await code(town.act(town.clerk, id, 'ask'))).toBe('clock_stopped_before')
  town.clock.set('2026-12-01T01:00:00.000Z')
  expect([await standing(), await mine(town.deputy)]).toEqual([['leadUnit', '2026-11-30', true], []])
  expect(await code(town.act(town.deputy, id, 'tellMore'))).toBe('answer_not_wanted')
})

test('a kind that has asks and reads none of them says so at once', async () => {
  const toy = allKinds().find(({ table }) => table.kind === 'toy')
  const id = await town.begin()
  const read = toy?.read.bind(toy)
  const spied = jest.spyOn(toy as never, 'read' as never).mockImplementation((async (
    ...asked: Parameters<NonNullable<typeof read>>
  ) => ({
    ...(await read?.(...asked)),
    asked: undefined,
  })) as never)
  expect(await code(see(town.clerk, id))).toContain('without what was asked')
  spied.mockRestore()
})
