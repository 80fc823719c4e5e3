import { newId } from '../../../server/database/id'
import { freshDatabase } from '../../support/database'

test('reviews that were kept before there were rows for the checks say the same afterwards, and after going back', async () => {
  const { database, drop } = await freshDatabase()
  const { source } = database
  const ran = async () =>
    (await source.query<{ name: string }[]>('SELECT name FROM migrations')).some(
      ({ name }) => name === 'CompleteReviews1795219200302',
    )
  const undo = async () => {
    while (await ran()) await source.undoLastMigration()
  }
  await undo()
  const [accepted, revised, refused] = [newId(), newId(), newId()]
  const insert = (id: string, verdict: string, failed: string | null, reason: string | null) =>
    source.query(
      `INSERT INTO review (id, suggestion_id, version, verdict, failed_checks, ground, reason, person_id, at)
       VALUES (?, ?, 1, ?, ?, NULL, ?, ?, '2026-11-20 01:00:00.000')`,
      [id, newId(), verdict, failed, reason, newId()],
    )
  await insert(accepted, 'accepted', null, null)
  await insert(revised, 'revision', 'legality wording', '请删掉电话。')
  await insert(refused, 'refused', null, '没有具体内容。')
  await source.runMigrations()

  const checksOf = (id: string) =>
    source.query<unknown[]>(
      'SELECT check_name AS name, passed, note FROM review_check WHERE review_id = ? ORDER BY check_name',
      [id],
    )
  const after = [await checksOf(accepted), await checksOf(revised), await checksOf(refused)]
  await undo()
  const [back] = await source.query<{ failed: string }[]>(
    'SELECT failed_checks AS failed FROM review WHERE id = ?',
    [revised],
  )
  await drop()
  const passed = { passed: 1, note: null }
  const failed = { passed: 0, note: '请删掉电话。' }
  expect(after).toEqual([
    [
      { name: 'legality', ...passed },
      { name: 'quality', ...passed },
      { name: 'wording', ...passed },
    ],
    [
      { name: 'legality', ...failed },
      { name: 'quality', ...passed },
      { name: 'wording', ...failed },
    ],
    [],
  ])
  expect(back?.failed.split(' ').sort()).toEqual(['legality', 'wording'])
})

test('what was put on the shelf ended when it was closed, and on the shelf again after going back', async () => {
  const { database, drop } = await freshDatabase()
  const { source } = database
  const ran = async () =>
    (await source.query<{ name: string }[]>('SELECT name FROM migrations')).some(
      ({ name }) => name === 'ShelvedMattersEndedWhenTheyEnded1795219203100',
    )
  const undo = async () => {
    while (await ran()) await source.undoLastMigration()
  }
  const [shelved, closed, town] = [newId(), newId(), newId()]
  const matter = (id: string, state: string, since: string) =>
    source.query(
      `INSERT INTO matter (id, kind, town_id, state, version, state_since, title, found_by)
       VALUES (?, 'suggestion', ?, ?, 9, ?, '修桥', '')`,
      [id, town, state, since],
    )
  const event = (id: string, version: number, from: string, to: string, at: string) =>
    source.query(
      `INSERT INTO matter_event (id, town_id, kind, matter_id, version, action, from_state, to_state, party, on_day, recorded_at)
       VALUES (?, ?, 'suggestion', ?, ?, 'step', ?, ?, 'system', ?, ?)`,
      [newId(), town, id, version, from, to, at.slice(0, 10), at],
    )
  await undo()
  const [ended, put] = ['2026-12-30 01:00:00.000', '2027-01-05 01:00:00.000']
  await matter(shelved, 'archived', put)
  await matter(closed, 'closed', ended)
  for (const id of [shelved, closed]) await event(id, 8, 'replied', 'closed', ended)
  await event(shelved, 9, 'closed', 'archived', put)
  const since = async () => {
    const rows = await source.query<{ id: string; at: string | Date }[]>(
      'SELECT id, CAST(state_since AS CHAR(10)) AS at FROM matter',
    )
    return [shelved, closed].map((one) => String(rows.find(({ id }) => id === one)?.at).slice(0, 10))
  }
  await source.runMigrations()
  const after = await since()
  await undo()
  const before = await since()
  await drop()
  expect([before, after]).toEqual([
    ['2027-01-05', '2026-12-30'],
    ['2026-12-30', '2026-12-30'],
  ])
})
