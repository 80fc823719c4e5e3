import { newId } from '../../../server/database/id'
import { freshDatabase } from '../../support/database'

test('photos and reasons that were public before there were checks have one each, so that they can be taken back', async () => {
  const { database, drop } = await freshDatabase()
  const { source } = database
  const ran = async () =>
    (await source.query<{ name: string }[]>('SELECT name FROM migrations')).some(
      ({ name }) => name === 'TakeBackOlderPhotosAndLines1795219201801',
    )
  while (await ran()) await source.undoLastMigration()

  const [town, suggestion, person, shown, talk] = [newId(), newId(), newId(), newId(), newId()]
  const at = '2026-11-20 01:00:00.000'
  await insert('suggestion', {
    ...{ id: suggestion, town_id: town, version: 3, state: 'handling', state_since: at, confidential: 0 },
  })
  for (const [id, consultation] of [
    [shown, null],
    [talk, newId()],
  ] as const) {
    await insert('photo', { id, town_id: town, person_id: person, jpeg: Buffer.from([1]), uploaded_at: at })
    await insert('photo_use', {
      id: newId(),
      photo_id: id,
      suggestion_id: suggestion,
      consultation_id: consultation,
    })
  }
  const lines = [
    '镇水利站提出延办，最迟2027年4月23日：汛期以后开工',
    '列为重点督办建议，由镇长何丽萍领办',
    '镇人大受理',
  ]
  const actions = ['requestExtension', 'markKey', 'accept']
  for (const [version, public_line] of lines.entries())
    await insert('suggestion_event', {
      ...{
        suggestion_id: suggestion,
        version,
        town_id: town,
        action: actions[version],
        to_state: 'handling',
      },
      ...{ party: 'leadUnit', public_line, at },
    })
  await source.runMigrations()

  const checks = await source.query<unknown[]>(
    `SELECT k.kind, k.text, k.photo_id AS photoId, m.state FROM content_check k JOIN matter m ON m.id = k.id
     ORDER BY k.kind`,
  )
  const linked = await source.query<{ count: number }[]>(
    `SELECT COUNT(*) AS count FROM content_check k WHERE k.id IN (SELECT check_id FROM photo)
       OR k.id IN (SELECT line_check_id FROM matter_event)`,
  )
  await drop()
  expect(checks).toEqual([
    { kind: 'leader', text: '镇长何丽萍', photoId: null, state: 'passed' },
    { kind: 'line', text: '汛期以后开工', photoId: null, state: 'passed' },
    { kind: 'photo', text: null, photoId: shown, state: 'passed' },
  ])
  expect(Number(linked[0]?.count)).toBe(3)

  /** What the test says, and whatever else the table asks for. */
  async function insert(table: string, row: Record<string, unknown>) {
    const metadata = source.entityMetadatas.find(({ tableName }) => tableName === table)
    const asked = (metadata?.columns ?? []).filter(
      ({ isNullable, default: given }) => !isNullable && given === undefined,
    )
    const filled = Object.fromEntries(
      asked.map(({ databaseName, type }) => [databaseName, plain(String(type))]),
    )
    const all = { ...filled, ...row }
    const names = Object.keys(all)
    await source.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(all),
    )
  }
})

const plain = (type: string) =>
  /int/.test(type) ? 0 : /time|date/.test(type) ? '2026-11-20 01:00:00.000' : 'x'
