import { addCategory, changeCategory, listCategories } from '../../shared/registers/category-endpoints'
import { showFigures } from '../../shared/api/figures'
import { bring } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { forms, see, step } from '../support/suggestion'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const params = () => ({ town: town.id })
const tree = async () => (await town.office.client.call(listCategories, { params: params() })).categories
const add = (input: Record<string, unknown>) =>
  town.office.client.call(addCategory, { params: params(), input })
const change = (code: string, input: Record<string, unknown>) =>
  town.office.client.call(changeCategory, { params: { ...params(), code }, input })
const codeOf = async (name: string) => (await tree()).find((one) => one.name === name)?.code ?? ''

test('a town begins with a tree of two levels', async () => {
  const all = await tree()
  expect(all.find(({ code }) => code === 'roads')).toMatchObject({
    name: '道路桥梁',
    parent: 'infrastructure',
  })
  expect(all.map(({ code }) => code).indexOf('roads')).toBeGreaterThan(
    all.map(({ code }) => code).indexOf('infrastructure'),
  )
})

test('it adds one of its own, files a suggestion under it, and the figures know it', async () => {
  await add({ name: '文化体育', parent: 'livelihood' })
  const code = await codeOf('文化体育')
  const id = await bring(server, town, 'underReview')
  await step(town, town.office, id, 'accept', { ...forms(town).accept, category: code })
  await step(town, town.office, id, 'assign', forms(town).assign)
  expect((await see(town, town.deputy, id)).category).toEqual({ code, name: '民生事业 · 文化体育' })
  const { groups } = await town.office.client.call(showFigures, {
    params: params(),
    query: { by: 'category' },
  })
  expect(groups.map(({ key, name, counts }) => [key, name, counts.handedOver])).toEqual([
    ['livelihood', '民生事业', 1],
    [code, '文化体育', 1],
  ])
})

test('of several first changes at one moment each is kept or asked for again, and none breaks', async () => {
  const names = ['甲类', '乙类', '丙类', '丁类']
  const asked = names.map((name) =>
    town.office.client.ask(addCategory, { params: params(), input: { name, parent: null } }),
  )
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
  const kept = (await tree()).filter(({ name }) => names.includes(name))
  expect(kept).toHaveLength(statuses.filter((status) => status === 200).length)
})

test('a new name goes with what was filed before', async () => {
  const id = await bring(server, town, 'accepted')
  await change('waterWorks', { name: '水利', parent: 'infrastructure' })
  expect((await see(town, town.deputy, id)).category).toEqual({
    code: 'waterWorks',
    name: '基础设施 · 水利',
  })
})

test('a retired one is offered no more, and keeps what it has', async () => {
  const filed = await bring(server, town, 'accepted')
  await change('waterWorks', { name: '水利防汛', parent: 'infrastructure', retired: true })
  const id = await bring(server, town, 'underReview')
  await expect(step(town, town.office, id, 'accept', forms(town).accept)).rejects.toThrow('已经停用')
  expect((await see(town, town.deputy, filed)).category?.code).toBe('waterWorks')
  expect((await tree()).find(({ code }) => code === 'waterWorks')).toMatchObject({
    retired: true,
    suggestions: 1,
  })
})

test('towns do not see one another’s categories', async () => {
  await add({ name: '文化体育' })
  const code = await codeOf('文化体育')
  const elsewhere = await buildTown(server, '云岭坝镇')
  const id = await bring(server, elsewhere, 'underReview')
  await expect(
    step(elsewhere, elsewhere.office, id, 'accept', { ...forms(elsewhere).accept, category: code }),
  ).rejects.toThrow('没有这个类别')
})

test.each([
  ['a name that is taken', () => add({ name: '供电' }), '已经有这个名称'],
  ['a third level', () => add({ name: '桥梁', parent: 'roads' }), '类别只分两级'],
  [
    'a parent below its own child',
    () => change('infrastructure', { name: '基础设施', parent: 'safety' }),
    '类别只分两级',
  ],
  [
    'retiring what has others below it',
    () => change('infrastructure', { name: '基础设施', retired: true }),
    '请先移走或停用',
  ],
])('%s is refused', async (_, attempt, sentence) => {
  await expect(attempt()).rejects.toThrow(sentence)
})

test('what is unknown is not found', async () => {
  await expect(change('nothing', { name: '新的' })).rejects.toThrow('not_found')
})
