import { suggestionCategories } from '../../shared/registers/suggestion-categories'
import { contract } from '../../server/http/contract'
import type { Endpoint } from '../../shared/grammar/endpoint'
import { noteTold } from '../../shared/api/deliveries'
import { readInbox } from '../../shared/api/inbox'
import { Mandate } from '../../server/database/entities/people/mandate'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { type Place, placesIn, withAt } from '../../scripts/faults/places'
import { rowsOfForeignIds } from '../support/foreign-ids'
import { sampleOf } from '../../scripts/faults/sample'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

/** Every id that an input may carry, swapped for that of another town: the own one is taken, the other one is not. */
let server: TestServer
let town: TestTown
let elsewhere: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  elsewhere = await buildTown(server, '云岭坝镇')
  await server.database.transaction(async (tx) => {
    for (const { id, otherDeputy } of [town, elsewhere])
      await tx.insert(Mandate, { ...mandate, id: newId(), townId: id, personId: otherDeputy.id })
  })
})
afterAll(() => server.stop())
const mandate = {
  congressLevel: 'county',
  electoralDistrictId: null,
  certificateNo: null,
  endedOn: null,
} as const

const { rows, ownCategory } = rowsOfForeignIds(() => ({ server, town, elsewhere }))

test.each(rows)(
  '%s %j: the own one is taken, that of another town is not',
  async (_, place, foreign, makeQuestion) => {
    const { endpoint, params, person, input } = await makeQuestion()
    const swapped = withAt(input, place, await foreign()) as object
    const refused = await person.client.ask(endpoint, { params, input: { ...swapped } })
    expect([400, 404, 409]).toContain(refused.status)
    expect(refused.code === undefined ? '' : refused.message).toMatch(/[一-龥].*。$/)
    const taken = await person.client.ask(endpoint, { params, input: { ...(input as object) } })
    expect([taken.status, taken.code]).toEqual([200, undefined])
  },
)

test('a category is not put under one of another town', async () => {
  const [id, parentCode] = [await ownCategory(town), await ownCategory(elsewhere)]
  const at = { params: { town: town.id, id } }
  const { change, show } = suggestionCategories.endpoints
  const input = { version: 0, form: { name: '改名', parentCode } }
  expect((await town.office.client.refused(change, { ...at, input })).status).toBe(400)
  expect((await town.office.client.call(show, at)).values.parentCode).toBeNull()
})

test.each<[string, string, Endpoint, object]>([
  ['messages', 'SELECT id FROM inbox_message WHERE town_id = ? AND read_at IS NULL', readInbox, {}],
  [
    'notes to residents and deputies',
    "SELECT id FROM outbox_message WHERE town_id = ? AND state <> 'told'",
    noteTold,
    { how: 'phone' },
  ],
])('%s of another town stay as they are', async (_, waiting, endpoint, more) => {
  await bring(server, elsewhere, 'accepted')
  const idsOf = async () =>
    (await server.database.reader.query<{ id: string }[]>(waiting, [elsewhere.id])).map(({ id }) => id).sort()
  const before = await idsOf()
  expect(before.length).toBeGreaterThan(0)
  await town.office.client.ask(endpoint, {
    params: { town: town.id },
    input: { ids: before.slice(0, 50), ...more },
  })
  expect(await idsOf()).toEqual(before)
})

/** What cannot be tried by swapping, and why that is as well. */
const notHere: Readonly<Record<string, string>> = {
  'suggestionSteps.putOnAgenda form.category':
    'a motion needs five signers; the category is looked up by what accepts one',
  'suggestionSteps.waiveCoOpinion form.coUnitId':
    'two months have to pass; the unit is looked up by what sends one back',
  'setPassword password': 'what somebody thought of, no id of anything',
  'castVote blind': 'a random text of the voter, no id of anything',
  'listSimilar village': 'narrows a search that begins with the town; a foreign one finds nothing',
  'holdMeeting items.0.form.separateUnitIds.0': 'the form of one hand-over, tried above',
}

test('no id that an input may carry has been left out', () => {
  const tried = new Set([
    ...rows.map(([name, place]) => `${name} ${place.join('.')}`),
    'suggestionCategories.change form.parentCode',
    'readInbox ids.0',
    'noteTold ids.0',
  ])
  const all = [...contract].flatMap(([name, { input }]) => {
    const sample = sampleOf(input)
    return placesIn(sample)
      .filter((place) =>
        isId(
          place,
          place.reduce((inside, key) => (inside as Record<string, unknown>)[key], sample),
        ),
      )
      .map((place) => `${name} ${place.join('.')}`)
  })
  expect(all.length).toBeGreaterThan(30)
  expect(all.filter((one) => !tried.has(one) && !(one in notHere))).toEqual([])
})

/** The sample of an id is its pattern; a category has a shorter one. */
const isId = (place: Place, value: unknown) =>
  value === 'a'.repeat(26) || ['category', 'parentCode'].includes(place.at(-1) ?? '')
