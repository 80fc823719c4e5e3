import { showSilence } from '../../shared/api/silence'
import { listAreas } from '../../shared/api/towns'
import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { recordVoice } from '../../shared/matters/opinion/voice-endpoints'
import { showSuggestion, startSuggestion, suggestionSteps } from '../../shared/matters/suggestion/endpoints'
import { areas } from '../../shared/registers/areas'
import { villages } from '../../shared/registers/villages'
import { visits } from '../../shared/registers/visits'
import { newId } from '../../server/database/id'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { text } from '../support/suggestion'
import { buildTown, type TestTown } from '../support/town'

/** Where in a village it is (catalogue 1): pointed at by whoever writes, types or visits, and asked of nobody. */
let server: TestServer
let town: TestTown
let hill: string
let third: string
let fifth: string
const elsewhere = newId()

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  const add = async (input: object) =>
    (await town.office.client.call(areas.endpoints.add, { params: here(), input: input as never })).id
  hill = await add({ villageId: town.village, areaKind: 'naturalVillage', name: '大坝口', population: 300 })
  third = await add({ villageId: town.village, areaKind: 'villagerGroup', name: '三组', areaId: hill })
  fifth = await add({ villageId: town.village, areaKind: 'villagerGroup', name: '五组' })
  await town.office.client.call(villages.endpoints.add, { params: here(), input: { name: '石桥村' } })
  await server.database.transaction(async (tx) => {
    await tx.query('UPDATE village SET population = 2000 WHERE id = ?', [town.village])
    await tx.query(
      'INSERT INTO village (id, town_id, name, position, population) VALUES (?, ?, ?, 9, 2000)',
      [...[elsewhere, town.id, '上湾村']],
    )
  })
})
afterAll(() => server.stop())

const here = () => ({ town: town.id })
let count = 0
const letter = (where: object) => ({
  ...{ deputyId: town.deputy.id, kind: 'report' as const, text: `路灯不亮，第 ${(count += 1)} 盏。` },
  ...where,
})
const write = async (where: object) => {
  await server.database.transaction((tx) => tx.query('DELETE FROM use_count'))
  return town.villager.client.call(writeOpinion, { params: here(), input: letter(where) })
}
const seen = (id: string, by = town.deputy) => by.client.call(showOpinion, { params: { ...here(), id } })

test('whoever writes finds the parts of the villages before signing in, each with what it lies in', async () => {
  const anyone = createClient(server.url)
  expect((await anyone.call(listAreas, { params: here() })).areas).toEqual([
    { id: hill, name: '大坝口', villageId: town.village },
    { id: third, name: '大坝口 三组', villageId: town.village },
    { id: fifth, name: '五组', villageId: town.village },
  ])
})

test('a message names a group, or only a village, or nothing at all; the deputy reads where it is', async () => {
  const [inGroup, inVillage, nowhere] = [
    await write({ villageId: town.village, areaId: third }),
    await write({ villageId: town.village }),
    await write({}),
  ]
  await server.run('checkOpinions')
  expect(await seen(inGroup.id)).toMatchObject({ village: { name: '大郭西村' }, area: '大坝口 三组' })
  expect(await seen(inVillage.id)).toMatchObject({ village: { name: '大郭西村' }, area: null })
  expect(await seen(nowhere.id)).toMatchObject({ village: null, area: null })
})

test('a part of another village is refused with what to do, and so is one without its village', async () => {
  const sentence = '这个自然村或小组不在上面选的村里，请重新选，不选也行。'
  for (const where of [{ villageId: elsewhere, areaId: third }, { areaId: third }]) {
    const refused = await town.villager.client.refused(writeOpinion, { params: here(), input: letter(where) })
    expect(refused.fields).toEqual({ areaId: sentence })
  }
})

test('what somebody says without a phone, and a visit, point at a group as well; with a wrong one they are refused', async () => {
  const where = { villageId: town.village, areaId: fifth }
  const voice = { ...letter(where), spokeHow: 'inPerson' as const, spokeOn: '2026-11-20' }
  const { id } = await town.office.client.call(recordVoice, { params: here(), input: voice })
  expect((await seen(id, town.office)).area).toBe('五组')

  const visit = { visitedOn: '2026-11-20', visitKind: 'talk' as const, persons: 3, ...where }
  const kept = await town.deputy.client.call(visits.endpoints.add, { params: here(), input: visit })
  const { items } = await town.deputy.client.call(visits.endpoints.list, { params: here(), query: {} })
  expect(items.find(({ id: one }) => one === kept.id)?.values).toMatchObject({ areaId: fifth })
  const wrong = { ...visit, villageId: elsewhere }
  const refused = await town.deputy.client.refused(visits.endpoints.add, { params: here(), input: wrong })
  expect(Object.keys(refused.fields)).toEqual(['areaId'])
})

test('a suggestion names a group too, and one that comes of a message has the place of the message', async () => {
  const where = { villageId: town.village, areaId: third }
  const started = await town.deputy.client.call(startSuggestion, {
    params: here(),
    input: { ...text, ...where },
  })
  expect([started.village?.name, started.area]).toEqual(['大郭西村', { id: third, name: '大坝口 三组' }])
  const change = (form: object) => ({
    params: { ...here(), id: started.id },
    input: { version: started.version, form: { ...text, ...form } },
  })
  const wrong = change({ villageId: elsewhere, areaId: third })
  expect((await town.deputy.client.refused(suggestionSteps.edit, wrong)).fields).toEqual({
    areaId: '这个自然村或小组不在上面选的村里，请重新选，不选也行。',
  })
  const right = change({ villageId: town.village })
  expect((await town.deputy.client.call(suggestionSteps.edit, right)).area).toBeNull()

  const { id } = await write(where)
  await server.run('checkOpinions')
  const raised = await town.deputy.client.call(opinionSteps.raise, {
    params: { ...here(), id },
    input: { version: (await seen(id)).version, form: { summary: '三组的路灯不亮' } },
  })
  const draft = await town.deputy.client.call(showSuggestion, {
    params: { ...here(), id: raised.suggestion?.id ?? '' },
  })
  expect(draft.area).toEqual({ id: third, name: '大坝口 三组' })
})

test('what came from a group counts for its natural village and for the village', async () => {
  await write({ villageId: town.village, areaId: hill })
  await write({ villageId: town.village, areaId: third })
  await server.database.transaction((tx) => copies(tx, 60))
  const { villages: shown } = await town.presidium.client.call(showSilence, { params: here() })
  const own = shown.find(({ id }) => id === town.village)
  // Those of the tests before: two in 三组, one in 五组, one of the village alone.
  expect(own?.messages).toBe(6 + 60)
  expect(own?.parts).toEqual([
    { name: '大坝口', messages: 4, below: [{ name: '三组', messages: 3 }] },
    { name: '五组', messages: 1, below: [] },
  ])
  expect(shown.find(({ id }) => id === elsewhere)?.parts).toEqual([])
})

/** Of one that names the village alone, so many more: of few nothing is drawn. */
async function copies(
  tx: { query: (sql: string, parameters?: unknown[]) => Promise<unknown> },
  many: number,
) {
  const [one = {}] = (await tx.query(
    'SELECT * FROM resident_opinion WHERE town_id = ? AND village_id IS NOT NULL AND area_id IS NULL',
    [town.id],
  )) as Record<string, unknown>[]
  const names = Object.keys(one)
  for (let no = 0; no < many; no += 1)
    await tx.query(
      `INSERT INTO resident_opinion (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      names.map((name) => (({ ...one, id: newId(), slip_code: null }) as Record<string, unknown>)[name]),
    )
}
