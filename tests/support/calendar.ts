import { loadHolidays } from '../../shared/api/calendar'
import { holidays2027 } from './holidays'
import { startServer, type TestServer } from './server'
import { see } from './suggestion'
import { buildTown, type TestTown } from './town'
import { seenCalendar } from './settings'

/** How the tests of the calendar begin, and what they ask again and again. */

interface Begun {
  server: TestServer
  town: TestTown
  params: { town: string }
}

/** Handed over on this Monday, a reply is due on 9 February 2027: in the Spring Festival of the list. */
export function startInNovemberForEachTest(begin: (begun: Begun) => unknown) {
  let server: TestServer
  let town: TestTown
  let params: { town: string }
  beforeEach(async () => {
    server = await startServer({ at: '2026-11-09T01:00:00.000Z' })
    town = await buildTown(server)
    params = { town: town.id }
    begin({ server, town, params })
  })
  afterEach(() => server.stop())

  const office = () => town.office.client
  const load = async (text = holidays2027, year = 2027) =>
    office().call(loadHolidays, { params, input: { version: await seenCalendar(town), year, text } })
  const lastDeadline = async (id: string) => (await see(town, town.office, id)).rounds.slice(-1)[0]?.deadline
  const eventsOf = (id: string) =>
    server.database.reader.query<{ version: number; action: string; party: string; note: string }[]>(
      'SELECT version, action, party, note FROM matter_event WHERE matter_id = ? ORDER BY version',
      [id],
    )
  return { office, load, lastDeadline, eventsOf }
}
