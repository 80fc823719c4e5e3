import fs from 'node:fs'
import Sqlite from 'better-sqlite3'
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

// SQLite's log is flushed by us, beside what others do; the other engine flushes by itself.
if (engineOfTests === 'sqlite')
  describe('what is acknowledged is on the disk', () => {
    type Flush = typeof fs.fdatasync
    let flush: jest.SpyInstance<void, Parameters<Flush>>
    const names = async () =>
      (await fresh.database.reader.query<{ name: string }[]>('SELECT name FROM town ORDER BY name')).length
    beforeEach(() => {
      flush = jest.spyOn(fs, 'fdatasync')
    })
    afterEach(() => flush.mockRestore())

    test('nobody is answered before a flush that began after their commit has ended; others write meanwhile, and share the next', async () => {
      const ends: (() => void)[] = []
      flush.mockImplementation((_file, done) => void ends.push(() => done(null)))
      const answered: string[] = []
      const writes = ['甲镇', '乙镇', '丙镇'].map(async (name) => {
        await add(name)
        answered.push(name)
      })
      while (ends.length === 0 || (await names()) < 3) await new Promise((wake) => setTimeout(wake, 5))
      expect([answered, ends.length]).toEqual([[], 1])
      ends[0]?.()
      while (ends.length < 2) await new Promise((wake) => setTimeout(wake, 5))
      expect(answered).toEqual(['甲镇'])
      ends[1]?.()
      await Promise.all(writes)
      expect([answered, ends.length]).toEqual([['甲镇', '乙镇', '丙镇'], 2])
    })

    test('where the disk does not take it nobody is told that it was kept, and nothing is before all is carried over', async () => {
      let fail: (() => void) | undefined
      flush.mockImplementationOnce((_file, done) => {
        fail = () => done(Object.assign(new Error('on purpose'), { code: 'EIO' }))
      })
      const both = ['一镇', '同时一镇'].map((name) => refusal(add(name)))
      while (fail === undefined || (await names()) < 2) await new Promise((wake) => setTimeout(wake, 5))
      fail()
      // Whoever had committed meanwhile is not told either, though the next flush would say yes.
      const [first, beside] = await Promise.all(both)
      expect([first, beside]).toMatchObject([{ status: 503 }, { status: 503 }])
      expect(fresh.database.trouble()).toBe('disk')
      const checkpoint = jest.spyOn(Sqlite.prototype, 'pragma')
      try {
        await add('二镇')
        expect(checkpoint).toHaveBeenCalledWith('wal_checkpoint(TRUNCATE)')
      } finally {
        checkpoint.mockRestore()
      }
      expect(fresh.database.trouble()).toBeNull()
      expect(await kept()).toEqual(expect.arrayContaining(['一镇', '二镇']))
    })
  })
