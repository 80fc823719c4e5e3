import { showBoard, showBoardItem } from '../../../shared/api/board'
import { listMeetings } from '../../../shared/api/hand-over'
import { showInbox } from '../../../shared/api/inbox'
import { listKeySuggestions } from '../../../shared/api/key-suggestions'
import { listPromises } from '../../../shared/api/promises'
import { showMe } from '../../../shared/api/sign-in'
import { listProgress } from '../../../shared/api/progress'
import { listAwardStandings } from '../../../shared/matters/award-standing/endpoints'
import { listContentChecks, unshownOfSuggestion } from '../../../shared/matters/content-check/endpoints'
import { showExternal } from '../../../shared/matters/external-suggestion/endpoints'
import { externalSuggestions } from '../../../shared/registers/external-suggestions'
import { listAppraisals } from '../../../shared/matters/group-ballot/endpoints'
import { listMyOpinions, opinionSteps, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { listSiteReviews, showSiteReview } from '../../../shared/matters/site-review/endpoints'
import { showSuggestion, suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { checkIn, externalOf, siteReviewIn } from '../../support/old-town/others'
import { oldTown } from '../../support/old-town/old-town'
import { opinionOf, opinionWalks } from '../../support/old-town/opinions'
import { type OldPerson, openidOf, people, town } from '../../support/old-town/place'
import { oldNow } from '../../support/old-town/rows'
import { suggestionIn, suggestionStates } from '../../support/old-town/suggestions'
import { lookAtClock } from '../../../server/engine/clock'
import { findDifferences } from '../../../server/engine/rebuild'
import { type Owed, readOwed } from '../../../server/engine/owed'
import { registers } from '../../../server/features/registers/found'
import '../../../server/matters/kinds'
import { startServer, type TestServer } from '../../support/server'
import { signedIn, type TestPerson } from '../../support/town'

/** The product of today works on a town that an earlier program wrote. */
let server: TestServer
let owed: Owed
let as: Record<OldPerson | 'villager', TestPerson>
const params = { town }

beforeEach(async () => {
  const place = await oldTown()
  await place.database.source.runMigrations()
  owed = await readOwed(place.database, registers, { forMs: 0, everyMs: 1 })
  server = await startServer({ at: oldNow, place, ready: owed.ready })
  const names = Object.keys(people) as OldPerson[]
  as = Object.fromEntries([
    ...(await Promise.all(
      names.map(async (name) => [name, await signedIn(server, people[name], openidOf(name))]),
    )),
    ['villager', await signedIn(server, undefined, openidOf('villager'))],
  ]) as typeof as
})

/** What a server does once it is ready, without what the clock then has to say. */
const pay = async () => {
  await owed.find()
  const failed = (error: unknown) => expect(error).toBeUndefined()
  await lookAtClock(server.database, new Date(oldNow), failed)
}
afterEach(() => server.stop())

test('ready before what follows from its matters is there: the public reads, and nobody is shown half of their work', async () => {
  const { client } = as.office
  expect((await client.call(showBoard, { params })).items.length).toBeGreaterThan(0)
  expect((await client.call(showMe, {})).standings.length).toBe(1)
  for (const ask of [
    client.refused(listContentChecks, { params }),
    as.deputy.client.refused(showSuggestion, { params: { town, id: suggestionIn('replied') } }),
  ])
    expect(await ask).toMatchObject({
      status: 503,
      code: 'unavailable',
      message: expect.stringContaining('刚刚升级') as string,
    })
  const villager = await as.villager.client.refused(listContentChecks, { params })
  expect(villager.code).toBe('not_allowed')
  await owed.find()
  expect((await client.refused(listContentChecks, { params })).code).toBe('unavailable')
  await pay()
  expect((await client.call(listContentChecks, { params })).items.length).toBe(1)
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
})

test('every suggestion stands where it stood, with its history and who took each step', async () => {
  await pay()
  const seen = await Promise.all(
    suggestionStates.map(async (state) => {
      const view = await as.deputy.client.call(showSuggestion, { params: { town, id: suggestionIn(state) } })
      return [
        view.state,
        view.timeline[0]?.by,
        view.timeline.every(({ by }) => by === '系统' || by.includes(' ')),
      ]
    }),
  )
  expect(seen).toEqual(suggestionStates.map((state) => [state, '领衔代表 王建国', true]))
})

test('every opinion stands where it stood, for the office, and the resident finds all of them', async () => {
  await pay()
  const seen = await Promise.all(
    opinionWalks.map(async (walk) => {
      const { state } = await as.office.client.call(showOpinion, { params: { town, id: opinionOf(walk) } })
      return [walk, state]
    }),
  )
  expect(Object.fromEntries(seen)).toMatchObject({
    held: 'held',
    sentBack: 'received',
    rated: 'closed',
    endHeld: 'endHeld',
  })
  const mine = await as.villager.client.call(listMyOpinions, { params })
  expect(mine.items.length).toBe(opinionWalks.length)
})

test('the board, its pages and the lists of the office', async () => {
  await pay()
  const { client } = as.office
  const board = await client.call(showBoard, { params })
  const item = await client.call(showBoardItem, { params: { town, id: suggestionIn('replied') } })
  expect(board.items.map(({ id }) => id)).toContain(suggestionIn('handling'))
  expect(item.timeline.map(({ line }) => line)).toContain('镇人大受理')
  const checks = await client.call(listContentChecks, { params })
  expect(checks.items.map(({ id }) => id)).toEqual([checkIn('held')])
  const unshown = await client.call(unshownOfSuggestion, { params: { town, id: suggestionIn('replied') } })
  const history = unshown.items.find(({ id }) => id === checkIn('sentBack'))?.history
  expect(history?.map(({ action, by, reason }) => [action, by, reason])).toEqual([
    ['hold', null, null],
    ['sendBack', '陈静', '写清楚在哪里。'],
  ])
  expect((await client.call(listSiteReviews, { params })).items.length).toBe(3)
  for (const [name, id] of Object.entries(siteReviewIn))
    expect((await client.call(showSiteReview, { params: { town, id } })).state).toBe(
      name === 'calledOff' ? 'calledOff' : 'planned',
    )
  const { list } = externalSuggestions.endpoints
  expect((await client.call(list, { params, query: {} })).items.length).toBe(Object.keys(externalOf).length)
  expect((await client.call(showExternal, { params: { town, id: externalOf.rated } })).satisfaction).toBe(
    'satisfied',
  )
  expect((await client.call(listAppraisals, { params })).ballots.length).toBe(2)
  expect((await client.call(listMeetings, { params })).items.length).toBe(1)
  expect((await client.call(listKeySuggestions, { params })).items.length).toBe(1)
  expect((await client.call(listPromises, { params })).items.length).toBe(1)
  expect((await client.call(listProgress, { params })).items.length).toBeGreaterThan(0)
  const standings = await as.presidium.client.call(listAwardStandings, { params, query: { year: '2026' } })
  expect(standings.units.filter(({ disqualifications }) => disqualifications.length > 0).length).toBe(3)
  expect((await as.deputy.client.call(showInbox, { params })).items.length).toBe(1)
})

test('work goes on where it stood: a step of each kind leads on, and is written down with its person', async () => {
  await pay()
  const opinion = { town, id: opinionOf('replied') }
  const { version } = await as.deputy.client.call(showOpinion, { params: opinion })
  await as.deputy.client.call(opinionSteps.answer, {
    params: opinion,
    input: { version, form: { text: '明天就修。' } },
  })
  const suggestion = { town, id: suggestionIn('submitted') }
  const before = await as.office.client.call(showSuggestion, { params: suggestion })
  await as.office.client.call(suggestionSteps.startReview, {
    params: suggestion,
    input: { version: before.version, form: {} },
  })
  const newest = await server.database.reader.query<{ action: string; personId: string }[]>(
    `SELECT action, person_id AS personId FROM matter_event WHERE matter_id IN (?, ?) AND recorded_at >= '2026-11-23 00:59:00'
     ORDER BY kind`,
    [opinion.id, suggestion.id],
  )
  expect(newest).toEqual([
    { action: 'answer', personId: people.deputy },
    { action: 'startReview', personId: people.office },
  ])
})
