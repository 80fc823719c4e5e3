import { newId } from '../../../server/database/id'
import type { Database } from '../../../server/database/source'
import { freshDatabase } from '../../support/database'

/** What three tables kept is one history now, on the way up and on the way back. */
let database: Database
let drop: () => Promise<void>
const [town, deputy, staff, member, unit] = [newId(), newId(), newId(), newId(), newId()]
const [suggestion, opinion, check] = [newId(), newId(), newId()]

beforeEach(async () => {
  const fresh = await freshDatabase()
  database = fresh.database
  drop = fresh.drop
  while (await ran('CreateMatterEvents1795219202000')) await database.source.undoLastMigration()
  await fill()
})
afterEach(() => drop())

const ran = async (name: string) =>
  (await database.source.query<{ name: string }[]>('SELECT name FROM migrations')).some(
    (migration) => migration.name === name,
  )
const rows = (sql: string) => database.source.query<Record<string, unknown>[]>(sql)
const older = async () => [
  await rows('SELECT * FROM suggestion_event ORDER BY suggestion_id, version'),
  await rows('SELECT * FROM opinion_event ORDER BY resident_opinion_id, version'),
  await rows('SELECT * FROM content_check_event ORDER BY content_check_id, version'),
]

test('they stand in one table with who it was and for which unit, as far as that can be known', async () => {
  const before = await older()
  await database.source.runMigrations()
  const events = await rows(
    `SELECT kind, version, action, from_state AS fromState, to_state AS toState, party, person_id AS personId,
       unit_id AS unitId, on_day AS onDay, note FROM matter_event WHERE town_id = '${town}' ORDER BY kind, version`,
  )
  expect(events.length).toBe(before.flat().length)
  expect(events.map((event) => Object.values(event))).toEqual([
    ['contentCheck', 0, 'hold', null, 'held', 'system', null, null, '2026-11-21', null],
    ['contentCheck', 1, 'sendBack', 'held', 'sentBack', 'presidium', member, null, '2026-11-21', '写清楚。'],
    ['contentCheck', 2, 'rewrite', 'sentBack', 'replaced', 'writer', staff, null, '2026-11-21', null],
    ['opinion', 0, 'start', null, 'sent', 'resident', null, null, '2026-11-20', null],
    ['opinion', 1, 'pass', 'sent', 'received', 'system', null, null, '2026-11-20', null],
    ['opinion', 2, 'answer', 'received', 'answerSent', 'deputy', deputy, null, '2026-11-20', null],
    ['suggestion', 0, 'start', null, 'draft', 'leadDeputy', deputy, null, '2026-11-20', null],
    ['suggestion', 1, 'accept', 'submitted', 'accepted', 'congressOffice', staff, null, '2026-11-20', '好。'],
    ['suggestion', 2, 'reply', 'handling', 'replied', 'leadUnit', member, unit, '2026-11-20', null],
  ])
})

test('the way back gives the three tables as they were, and up again the same history', async () => {
  const before = await older()
  await database.source.runMigrations()
  const histories =
    'SELECT kind, matter_id, version, action, party, person_id, unit_id, on_day, recorded_at, note, public_line, line_check_id FROM matter_event ORDER BY kind, matter_id, version'
  const events = await rows(histories)
  while (await ran('CreateMatterEvents1795219202000')) await database.source.undoLastMigration()
  expect(await older()).toEqual(before)
  await database.source.runMigrations()
  expect(await rows(histories)).toEqual(events)
})

test('more than are read at once go over without a gap', async () => {
  const steps = Array.from({ length: 1203 }, (_, version) => version)
  const at = "'2026-11-20 09:00:00.000'"
  await rows(
    `INSERT INTO suggestion_event (suggestion_id, version, town_id, action, to_state, party, at)
     VALUES ${steps.map((version) => `('many', ${version}, '${town}', 'edit', 'draft', 'system', ${at})`).join(', ')}`,
  )
  await database.source.runMigrations()
  const [found] = await rows(
    "SELECT COUNT(*) AS count, MAX(version) AS last FROM matter_event WHERE matter_id = 'many'",
  )
  expect([Number(found?.count), Number(found?.last)]).toEqual([1203, 1202])
})

async function fill() {
  const at = '2026-11-20 09:00:00.000'
  /** After midnight in Beijing. */
  const later = '2026-11-20 17:30:00.000'
  const insert = (table: string, row: Record<string, unknown>) =>
    database.source.query(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
      Object.values(row),
    )
  const post = (person: string, kind: string, ofUnit: string | null) =>
    insert('post', {
      id: newId(),
      town_id: town,
      person_id: person,
      post_kind: kind,
      handling_unit_id: ofUnit,
    })
  await post(member, 'unitStaff', unit)
  await post(member, 'presidiumMember', null)
  await post(staff, 'congressOffice', null)
  await insert('suggestion_round', {
    ...{ suggestion_id: suggestion, round_no: 1, lead_unit_id: unit, handed_over_on: '2026-11-20' },
    deadline_on: '2027-02-20',
  })
  const of = { suggestion_id: suggestion, town_id: town, at }
  const line = { public_line: '镇人大受理', note: '好。' }
  for (const row of [
    { action: 'start', to_state: 'draft', party: 'leadDeputy', person_id: deputy },
    {
      action: 'accept',
      from_state: 'submitted',
      to_state: 'accepted',
      party: 'congressOffice',
      person_id: staff,
      ...line,
    },
    { action: 'reply', from_state: 'handling', to_state: 'replied', party: 'leadUnit', person_id: member },
  ].map((row, version) => ({ ...of, version, ...row })))
    await insert('suggestion_event', row)
  await insert('resident_opinion', {
    ...{ id: opinion, town_id: town, version: 2, state: 'answerSent', state_since: at, resident_id: newId() },
    ...{ deputy_id: deputy, opinion_kind: 'other', created_at: at },
  })
  for (const row of [
    { action: 'start', to_state: 'sent', party: 'resident' },
    { action: 'pass', from_state: 'sent', to_state: 'received', party: 'system' },
    { action: 'answer', from_state: 'received', to_state: 'answerSent', party: 'deputy' },
  ].map((row, version) => ({ resident_opinion_id: opinion, town_id: town, at, version, ...row })))
    await insert('opinion_event', row)
  await insert('content_check', {
    ...{
      id: check,
      town_id: town,
      suggestion_id: suggestion,
      kind: 'result',
      text: '修好了',
      person_id: staff,
    },
    ...{ version: 2, state: 'replaced', state_since: later, written_at: later, check_after: later },
  })
  for (const row of [
    { action: 'hold' },
    { action: 'sendBack', person_id: member, reason: '写清楚。' },
    { action: 'rewrite', person_id: staff },
  ].map((row, version) => ({ content_check_id: check, at: later, version, ...row })))
    await insert('content_check_event', row)
}
