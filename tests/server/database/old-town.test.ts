import type { Database } from '../../../server/database/source'
import { everything, goBack, oldTown } from '../../support/old-town/old-town'

/** A database that an earlier program wrote goes through every migration, and back, and through them again. */
let database: Database
let drop: () => Promise<void>

beforeEach(async () => {
  const old = await oldTown()
  database = old.database
  drop = old.drop
})
afterEach(() => drop())

test('what went up comes back as it was, and goes up again to the same', async () => {
  const before = await everything(database)
  await database.source.runMigrations()
  const up = await everything(database)
  const counted = await database.source.query<{ ask: string; ended: string | null; count: number }[]>(
    'SELECT ask, ended_how AS ended, COUNT(*) AS count FROM ask GROUP BY ask, ended_how ORDER BY ask, ended_how',
  )
  // Four co-units, one of which answered twice over; two questions to the deputy.
  expect(counted.map(({ ask, ended, count }) => `${ask} ${ended ?? ''} ${count}`)).toEqual([
    'coOpinion  3',
    'coOpinion sentBack 1',
    'coOpinion waived 1',
    'information  2',
  ])
  await goBack(database)
  expect(await everything(database)).toEqual(before)
  await database.source.runMigrations()
  expect(withoutMadeIds(await everything(database))).toEqual(withoutMadeIds(up))
})

/** Rows that a migration makes have identifiers that are new each time. */
const withoutMadeIds = ({ matter_event: events, ...others }: Record<string, string[]>) => ({
  ...others,
  matter_event: events?.map((event) => event.replace(/"id":"[^"]*"/, '')).sort(),
})
