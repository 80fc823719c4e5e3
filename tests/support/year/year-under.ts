import { showFigures } from '../../../shared/api/figures'
import type { ProfileName } from '../../../shared/rules/profiles'
import { startServer, type TestServer } from '../server'
import { disagreeing, figuresEverywhere } from '../figures-agree'
import { buildTown, type TestTown } from '../town'
import { expectedDays } from './expected-days'
import { expectedCounts } from './expected-figures'
import { expectedWords, toldOfTheTown } from './expected-words'
import { liveYear } from './live-year'
import { lifeNames } from './lives'

/**
 * One town, 116 suggestions, 365 days under one rule set: every deadline, every word of the clock and every figure
 * equals what was worked out by hand.
 */
export function yearUnder(profile: ProfileName) {
  let server: TestServer
  let town: TestTown
  beforeEach(async () => {
    server = await startServer({ at: '2026-03-01T01:00:00.000Z' })
    town = await buildTown(server)
  })
  afterEach(() => server.stop())

  test(`a year under the rules of ${profile}`, async () => {
    const { deadlines, coUnit, cap } = expectedDays[profile]
    const { matters, townTold } = await liveYear(server, town, profile, cap)

    expect(matters).toHaveLength(116)
    for (const life of lifeNames) {
      for (const matter of matters.filter((one) => one.life === life)) {
        expect([life, matter.deadlines]).toEqual([life, life === 'N' ? [] : deadlines[life]])
        expect([life, matter.coUnitDueOn]).toEqual([life, life === 'L' ? coUnit : null])
        expect([life, matter.told]).toEqual([life, expectedWords(life, profile)])
      }
    }
    expect(townTold).toEqual(toldOfTheTown)
    const { total } = await town.office.client.call(showFigures, { params: { town: town.id }, query: {} })
    expect(total.counts).toEqual(expectedCounts(profile))
    expect(disagreeing(await figuresEverywhere(server, town))).toEqual([])
  }, 600_000)
}
