import { startSuggestion } from '../../shared/matters/suggestion/endpoints'
import {
  findAlike,
  followSuggestion,
  showFollow,
  unfollowSuggestion,
} from '../../shared/matters/suggestion/follow'
import { bring } from '../support/bring'
import { everythingPasses } from '../support/checks'
import { startServer, type TestServer } from '../support/server'
import { forms, step, text } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'

/** Somebody meets with what another has raised already, or only wants to know what becomes of it. */
let server: TestServer
let town: TestTown
let neighbour: TestPerson

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  neighbour = await signedIn(server)
})
afterEach(() => server.stop())

const at = (id: string) => ({ params: { town: town.id, id } })
const join = (id: string, how: 'follows' | 'alsoMine') =>
  neighbour.client.call(followSuggestion, { ...at(id), input: { how } })
const howOf = async (id: string) => (await neighbour.client.call(showFollow, at(id))).how
const alike = (said: string) =>
  neighbour.client.call(findAlike, {
    params: { town: town.id },
    input: { villageId: town.village, text: said },
  })

async function raised(by: TestPerson, more: object, ...steps: ['accept'] | []) {
  const { id } = await by.client.call(startSuggestion, {
    params: { town: town.id },
    input: { ...text, ...more },
  })
  await step(town, by, id, 'submit')
  await step(town, town.office, id, 'startReview')
  for (const action of steps) await step(town, town.office, id, action, forms(town).accept)
  return id
}

test('what goes on in the village and is about the like is shown before one writes, in the words that everybody reads', async () => {
  const id = await raised(town.deputy, { villageId: town.village }, 'accept')
  await everythingPasses(server)
  const elsewhere = await raised(town.otherDeputy, { subject: '小郭村河堤塌了要修' }, 'accept')
  const found = (await alike('西段河堤又塌了，什么时候修复')).items
  expect(found.map((one) => one.id)).toEqual([id])
  expect(found.map((one) => one.id)).not.toContain(elsewhere)
  // Why, in two figures and in the words that both say.
  expect(found[0]).toMatchObject({ placeWords: ['西段'], place: 1 })
  expect(found[0]?.topicWords).toEqual(expect.arrayContaining(['河堤', '修复']))
  expect(found[0]?.topic).toBeGreaterThanOrEqual(0.2)
  const there = await neighbour.client.call(findAlike, {
    params: { town: town.id },
    input: { villageId: town.village, text: '堤坝的口子谁来修复河堤', place: '西段' },
  })
  expect(there.items[0]?.placeWords).toEqual(['西段'])
  expect((await alike('医保在哪里交')).items).toEqual([])
})

test('whoever also meets with it is told of every public step, and no more once they leave', async () => {
  const id = await bring(server, town, 'accepted')
  expect(await howOf(id)).toBe('none')
  await join(id, 'follows')
  await join(id, 'alsoMine')
  expect(await howOf(id)).toBe('alsoMine')
  await step(town, town.office, id, 'assign', forms(town).assign)
  const told = await toldTo(server, neighbour)
  expect(told).toEqual([expect.stringMatching(/^您关注的事已经交给镇水利站办/)])
  expect(await toldTo(server, town.villager)).toContainEqual(
    expect.stringMatching(/^您反映的事已经交给镇水利站办/),
  )
  await neighbour.client.call(unfollowSuggestion, at(id))
  await step(town, town.unit, id, 'receive', forms(town).receive)
  expect([await toldTo(server, neighbour), await howOf(id)]).toEqual([told, 'none'])
})

test('what is handled with another is followed there', async () => {
  const main = await bring(server, town, 'accepted')
  const id = await raised(town.otherDeputy, { subject: '大郭西段河堤塌了要修' })
  await step(town, town.office, id, 'merge', { targetId: main, reason: '说的是同一段河堤。' })
  await join(id, 'follows')
  await step(town, town.office, main, 'assign', forms(town).assign)
  expect([await toldTo(server, neighbour), await howOf(main), await howOf(id)]).toEqual([
    [expect.stringMatching(/^您关注的事已经交给镇水利站办/)],
    'follows',
    'follows',
  ])
})

test('what not everybody may see is followed by nobody', async () => {
  const id = await bring(server, town, 'draft')
  expect(
    await neighbour.client.refused(followSuggestion, { ...at(id), input: { how: 'follows' } }),
  ).toMatchObject({
    status: 404,
  })
})
