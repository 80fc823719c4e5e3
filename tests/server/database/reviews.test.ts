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
