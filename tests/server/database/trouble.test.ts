import { Town } from '../../../server/database/entities/people/town'
import { newId } from '../../../server/database/id'
import { connect } from '../../../server/database/connect'
import type { Trouble } from '../../../server/database/trouble'
import { Refusal } from '../../../shared/words/refusals'
import { cleanDatabase } from '../../support/clean-database'
import { engineOfTests, type TestDatabase } from '../../support/database'
import { type DriverFault, failDriver } from '../../../scripts/faults/failing-driver'

/** A database whose driver fails: what was acknowledged is there, what was refused is not, and it mends itself. */
let fresh: TestDatabase

beforeEach(async () => {
  fresh = await cleanDatabase()
})
afterEach(async () => {
  failDriver(undefined)
  await fresh.drop()
})

const add = (name: string) =>
  fresh.database.transaction(async (tx) => {
    await tx.insert(Town, { id: newId(), countyId: null, name, profile: 'henan' })
    await tx.query('UPDATE town SET name = name')
  })
/** Asked by somebody else, who sees only what was committed. */
const kept = async () => {
  failDriver(undefined)
  const other = await connect(fresh.url)
  const rows = await other.reader.query<{ name: string }[]>('SELECT name FROM town')
  await other.close()
  return rows.map(({ name }) => name).sort()
}
const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof Refusal ? { status: error.status, says: error.message } : error
}

const codes: [string, Trouble][] =
  engineOfTests === 'sqlite'
    ? [
        ['SQLITE_FULL', 'full'],
        ['SQLITE_IOERR_WRITE', 'disk'],
        ['SQLITE_IOERR_FSYNC', 'disk'],
        ['SQLITE_NOMEM', 'memory'],
        ['SQLITE_READONLY_DBMOVED', 'readOnly'],
        ['SQLITE_CORRUPT', 'damaged'],
      ]
    : [
        ['ER_DISK_FULL', 'full'],
        ['ER_RECORD_FILE_FULL', 'full'],
        ['ER_GET_ERRNO', 'disk'],
        ['ER_OUTOFMEMORY', 'memory'],
        ['ER_OPTION_PREVENTS_STATEMENT', 'readOnly'],
        ['ER_CRASHED_ON_USAGE', 'damaged'],
      ]
const places: [string, Omit<DriverFault, 'code'>][] = [
  ['a statement', { at: /^INSERT INTO .town./ }],
  ['a statement, which ends the transaction', { at: /^INSERT INTO .town./, endsTransaction: true }],
  ['the second statement, which ends the transaction', { at: /^UPDATE town/, endsTransaction: true }],
  ['the beginning', { at: /^(BEGIN|START)/ }],
  ['the commit', { at: /^COMMIT/ }],
  ['the commit, which ends the transaction', { at: /^COMMIT/, endsTransaction: true }],
  ['everything, the rollback too', { at: /^(UPDATE|COMMIT|ROLLBACK)/ }],
]

test.each(codes.flatMap(([code, trouble]) => places.map(([where, at]) => ({ code, trouble, where, at }))))(
  '$code at $where: refused with a sentence, nothing kept by halves, and the next write is on disk',
  async ({ code, trouble, at }) => {
    await add('从前镇')
    failDriver({ code, ...at })
    const said = (await refusal(add('失败镇'))) as { status: number; says: string }
    expect([said.status, said.says]).toEqual([503, expect.stringMatching(/您填的内容还在/)])
    expect([fresh.database.trouble(), await kept()]).toEqual([trouble, ['从前镇']])
    const names = await fresh.database.reader.query<{ name: string }[]>('SELECT name FROM town')
    expect(names).toEqual([{ name: '从前镇' }])

    failDriver(undefined)
    for (const name of ['后来一镇', '后来二镇']) await add(name)
    expect(await kept()).toEqual(['从前镇', '后来一镇', '后来二镇'].sort())
    // A damaged page is shown for longer: it is met now and then only.
    expect(fresh.database.trouble()).toBe(trouble === 'damaged' ? 'damaged' : null)
  },
)

test('work that goes on after the database has ended its transaction keeps nothing', async () => {
  failDriver({ code: codes[0]?.[0] ?? '', at: /^UPDATE town/, endsTransaction: true, times: 1 })
  const careless = fresh.database.transaction(async (tx) => {
    await tx.query('UPDATE town SET name = name').catch(() => undefined)
    await tx.insert(Town, { id: newId(), countyId: null, name: '半个镇', profile: 'henan' })
  })
  expect(await refusal(careless)).toMatchObject({ status: 503 })
  expect(await kept()).toEqual([])
  await add('整个镇')
  expect(await kept()).toEqual(['整个镇'])
})

test('a failed read is refused with a sentence, and the next one has a connection that works', async () => {
  await add('某镇')
  failDriver({
    code: engineOfTests === 'sqlite' ? 'SQLITE_IOERR_READ' : 'ER_ERROR_ON_READ',
    at: /^SELECT name FROM town/,
    times: 1,
  })
  const read = () => fresh.database.reader.query('SELECT name FROM town')
  expect(await refusal(read())).toMatchObject({ status: 503 })
  expect(fresh.database.trouble()).toBe('disk')
  expect([await read(), fresh.database.trouble()]).toEqual([[{ name: '某镇' }], null])
})

test('a work that is refused for a reason of its own changes nothing and is no trouble', async () => {
  const refused = fresh.database.transaction(async (tx) => {
    await tx.insert(Town, { id: newId(), countyId: null, name: '某镇', profile: 'henan' })
    throw new Refusal('stale')
  })
  expect([await refusal(refused), fresh.database.trouble(), await kept()]).toEqual([
    expect.objectContaining({ status: 409 }),
    null,
    [],
  ])
})

test('a transaction inside a transaction is undone alone', async () => {
  await fresh.database.transaction(async (tx) => {
    await tx.insert(Town, { id: newId(), countyId: null, name: '外镇', profile: 'henan' })
    const inner = tx.transaction(async (within) => {
      await within.insert(Town, { id: newId(), countyId: null, name: '内镇', profile: 'henan' })
      throw new Error('on purpose')
    })
    await expect(inner).rejects.toThrow('on purpose')
  })
  await add('后镇')
  expect(await kept()).toEqual(['外镇', '后镇'].sort())
})
