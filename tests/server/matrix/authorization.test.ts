/** @apart because it opens guards of the product. */
import type * as guards from '../../support/matrix/guards'
import { listAuditLog } from '../../../shared/api/audit-log'
import { noteTold } from '../../../shared/api/deliveries'
import { readInbox } from '../../../shared/api/inbox'
import type { Endpoint } from '../../../shared/grammar/endpoint'
import { contract } from '../../../server/http/contract'
import { suggestionCategories } from '../../../shared/registers/suggestion-categories'
import { kindNames } from '../../../shared/matters/kinds'
import { withAt } from '../../../scripts/faults/places'
import { bring } from '../../support/bring'
import { engineOfTests } from '../../support/database'
import { dearest } from '../../support/statements'
import { overBudget, unmeasured } from '../../support/budget'
import { rowsOfForeignIds } from '../../support/matrix/foreign-ids'
import { placesOfIds } from '../../support/matrix/places-of-ids'
import { otherDoors, routeOf, routesOf } from '../../support/matrix/doors'
import { registers } from '../../support/matrix/registers'
import { operations, walkOperations, walkRegister } from '../../support/matrix/operations'
import { policy } from '../../support/matrix/policy'
import { without } from '../../support/matrix/guards'
import {
  unnoticedSteps,
  unnoticedWithoutTown,
  unnoticedWithoutWho,
  wronglyBeside,
} from '../../support/matrix/mutations'
import { stories } from '../../support/matrix/stories'
import { leftOut, walkRefusals, walkSteps, walkViews } from '../../support/matrix/steps'
import { wholeDatabase } from '../../support/matrix/whole-database'
import { empty, fill } from '../../support/plans/fill'
import { isPlanned, listen } from '../../support/plans/heard'
import { faultsOf, type Finding } from '../../support/plans/judge'
import { exceptions, heavy, isKnown, isMetBySqlite } from '../../support/plans/known'
import { askedBesides } from '../../support/plans/looks'
import { makeWorld, type World } from '../../support/matrix/world'

jest.mock('../../../server/http/actor', () =>
  jest
    .requireActual<typeof guards>('../../support/matrix/guards')
    .looseActor(jest.requireActual('../../../server/http/actor')),
)
jest.mock('../../../shared/grammar/decide', () =>
  jest
    .requireActual<typeof guards>('../../support/matrix/guards')
    .looseDecide(jest.requireActual('../../../shared/grammar/decide')),
)

/** Whoever looks for what is asked about finds that there is none, and says the same. */
const behindTheGate =
  /^(recordUpwardAnswer|recordSiteFinding|sendBackCoOpinion|giveInformation|vote|dropSwap|refuseLeave|stopAsking) /

/** Who may do what, asked of the running server: by everybody, here and elsewhere, in every state. */
let world: World
let before: Record<string, string[]>
const hearing = listen()
beforeAll(async () => {
  world = await makeWorld()
  before = await wholeDatabase(world.server.database)
  world.takenBack.begin()
}, 600_000)
afterAll(async () => {
  world.takenBack.end()
  await world.server.stop()
})

test('what the server answers is what the contract says, and every operation has a row in the policy', () => {
  const { routes } = routesOf(world.server.app)
  expect([...routes].sort()).toEqual([...world.server.bound].map(routeOf).sort())
  const names = operations(world.server.bound).map(([name]) => name)
  const without = names.filter((name) => !(name in policy))
  expect(
    without.map((name) => `${name}: say in tests/support/matrix/rows who may ask this, and who is refused`),
  ).toEqual([])
  expect(Object.keys(policy).filter((name) => !names.includes(name))).toEqual([])
})

test('every kind of matter has a story that brings it into each of its states', () => {
  expect(kindNames.filter((kind) => !(kind in stories))).toEqual([])
})

describe.each(Object.entries(stories))('%s', (kind, story) => {
  test('is lived through in every state of its table, with every step of a person and somebody for every party that may act', () => {
    const walked = (other: string) => {
      const found = stories[other]
      return found && { story: found, matters: world.matters(other) }
    }
    expect(leftOut(story, world.matters(kind), walked)).toEqual([])
  })

  test('shows everybody what the table opens to them, and nothing to whom it does not concern', async () => {
    expect((await walkViews(world, kind, story)).wrong).toEqual([])
  }, 600_000)

  test('refuses every step that is not one’s own, not now or not yet, and keeps nothing of it', async () => {
    expect((await walkRefusals(world, kind, story)).wrong).toEqual([])
  }, 600_000)

  test('leads with every step that is one’s own to where the table says, once', async () => {
    expect((await walkSteps(world, kind, story)).wrong).toEqual([])
  }, 600_000)
})

test('every operation is answered or refused as its row says, and tells nothing of another town', async () => {
  expect((await walkOperations(world)).wrong).toEqual([])
}, 600_000)

test.each(registers)(
  'the register %s shows everybody the fields that are theirs to read',
  async (name, register) => {
    expect(await walkRegister(world, name, register)).toEqual([])
  },
)

test.each(otherDoors)('%s %s, which is no endpoint, answers %d', async (method, path, status) => {
  const answer = await fetch(world.url + path, { method, redirect: 'manual' })
  expect(answer.status).toBe(status)
})

test('every operation is measured, and none asks the database more often than it may', () => {
  const answered = [...contract].filter(([, endpoint]) => world.server.bound.has(endpoint))
  // What is asked without a guard is not to be planned.
  hearing.pause()
  expect(unmeasured(answered.map(([name]) => name))).toEqual([])
  expect(overBudget()).toEqual([])
})

describe('without a guard somebody notices:', () => {
  test('who may ask this operation', async () => {
    // Behind these stands a second one of their own.
    expect(await unnoticedWithoutWho(world)).toEqual([
      'giveReport',
      'uploadFile',
      'uploadPhoto',
      'announceActivity',
      'planMeeting',
      'recordVoice',
      'recordPetition',
      'recordSuggestion',
      'startSuggestion',
      'askUnit',
    ])
  }, 600_000)

  test('whether one may ask at all, and in which town one has one’s posts', async () => {
    const params = { town: world.here.town.id }
    const asked = (who: 'villager' | 'neighbourOffice') => world.ask(who, listAuditLog, { params })
    expect([
      (await without('allow', () => asked('villager'))).code,
      (await without('townOfActor', () => asked('neighbourOffice'))).code,
      (await asked('neighbourOffice')).code,
    ]).toEqual(['yes', 'yes', 'not_allowed'])
  })

  test.each(Object.entries(stories))(
    'party, state and gate of a step of %s',
    async (kind, story) => {
      const tried = []
      for (const guard of ['party', 'moves', 'gates'] as const) {
        const found = await unnoticedSteps(world, kind, story, guard)
        expect(found.unnoticed.filter((name) => !(guard === 'gates' && behindTheGate.test(name)))).toEqual([])
        tried.push(found.tried)
      }
      expect(tried.filter((count) => count > 0).length).toBeGreaterThan(0)
    },
    600_000,
  )

  test('that a row is of this town', async () => {
    expect(wronglyBeside(world, await unnoticedWithoutTown(world))).toEqual([])
  }, 600_000)
})

test('nothing of all this was kept', async () => {
  expect(await wholeDatabase(world.server.database)).toEqual(before)
})

/** Every id that an input may carry, swapped for that of another town: the own one is taken, the other one is not. */
describe('what is kept', () => {
  beforeAll(() => world.takenBack.end())
  const { rows, ownCategory } = rowsOfForeignIds(() => ({
    server: world.server,
    town: world.here.town,
    elsewhere: world.neighbour.town,
  }))

  test.each(rows)(
    'by %s %j is the own one, and not that of another town',
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

  test('of a category is not put under one of another town', async () => {
    const { here, neighbour } = world
    const [id, parentCode] = [await ownCategory(here.town), await ownCategory(neighbour.town)]
    const at = { params: { town: here.town.id, id } }
    const { change, show } = suggestionCategories.endpoints
    const input = { version: 0, form: { name: '改名', parentCode } }
    expect((await here.town.office.client.refused(change, { ...at, input })).status).toBe(400)
    expect((await here.town.office.client.call(show, at)).values.parentCode).toBeNull()
  })

  test.each<[string, string, Endpoint, object]>([
    ['messages', 'SELECT id FROM inbox_message WHERE town_id = ? AND read_at IS NULL', readInbox, {}],
    [
      'notes to residents and deputies',
      "SELECT id FROM outbox_message WHERE town_id = ? AND state <> 'told'",
      noteTold,
      { how: 'phone' },
    ],
  ])('of %s of another town stays as it is', async (_, waiting, endpoint, more) => {
    const { server, here, neighbour } = world
    await bring(server, neighbour.town, 'accepted')
    const waitingIds = async () =>
      (await server.database.reader.query<{ id: string }[]>(waiting, [neighbour.town.id]))
        .map(({ id }) => id)
        .sort()
    const before = await waitingIds()
    expect(before.length).toBeGreaterThan(0)
    await here.town.office.client.ask(endpoint, {
      params: { town: here.town.id },
      input: { ids: before.slice(0, 50), ...more },
    })
    expect(await waitingIds()).toEqual(before)
  })

  test('leaves out no id that an input may carry', () => {
    const tried = new Set([
      ...rows.map(([name, place]) => `${name} ${place.join('.')}`),
      'suggestionCategories.change form.parentCode',
      'readInbox ids.0',
      'noteTold ids.0',
    ])
    const all = placesOfIds()
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((one) => !tried.has(one))).toEqual([])
  })
})

/** Whatever operations and jobs ask goes by an index, however much there is. */
describe('with sixty thousand rows in every table that grows', () => {
  beforeAll(async () => {
    const { server, here } = world
    hearing.again()
    await askedBesides(here.town, here.things.public)
    server.clock.set('2026-12-10T01:00:00.000Z')
    for (const job of server.jobs) await server.round(job)
    hearing.pause()
    await fill(server.database, here.town.id)
  }, 600_000)
  afterAll(() => empty(world.server.database))

  test('no statement reads a table through, sorts or counts a lane, or skips rows', async () => {
    const { database } = world.server
    const found: Finding[] = []
    for (const one of hearing.all()) found.push(...(await faultsOf(database, one)))
    const used = new Set<unknown>()
    const unknown = found.filter((one) => !isKnown(one, used))
    expect(
      unknown.map(
        ({ fault, tables, by, sql }) => `${fault} ${tables.join()} (${by.slice(0, 3).join()}): ${sql}`,
      ),
    ).toEqual([])
    // SQLite tells of all that does not say otherwise. MariaDB guesses from a sample: a plan that is bad today may be
    // good tomorrow.
    if (engineOfTests === 'sqlite')
      expect(
        [...exceptions, ...Object.keys(heavy)].filter((one) => isMetBySqlite(one) && !used.has(one)),
      ).toEqual([])
  })

  test('every operation and every job is among them', () => {
    const by = new Set(hearing.all().flatMap((one) => [...one.by]))
    const asking = [...dearest].filter(([, asked]) => asked.some(isPlanned)).map(([name]) => name)
    expect(asking.filter((name) => !by.has(name))).toEqual([])
    expect(world.server.jobs.filter((job) => !by.has(`the job ${job}`))).toEqual([])
  })

  test.each([
    ['reads through', "SELECT m.id FROM matter m WHERE m.title = 'x'"],
    ['sorts', 'SELECT m.id FROM matter m WHERE m.town_id = ? ORDER BY m.title'],
    ['counts', 'SELECT COUNT(*) FROM matter m WHERE m.town_id = ?'],
    ['skips', 'SELECT m.id FROM matter m WHERE m.town_id = ? LIMIT 20 OFFSET 40'],
  ])('what %s is found', async (fault, sql) => {
    const samples = [sql.includes('?') ? [world.here.town.id] : []]
    const found = await faultsOf(world.server.database, { sql, samples, by: new Set(['nobody']) })
    expect(found.map((one) => one.fault)).toContain(fault)
  })
})
