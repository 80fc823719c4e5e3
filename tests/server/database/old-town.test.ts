import type { Database } from '../../../server/database/source'
import { everything, goBack, oldTown } from '../../support/old-town/old-town'
import { people, town } from '../../support/old-town/place'
import { insertInto, oldId } from '../../support/old-town/rows'

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
  await database.source.query("UPDATE person SET name = '何丽萍' WHERE id = ?", [people.groupLeader])
  const leads = { person_id: people.groupLeader, post_kind: 'leadingOfficial', handling_unit_id: null }
  await insertInto(database)('post', { ...leads, id: oldId('post', 99), town_id: town })
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
  const [key] = await database.source.query<{ leader: string; id: string }[]>(
    'SELECT leader_id AS leader, suggestion_id AS id FROM key_suggestion',
  )
  expect(key?.leader).toBe(people.groupLeader)
  await goBack(database)
  expect(await everything(database)).toEqual(before)
  await database.source.runMigrations()
  expect(withoutMadeIds(await everything(database))).toEqual(withoutMadeIds(up))
  await keepsWhomItConcerns({ suggestion_id: key?.id, person_id: people.office, town_id: town })
})

/** In between a row said nothing of its town. */
async function keepsWhomItConcerns(concern: Record<string, unknown>) {
  const { source } = database
  await insertInto(database)('suggestion_concern', concern)
  const isDone = async () =>
    (await source.query<{ name: string }[]>('SELECT name FROM migrations')).some(({ name }) =>
      name.startsWith('ConcernsAreOfATown'),
    )
  while (await isDone()) await source.undoLastMigration()
  await source.runMigrations()
  const kept = 'SELECT suggestion_id, person_id, town_id FROM suggestion_concern'
  expect(await source.query(kept)).toEqual([concern])
}

/** Rows that a migration makes have identifiers that are new each time. */
const withoutMadeIds = ({ matter_event: events, ...others }: Record<string, string[]>) => ({
  ...others,
  matter_event: events?.map((event) => event.replace(/"id":"[^"]*"/, '')).sort(),
})
