import { rebuildFound } from '../../server/engine/registers/found-by'
import { registerNamed } from '../../server/features/registers/found'
import { suggestionCategories } from '../../shared/registers/suggestion-categories'
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

const { endpoints } = suggestionCategories
const params = () => ({ town: town.id })
const tree = async () => {
  const rows = []
  for (let cursor: string | undefined; ;) {
    const page = await town.office.client.call(endpoints.list, {
      params: params(),
      query: { shown: 'all', cursor },
    })
    rows.push(...page.items)
    if (page.next === null) return rows
    cursor = page.next
  }
}
const add = (input: Record<string, unknown>) =>
  town.office.client.call(endpoints.add, { params: params(), input })
const versionOf = async (id: string) => (await tree()).find((one) => one.id === id)?.version ?? 0
const change = async (id: string, form: Record<string, unknown>) =>
  town.office.client.call(endpoints.change, {
    params: { ...params(), id },
    input: { version: await versionOf(id), form },
  })
const retire = async (id: string) =>
  town.office.client.call(endpoints.end, {
    params: { ...params(), id },
    input: { version: await versionOf(id), form: { endedOn: '2026-11-20', endedWhy: '不再用了' } },
  })

test('a town begins with a tree of two levels', async () => {
  const all = await tree()
  expect(all.find(({ id }) => id === 'roads')).toMatchObject({
    values: { name: '道路桥梁', parentCode: 'infrastructure' },
    words: { parentCode: '基础设施' },
  })
  expect(all.map(({ id }) => id).indexOf('roads')).toBeGreaterThan(
    all.map(({ id }) => id).indexOf('infrastructure'),
  )
})

test('it is found by the name of what it stands under, under its new name too, and a rebuild makes the same', async () => {
  const found = async (words: string) =>
    (await town.office.client.call(endpoints.find, { params: params(), input: { words } })).items
      .map(({ id }) => id)
      .sort()
  const pieces = () =>
    server.database.reader.query('SELECT * FROM search_token ORDER BY kind, matter_id, token')
  await change('infrastructure', { name: '建设工程' })
  expect([(await found('建设工程')).includes('roads'), await found('基础设施')]).toEqual([true, []])
  const before = await pieces()
  await server.database.source.query('DELETE FROM search_token')
  expect(await found('建设')).toEqual([])
  const all = await rebuildFound(server.database, registerNamed('category'), 'notDerived')
  expect([all, await pieces()]).toEqual([(await tree()).length, before])
  expect(await rebuildFound(server.database, registerNamed('category'), 'notDerived')).toBe(0)
})

test('it adds one of its own, files a suggestion under it, and the figures know it', async () => {
  const { id: code } = await add({ name: '文化体育', parentCode: 'livelihood' })
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
    town.office.client.ask(endpoints.add, { params: params(), input: { name, parentCode: null } }),
  )
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
  const kept = (await tree()).filter(({ title }) => names.includes(title))
  expect(kept).toHaveLength(statuses.filter((status) => status === 200).length)
})

test('a new name goes with what was filed before', async () => {
  const id = await bring(server, town, 'accepted')
  await change('waterWorks', { name: '水利', parentCode: 'infrastructure' })
  expect((await see(town, town.deputy, id)).category).toEqual({
    code: 'waterWorks',
    name: '基础设施 · 水利',
  })
})

test('a retired one is offered no more, and keeps what it has', async () => {
  const filed = await bring(server, town, 'accepted')
  await retire('waterWorks')
  const id = await bring(server, town, 'underReview')
  await expect(step(town, town.office, id, 'accept', forms(town).accept)).rejects.toThrow('已经停用')
  expect((await see(town, town.deputy, filed)).category?.code).toBe('waterWorks')
  expect((await tree()).find(({ id: one }) => one === 'waterWorks')).toMatchObject({
    endedOn: '2026-11-20',
    endedWhy: '不再用了',
    counts: { suggestions: 1 },
  })
  const { options } = await town.office.client.call(endpoints.options, { params: params() })
  expect(options.find((one) => one.id === 'roads')).toMatchObject({ name: '道路桥梁', note: '基础设施' })
  expect(options.some((one) => one.id === 'waterWorks')).toBe(false)
})

test('towns do not see one another’s categories', async () => {
  const { id: code } = await add({ name: '文化体育' })
  const elsewhere = await buildTown(server, '云岭坝镇')
  const id = await bring(server, elsewhere, 'underReview')
  await expect(
    step(elsewhere, elsewhere.office, id, 'accept', { ...forms(elsewhere).accept, category: code }),
  ).rejects.toThrow('没有这个类别')
})

test.each([
  ['a name that is taken', () => add({ name: '供电' }), '已经有这个名称'],
  ['a third level', () => add({ name: '桥梁', parentCode: 'roads' }), '类别只分两级'],
  [
    'a parent below its own child',
    () => change('infrastructure', { name: '基础设施', parentCode: 'safety' }),
    '类别只分两级',
  ],
  ['retiring what has others below it', () => retire('infrastructure'), '请先移走或停用'],
])('%s is refused', async (_, attempt, sentence) => {
  await expect(attempt()).rejects.toThrow(sentence)
})

test('what is unknown is not found', async () => {
  await expect(change('nothing', { name: '新的' })).rejects.toThrow('not_found')
})
