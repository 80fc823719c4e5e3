import { newId } from '../../../server/database/id'
import type { Database } from '../../../server/database/source'
import { freshDatabase } from '../../support/database'

/** Award standings, external suggestions and group ballots become matters, and can go back to their own tables. */
let database: Database
let drop: () => Promise<void>
const [town, unit, otherUnit, member, clerk, suggestion] = [1, 2, 3, 4, 5, 6].map(() => newId())
const [lifted, again, answered, waiting, closed, open] = [1, 2, 3, 4, 5, 6].map(() => newId())

beforeEach(async () => {
  const fresh = await freshDatabase()
  database = fresh.database
  drop = fresh.drop
  await undo()
  await fill()
})
afterEach(() => drop())

const rows = (sql: string) => database.source.query<Record<string, unknown>[]>(sql)
async function undo() {
  const first = 'ExternalSuggestionsAreMatters1795219202300'
  while ((await rows('SELECT name FROM migrations')).some(({ name }) => name === first))
    await database.source.undoLastMigration()
}

async function fill() {
  const decided = (id: string, no: number, more: string) =>
    rows(`INSERT INTO award_disqualification (id, town_id, handling_unit_id, year, no, from_on, to_on, decision,
      decided_by_id, decided_at, appeal, appealed_at, appeal_verdict, appeal_answer, answered_at)
      VALUES ('${id}', '${town}', '${unit}', 2026, ${no}, '2026-01-01', '2026-04-01', '决定。', '${member}', ${more})`)
  await decided(
    lifted as string,
    1,
    "'2026-04-01 01:00:00.000', '申诉。', '2026-04-02 01:00:00.000', 'lifted', '成立。', '2026-04-03 01:00:00.000'",
  )
  await decided(again as string, 2, "'2026-05-01 01:00:00.000', NULL, NULL, NULL, NULL, NULL")
  await rows(`INSERT INTO disqualifying_item (award_disqualification_id, suggestion_id, suggestion_no, subject, rated_on)
    VALUES ('${again}', '${suggestion}', '2026-0001', '修桥', '2026-03-12')`)
  await rows(`INSERT INTO external_suggestion (id, town_id, version, deputy_id, congress_level, subject, submitted_on,
      replied_on, outcome, public_result, satisfaction, created_at) VALUES
    ('${answered}', '${town}', 4, '${member}', 'county', '修路', '2026-03-01', '2026-05-01', 'planned', '列入计划',
      'satisfied', '2026-03-01 01:00:00.000'),
    ('${waiting}', '${town}', 0, '${member}', 'city', '改线', '2026-03-01', NULL, NULL, NULL, NULL,
      '2026-03-01 01:00:00.000')`)
  const entry = (kind: string, at: string) =>
    rows(`INSERT INTO external_suggestion_entry (id, external_suggestion_id, entry_kind, held_on, note, person_id, at)
      VALUES ('${newId()}', '${answered}', '${kind}', '${at}', '${kind}', '${clerk}', '${at} 02:00:00.000')`)
  await entry('progress', '2026-04-01')
  await entry('reply', '2026-05-01')
  const ballot = (id: string, round: number, closedAt: string) =>
    rows(`INSERT INTO group_ballot (id, town_id, suggestion_id, round_no, deputy_group_id, opened_at, closed_at, voters)
      VALUES ('${id}', '${town}', '${suggestion}', ${round}, '${newId()}', '2026-06-01 01:00:00.000', ${closedAt}, 3)`)
  await ballot(closed as string, 1, "'2026-06-05 01:00:00.000'")
  await ballot(open as string, 2, 'NULL')
  await rows(`INSERT INTO matter_event (id, town_id, kind, matter_id, version, action, to_state, party, person_id, on_day,
      recorded_at) VALUES ('${newId()}', '${town}', 'suggestion', '${suggestion}', 9, 'closeBallot', 'closed',
      'congressOffice', '${clerk}', '2026-06-05', '2026-06-05 01:00:00.000')`)
  if (await hasNotices()) {
    await rows(`INSERT INTO handling_unit (id, town_id, name, unit_kind, position)
      VALUES ('${otherUnit}', '${town}', '镇财政所', 'station', 1)`)
    await rows(`INSERT INTO late_notice (matter_id, state_since, urgency, told_at)
      VALUES ('${otherUnit}', '2026-07-01 03:00:00.000', 'dueSoon', '2026-07-01 04:00:00.000')`)
  }
}
const hasNotices = () => database.source.createQueryRunner().hasTable('late_notice')

const older = async () => [
  await rows('SELECT * FROM award_disqualification ORDER BY id'),
  await rows('SELECT * FROM disqualifying_item'),
  await rows('SELECT id, version, replied_on, satisfaction FROM external_suggestion ORDER BY id'),
  await rows('SELECT id, opened_at, closed_at, voters FROM group_ballot ORDER BY id'),
]
/** In no order, since ids have none. */
const events = async (kind: string) =>
  (
    await rows(`SELECT version, action, to_state AS state, party, person_id AS person FROM matter_event
      WHERE kind = '${kind}' AND action <> 'warn'`)
  )
    .map((event) => Object.values(event).join(' '))
    .sort()
const stateOf = async (id: string | undefined) =>
  (await rows(`SELECT kind, state, version FROM matter WHERE id = '${id}'`)).map((row) =>
    Object.values(row),
  )[0]

test('each stands where it stood, with the people who acted as far as they are known', async () => {
  const warned = await hasNotices()
  await database.source.runMigrations()
  expect([await stateOf(lifted), await stateOf(again)]).toEqual([
    ['awardStanding', 'lifted', 2],
    ['awardStanding', 'disqualified', 0],
  ])
  expect([await stateOf(answered), await stateOf(waiting)]).toEqual([
    ['externalSuggestion', 'rated', 4],
    ['externalSuggestion', 'awaited', 0],
  ])
  expect([await stateOf(closed), await stateOf(open)]).toEqual([
    ['groupBallot', 'closed', 1],
    ['groupBallot', 'open', 0],
  ])
  const [warning] = await rows(`SELECT m.state, a.year FROM award_standing a JOIN matter m ON m.id = a.id
    WHERE a.handling_unit_id = '${otherUnit}'`)
  expect(warning).toEqual(warned ? { state: 'warned', year: 2026 } : undefined)
  expect(await events('awardStanding')).toEqual([
    `0 disqualify disqualified presidium ${member}`,
    `0 disqualify disqualified presidium ${member}`,
    '1 appeal appealed handlingUnit ',
    '2 answer lifted presidium ',
  ])
  expect(await events('externalSuggestion')).toEqual([
    '0 start awaited congressOffice ',
    '0 start awaited congressOffice ',
    `1 noteProgress awaited congressOffice ${clerk}`,
    `2 noteReply answered congressOffice ${clerk}`,
  ])
  expect(await events('groupBallot')).toEqual([
    '0 start open groupLeader ',
    '0 start open groupLeader ',
    `1 close closed congressOffice ${clerk}`,
  ])
})

test('the way back gives their own tables as they were', async () => {
  const before = await older()
  await database.source.runMigrations()
  await undo()
  expect(await older()).toEqual(before)
  expect(
    await rows("SELECT id FROM matter WHERE kind IN ('awardStanding', 'externalSuggestion', 'groupBallot')"),
  ).toEqual([])
})
