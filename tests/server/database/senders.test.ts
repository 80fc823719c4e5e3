import { newId } from '../../../server/database/id'
import { freshDatabase } from '../../support/database'

test('messages of before keep the name and number that were shown with them, whatever the profile says later', async () => {
  const { database, drop } = await freshDatabase()
  const { source } = database
  const ran = async () =>
    (await source.query<{ name: string }[]>('SELECT name FROM migrations')).some(
      ({ name }) => name === 'FreezeSenders1795219201700',
    )
  while (await ran()) await source.undoLastMigration()

  const [town, resident, opinion, inbox, push] = [newId(), newId(), newId(), newId(), newId()]
  const at = '2026-11-20 01:00:00.000'
  await source.query(
    'INSERT INTO resident (id, town_id, account_id, name, phone, village_id, created_at) VALUES (?, ?, ?, ?, ?, NULL, ?)',
    [resident, town, newId(), '李秀英', '13900001111', at],
  )
  await source.query(
    `INSERT INTO resident_opinion (id, town_id, version, state, state_since, resident_id, deputy_id, opinion_kind, created_at)
     VALUES (?, ?, 0, 'sent', ?, ?, ?, 'report', ?)`,
    [opinion, town, at, resident, newId(), at],
  )
  await source.query(
    `INSERT INTO outbox_message (id, town_id, inbox_message_id, recipient_id, recipient_kind, push, number, page, state, attempts, available_at, created_at)
     VALUES (?, ?, ?, ?, 'resident', 'replied', 'A', ?, 'skipped', 0, ?, ?)`,
    [push, town, inbox, resident, `pages/matter?town=${town}&id=${opinion}`, at, at],
  )
  await source.runMigrations()
  await source.query('UPDATE resident SET name = NULL, phone = NULL')

  const rows = await source.query<unknown[]>(
    `SELECT o.resident_name AS name, o.resident_phone AS phone, o.unnamed, x.id AS push
     FROM outbox_message x JOIN resident_opinion o ON o.id = x.resident_opinion_id`,
  )
  await drop()
  expect(rows).toEqual([{ name: '李秀英', phone: '13900001111', unnamed: 0, push }])
})
