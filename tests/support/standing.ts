import {
  disqualifyUnit,
  listAwardStandings,
  showOwnAwardStanding,
} from '../../shared/matters/award-standing/endpoints'
import { liveRejectedTwice, staySignedIn } from './lived'
import { startServer, type TestServer } from './server'
import { buildTown, type TestTown } from './town'

/** How the tests of the award standing (评先资格) begin, and what they ask again and again. */

interface Begun {
  server: TestServer
  town: TestTown
  params: { town: string }
}

/** Early in the year, so that what is lived through in a test still falls into it. */
export function startInMarchForEachTest(begin: (begun: Begun) => unknown) {
  let server: TestServer
  let town: TestTown
  let params: { town: string }
  beforeEach(async () => {
    server = await startServer({ at: '2026-03-02T01:00:00.000Z' })
    town = await buildTown(server)
    params = { town: town.id }
    await staySignedIn(server)
    begin({ server, town, params })
  })
  afterEach(() => server.stop())

  const rejectedTwice = (subject: string, unit?: 'unit' | 'coUnit') =>
    liveRejectedTwice(server, town, subject, unit)
  const all = async (year?: string) =>
    town.presidium.client.call(listAwardStandings, { params, query: year ? { year } : {} })
  const standingOf = async (unit = '镇水利站', year?: string) => {
    const found = (await all(year)).units.find((one) => one.unit.name === unit)
    if (!found) throw new Error('no such unit')
    return found
  }
  const own = () => town.unit.client.call(showOwnAwardStanding, { params })
  const disqualify = () =>
    town.presidium.client.call(disqualifyUnit, {
      params: { ...params, unit: town.unitId },
      input: { decision: '第 12 次主席团会议决定。', decidedHow: '第 12 次主席团会议' },
    })
  async function threeRejected() {
    const ids = [await rejectedTwice('修河堤'), await rejectedTwice('装路灯'), await rejectedTwice('清沟渠')]
    return ids
  }
  async function disqualified() {
    await threeRejected()
    await disqualify()
    return (await standingOf()).disqualifications[0]?.id ?? ''
  }
  return { rejectedTwice, all, standingOf, own, disqualify, threeRejected, disqualified }
}
