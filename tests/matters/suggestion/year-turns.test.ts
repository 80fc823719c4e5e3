import { listBulletin, showBulletin } from '../../../shared/api/bulletin'
import { showAnnualReport } from '../../../shared/api/figures'
import { bring } from '../../support/bring'
import { createClient } from '../../support/client'
import { startServer, type TestServer } from '../../support/server'
import { forms, see, step } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

/** What happened in December is of December, on whatever day of January somebody gets round to it. */
let server: TestServer
let town: TestTown
beforeAll(async () => {
  // Half an hour before midnight in Beijing, on the last day of the year.
  server = await startServer({ at: '2026-12-31T15:30:00.000Z' })
  town = await buildTown(server)
})
afterAll(() => server.stop())

test('numbers, half-years, reports and limits go by the day on which something happened', async () => {
  const params = { town: town.id }
  const everyone = createClient(server.url)
  const id = await bring(server, town, 'submitted')
  const ended = await bring(server, town, 'closed')
  const handedIn = await see(town, town.office, id)

  server.clock.set('2027-01-04T02:00:00.000Z')
  const reviewed = await step(town, town.office, id, 'startReview')
  const accepted = await step(town, town.office, id, 'accept', forms(town).accept)
  await step(town, town.office, ended, 'archive')

  const closedIn = async (half: string) =>
    (await everyone.call(showBulletin, { params, query: { half } })).closed
  const inHandIn = async (half: string) =>
    (await everyone.call(listBulletin, { params, query: { half } })).items.some((item) => item.id === ended)
  const received = async (year: string) =>
    (await town.office.client.call(showAnnualReport, { params, query: { year } })).received.submitted
  expect({
    number: accepted.no,
    oneLimitForTheReview: [handedIn.due?.on, reviewed.due?.on],
    closed: [await closedIn('2026-2'), await closedIn('2027-1')],
    inHand: [await inHandIn('2026-2'), await inHandIn('2027-1')],
    received: [await received('2026'), await received('2027')],
  }).toEqual({
    number: '2026-0002',
    oneLimitForTheReview: ['2027-01-08', '2027-01-08'],
    closed: [1, 0],
    inHand: [true, false],
    received: [2, 0],
  })
})
