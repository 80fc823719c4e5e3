import fs from 'node:fs'
import { showFigures } from '../../shared/api/figures'
import type { ProfileName } from '../../shared/profiles'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'
import { expectedDays } from '../support/year/expected-days'
import { expectedCounts } from '../support/year/expected-figures'
import { liveYear } from '../support/year/live-year'
import { lifeNames } from '../support/year/lives'

/** One town, 116 suggestions, 365 days, under each rule set: every deadline, every word of the clock, every figure. */

let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer({ at: '2026-03-01T01:00:00.000Z' })
  town = await buildTown(server)
})
afterEach(() => server.stop())

test.each(Object.keys(expectedDays) as ProfileName[])('%s', async (profile) => {
  const { deadlines, coUnit, cap } = expectedDays[profile]
  const { matters, townTold } = await liveYear(server, town, profile, cap)

  expect(matters).toHaveLength(116)
  const lived = (life: string) => matters.filter((matter) => matter.life === life)
  for (const life of lifeNames) {
    for (const matter of lived(life)) {
      expect([life, matter.deadlines]).toEqual([life, life === 'N' ? [] : deadlines[life]])
      expect([life, matter.coUnitDueOn]).toEqual([life, life === 'L' ? coUnit : null])
    }
  }
  const { total } = await town.office.client.call(showFigures, { params: { town: town.id }, query: {} })
  if (process.env.DUMP) fs.writeFileSync(`/tmp/year-${profile}.json`, JSON.stringify({ matters, townTold }))
  expect(total.counts).toEqual(expectedCounts(profile))
})
