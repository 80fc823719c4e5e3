import { createLog } from '../../../server/http/log'
import { freshDatabase, type TestDatabase } from '../../support/database'

let test_: TestDatabase
beforeEach(async () => {
  test_ = await freshDatabase()
})
afterEach(() => test_.drop())

const planted = { openid: 'oPlanted-Openid-0000000001', words: '李大海说桥要塌了，电话 13812345678' }

/** What a log keeps of a failed statement. */
function kept(error: unknown): string {
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  log.error({ requestId: 'a request', err: error })
  log.error(error)
  return lines.join('')
}
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: unknown) => error,
  )

const insertAccount = () =>
  test_.database.transaction((tx) =>
    tx.query('INSERT INTO account (id, openid, openid_digest, created_at) VALUES (?, ?, ?, ?)', [
      'a'.repeat(26),
      planted.openid,
      planted.words,
      '2026-11-23 01:00:00.000',
    ]),
  )

test('of a row that is there already: where it failed, and nothing of what was in it', async () => {
  await insertAccount()
  const line = kept(await failureOf(insertAccount()))
  expect(line).toContain('INSERT INTO account')
  expect(line).toMatch(/ER_DUP_ENTRY|SQLITE_CONSTRAINT/)
  expect(line).toMatch(/\\n {4}at /)
  for (const value of [planted.openid, '李大海', '13812345678', 'a'.repeat(26)])
    expect(line).not.toContain(value)
})

test('values that somebody wrote into the statement itself are left out as well', async () => {
  const sql = `SELECT * FROM no_such_table WHERE words = '${planted.words}' AND openid = "it's ${planted.openid}"`
  const line = kept(await failureOf(test_.database.reader.query(sql)))
  expect(line).toContain('no_such_table')
  for (const value of ['李大海', '13812345678', planted.openid]) expect(line).not.toContain(value)
})

test('our own bugs are still logged whole', () => {
  const line = kept(new TypeError('undefined is not a function', { cause: new Error('beneath') }))
  expect(line).toContain('undefined is not a function')
  expect(line).toContain('beneath')
  expect(line).toContain('no-values-in-the-log')
})
