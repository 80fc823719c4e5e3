import { listMergeTargets, listSimilar } from '../../../shared/matters/suggestion/similar-endpoints'
import { bring } from '../../support/bring'
import { startServer, type TestServer } from '../../support/server'
import { forms, start, step, text } from '../../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

async function accepted(more: Record<string, unknown> = {}) {
  const id = await start(town, { ...text, ...more })
  await step(town, town.deputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  await step(town, town.office, id, 'accept', forms(town).accept)
  return id
}
const ask = (person: TestPerson, subject = '大郭西段河堤要修复') =>
  person.client.call(listSimilar, {
    params: { town: town.id },
    input: { subject, facts: text.facts, village: town.village },
  })
const idsFor = async (person: TestPerson, subject?: string) =>
  (await ask(person, subject)).similar.map(({ id }) => id)

test('what another deputy proposed is shown, open or closed, with where it stands', async () => {
  const id = await accepted()
  const closed = await bring(server, town, 'closed')
  const { similar } = await ask(town.otherDeputy)
  expect(similar.map((row) => row.id).sort()).toEqual([id, closed].sort())
  expect(similar.find((row) => row.id === id)).toMatchObject({
    no: '2026-0001',
    leadDeputy: '王建国',
    state: 'accepted',
    isPublic: true,
  })
})

test('nothing of a draft, of what is not accepted, of another matter, and of another town', async () => {
  await start(town)
  await bring(server, town, 'notAccepted')
  await accepted({ subject: '增设班车', facts: '班车停了一年。' })
  await bring(server, await buildTown(server, '云岭坝镇'), 'accepted')
  expect(await idsFor(town.otherDeputy)).toEqual([])
})

test('a confidential one is shown to nobody but its own deputy', async () => {
  const id = await accepted({ confidential: true, confidentialReason: '担心被打击报复。' })
  expect([await idsFor(town.deputy), await idsFor(town.otherDeputy)]).toEqual([[id], []])
})

test('a withheld one is named to deputies, and leads to no public page', async () => {
  await accepted({ publicity: 'none' })
  expect((await ask(town.otherDeputy)).similar).toMatchObject([{ isPublic: false }])
})

test('at most five', async () => {
  for (let count = 0; count < 7; count += 1) await accepted()
  expect(await idsFor(town.otherDeputy)).toHaveLength(5)
})

test('without a subject there is nothing to compare', async () => {
  await accepted()
  expect(await idsFor(town.otherDeputy, '')).toEqual([])
})

test('the office picks what to merge into: what has no reply yet, the most alike first, nothing confidential', async () => {
  const other = await accepted({ subject: '增设班车', facts: '班车停了一年。' })
  const like = await accepted()
  await accepted({ confidential: true, confidentialReason: '怕报复。' })
  await bring(server, town, 'replied')
  const id = await bring(server, town, 'underReview')
  const params = { town: town.id, id }
  const { targets } = await town.office.client.call(listMergeTargets, { params })
  expect(targets.map((row) => row.id)).toEqual([like, other])
  expect((await town.deputy.client.refused(listMergeTargets, { params })).code).toBe('not_allowed')
})
