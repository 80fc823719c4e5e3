import type { Database } from '../../server/database/source'
import { importRoster } from '../../server/features/roster/import-roster'
import { sharedDatabase } from './clean-database'

const to = { town: '禾丰坝镇', county: '云岭县', profile: 'henan' as const }

/** Every test has an empty database, and rosters are brought into the same town of it. */
export function startRosterForEachTest(begin: (database: Database) => unknown = () => {}) {
  let database: Database
  let drop: () => Promise<void>
  beforeEach(async () => {
    const fresh = await sharedDatabase()
    database = fresh.database
    drop = fresh.drop
    begin(database)
  })
  afterEach(() => drop())

  const bring = async (file: Buffer, apply = true, withHidden = false) =>
    importRoster(database, file, to, { apply, now: new Date(), withHidden })
  return { bring }
}
