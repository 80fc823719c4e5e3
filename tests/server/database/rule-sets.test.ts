import { freshDatabase } from '../../support/database'
import { newId } from '../../../server/database/id'

test('what began before there were rule sets keeps the profile that its town had', async () => {
  const { database, drop } = await freshDatabase()
  const { source } = database
  const isDone = async () =>
    (await source.query<{ name: string }[]>('SELECT name FROM migrations')).some(
      ({ name }) => name === 'CreateRuleSets1795219200100',
    )
  while (await isDone()) await source.undoLastMigration()

  const [town, suggestion] = [newId(), newId()]
  await source.query("INSERT INTO town (id, name, profile) VALUES (?, '老镇', 'henan')", [town])
  await source.query(
    `INSERT INTO suggestion (id, town_id, version, state, state_since, subject, facts, proposal, text_version,
       lead_deputy_id, current_round, created_at)
     VALUES (?, ?, 3, 'submitted', '2026-11-20 01:00:00.000', '修桥', '桥坏了', '修好', 1, ?, 0,
       '2026-11-20 01:00:00.000')`,
    [suggestion, town, newId()],
  )
  await source.runMigrations()
  await source.query("UPDATE town SET profile = 'beijing', rule_set_id = NULL WHERE id = ?", [town])

  const kept = await source.query<unknown[]>(
    `SELECT rs.profile, rs.overrides, rs.max_rounds AS maxRounds FROM suggestion s
     JOIN rule_set rs ON rs.id = s.rule_set_id AND rs.town_id = s.town_id WHERE s.id = ?`,
    [suggestion],
  )
  await drop()
  expect(kept).toEqual([{ profile: 'henan', overrides: null, maxRounds: 2 }])
})
