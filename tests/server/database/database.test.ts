import fs from 'node:fs'
import path from 'node:path'
import { In } from 'typeorm'
import { engineOfTests, freshDatabase } from '../../support/database'
import { connect } from '../../../server/database/connect'
import { wake } from '../../../server/database/waking'
import { Town } from '../../../server/database/entities/people/town'
import { newId } from '../../../server/database/id'
import type { Database, Reader } from '../../../server/database/source'
import { part, readTogether } from '../../../server/database/together'
import { statementsOf } from '../../support/statements'
import { explained } from '../../support/plans/explain'

let database: Database
let drop: () => Promise<void>
let url: string

beforeEach(async () => {
  const fresh = await freshDatabase()
  database = fresh.database
  drop = fresh.drop
  url = fresh.url
})
afterEach(() => drop())

const town = (name: string) => ({ id: newId(), countyId: null, name, profile: 'henan' })
const names = async () =>
  (await database.reader.query<{ name: string }[]>('SELECT name FROM town ORDER BY name')).map(
    ({ name }) => name,
  )

test('the migrations make exactly what the entities say', async () => {
  const { upQueries } = await database.source.driver.createSchemaBuilder().log()
  expect(upQueries.map(({ query }) => query)).toEqual([])
})

test('every migration can be undone and done again', async () => {
  const count = database.source.migrations.length
  for (let left = count; left > 0; left -= 1) await database.source.undoLastMigration()
  await database.source.runMigrations()
  const { upQueries } = await database.source.driver.createSchemaBuilder().log()
  expect([count > 5, upQueries.length]).toEqual([true, 0])
})

test('what a failed transaction wrote is gone, and what ran beside it is kept', async () => {
  const failing = database.transaction(async (tx) => {
    await tx.insert(Town, town('失败镇'))
    await new Promise((wake) => setTimeout(wake, 30))
    throw new Error('on purpose')
  })
  const fine = database.transaction(async (tx) => {
    await tx.insert(Town, town('成功镇'))
  })
  await expect(failing).rejects.toThrow('on purpose')
  await fine
  expect(await names()).toEqual(['成功镇'])
})

test.each(['reads', 'writes'] as const)(
  'a town that asks for much keeps the %s of another waiting for one turn',
  async (what) => {
    const done: string[] = []
    const ask = async (of: string) => {
      const { reader, transaction } = database.of(of)
      const question = 'SELECT 1 AS one'
      await (what === 'reads' ? reader.query(question) : transaction((tx) => tx.query(question)))
      done.push(of)
    }
    await Promise.all([...Array<string>(100).fill('noisy'), 'quiet'].map(ask))
    // Those that had begun before it came, and the one whose turn was before its own.
    expect(done.indexOf('quiet')).toBeLessThan(30)
  },
)

test('names that differ are different, and the same one is found', async () => {
  const alike = ['𬭎水镇', '𬬭水镇', '石桥镇', '石橋镇', 'A镇', 'a镇', 'Ａ镇', 'é镇', 'e镇']
  await database.transaction(async (tx) => {
    for (const name of alike) await tx.insert(Town, town(name))
  })
  for (const name of alike)
    expect(await database.reader.query('SELECT name FROM town WHERE name = ?', [name])).toEqual([{ name }])
})

test('a reader never sees unfinished work', async () => {
  let seen: string[] = []
  await database.transaction(async (tx) => {
    await tx.insert(Town, town('进行中镇'))
    seen = await names()
  })
  expect([seen, await names()]).toEqual([[], ['进行中镇']])
})

test('fifty writers at once each get their turn', async () => {
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      database.transaction(async (tx) => {
        await tx.insert(Town, town(`镇${index}`))
      }),
    ),
  )
  expect((await names()).length).toBe(50)
})

test('identifiers do not repeat and cannot be guessed from one another', () => {
  const ids = Array.from({ length: 2000 }, newId)
  expect([
    new Set(ids).size,
    ids.every((id) => /^[0-9a-z]{26}$/.test(id)),
    new Set(ids.map((id) => id.slice(0, 4))).size > 1900,
  ]).toEqual([2000, true, true])
})

test('a row is written by one statement that looks for nothing, in whichever transaction', async () => {
  const one = town('一镇')
  await database.transaction((tx) => tx.insert(Town, one))
  const changed: unknown[] = []
  const asked = await statementsOf(() =>
    database.transaction(async (tx) => {
      await tx.insert(Town, town('二镇'))
      await tx.upsert(Town, { ...one, name: '三镇' }, ['id'])
      changed.push(
        (await tx.update(Town, { id: one.id, name: '三镇' }, { countyId: null, name: '四镇' })).affected,
      )
      changed.push((await tx.update(Town, { id: one.id, name: '三镇' }, { name: '五镇' })).affected)
      changed.push((await tx.update(Town, { id: In([one.id]) }, { profile: 'qingdao' })).affected)
    }),
  )
  expect([changed, await names()]).toEqual([[1, 0, 1], ['二镇', '四镇'].sort()])
  const plain = (sql: string) => sql.replace(/[`"]/g, '')
  expect(asked.slice(0, 4).map((sql) => plain(sql).replace(/ (ON|VALUES) .*/, ''))).toEqual([
    'INSERT INTO town (id, county_id, name, profile)',
    'INSERT INTO town (id, county_id, name, profile)',
    'UPDATE town SET county_id = ?, name = ? WHERE id = ? AND name = ?',
    'UPDATE town SET name = ? WHERE id = ? AND name = ?',
  ])
  expect(asked).toHaveLength(5)
})

test('what is committed is carried over into the file of SQLite beside the house, and the log does not grow without end', async () => {
  if (engineOfTests === 'mariadb') return
  const file = url.slice('sqlite:'.length)
  const text = 'x'.repeat(4000)
  for (let commits = 0; commits < 60; commits += 1)
    await database.transaction(async (tx) => {
      const rows = Array.from({ length: 40 }, (_, at) => town(`${text}${commits * 40 + at}`))
      for (const row of rows) await tx.insert(Town, row)
    })
  const states = async () =>
    (await database.source.query<{ log: number; checkpointed: number }[]>('PRAGMA wal_checkpoint(NOOP)'))[0]
  const [{ wal_autocheckpoint: bySqlite } = {}] =
    await database.source.query<Record<string, number>[]>('PRAGMA wal_autocheckpoint')
  expect(bySqlite).toBe(0)
  // What was committed while the thread carried over is looked at with the next commit, which may change nothing.
  for (let left = 3000; left > 0 && ((await states())?.checkpointed ?? 0) < 1000; left -= 1) {
    await new Promise((wake) => setTimeout(wake, 20))
    await database.transaction((tx) => tx.query("UPDATE town SET name = name WHERE id = 'nobody'"))
  }
  expect((await states())?.checkpointed).toBeGreaterThan(999)
  expect(fs.statSync(`${file}-wal`).size).toBeLessThan(60_000_000)
  await database.close()
  drop = () => fs.promises.rm(path.dirname(file), { recursive: true })
  // Whoever closes last has carried over all of it, and no thread holds the file any more.
  expect(fs.existsSync(`${file}-wal`)).toBe(false)
  const again = await connect(url)
  expect((await again.reader.query<unknown[]>('SELECT id FROM town')).length).toBe(2400)
  await again.close()
})

test('a long statement of many parts is read by MariaDB once for each connection, and answers the same', async () => {
  if (engineOfTests === 'sqlite') return
  const one = { ...town('一镇'), profile: 'qingdao' }
  await database.transaction((tx) => tx.insert(Town, one))
  const columns = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`name${at}`, 't.name']))
  const read = (tx: Reader, id: string | boolean) =>
    readTogether(tx, {
      named: part<Record<string, string>>({
        columns,
        from: 'FROM town t WHERE t.id = ? OR t.id IS NULL',
        order: 't.id',
        parameters: [id],
      }),
    })
  const counts = async (tx: Reader) => {
    const rows = await tx.query<{ Variable_name: string; Value: string }[]>(
      "SHOW SESSION STATUS WHERE Variable_name IN ('Com_stmt_prepare', 'Com_stmt_execute')",
    )
    return Object.fromEntries(rows.map(({ Variable_name, Value }) => [Variable_name, Number(Value)]))
  }
  await database.transaction(async (tx) => {
    const before = await counts(tx)
    for (const id of [one.id, 'no town', one.id]) {
      const { named } = await read(tx, id)
      expect(named.map(({ name149 }) => name149)).toEqual(id === one.id ? ['一镇'] : [])
    }
    // What is no text, number or nothing goes the plain way.
    await read(tx, false)
    const after = await counts(tx)
    expect(after.Com_stmt_prepare).toBe((before.Com_stmt_prepare ?? 0) + 1)
    expect(after.Com_stmt_execute).toBe((before.Com_stmt_execute ?? 0) + 3)
  })
})

describe('the planner is told how much there is', () => {
  const threeThousand =
    engineOfTests === 'mariadb'
      ? 'seq_1_to_3000'
      : '(WITH RECURSIVE c(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM c WHERE seq < 3000) SELECT seq FROM c) n'
  /** Of one town, state and instant, each with a number of its own: by the number one is found, by the rest all. */
  const manyPushes = () => {
    return `INSERT INTO outbox_message (id, town_id, inbox_message_id, recipient_id, recipient_kind, push, number, page,
        state, attempts, available_at, created_at, wechat_message_id)
      SELECT CONCAT('x', seq), 'town', CONCAT('x', seq), 'r', 'person', 'task', '1', '/', 'sent', 1,
        '2026-11-24 01:00:00.000', '2026-11-24 01:00:00.000', CONCAT('w', seq) FROM ${threeThousand}`
  }
  const asked = `SELECT id FROM outbox_message WHERE town_id = 'town' AND state = 'sent'
    AND created_at = '2026-11-24 01:00:00.000' AND wechat_message_id = 'w7'`
  /** The index that SQLite goes by, and how many values InnoDB knows of in it. */
  const plan = async ({ reader }: Database): Promise<string> => {
    if (engineOfTests === 'sqlite') {
      const [step] = await reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${asked}`)
      return /INDEX (\S+)/.exec(step?.detail ?? '')?.[1] ?? ''
    }
    const [row] = await reader.query<{ many: number }[]>(
      `SELECT MAX(cardinality) AS many FROM information_schema.statistics
       WHERE table_schema = DATABASE() AND index_name = 'outbox_message_wechat'`,
    )
    return Number(row?.many) > 1000 ? 'outbox_message_wechat' : `only ${row?.many} values`
  }

  test('after work that brings many rows; until then SQLite is misled by an index of more columns', async () => {
    await database.transaction((tx) => tx.query(manyPushes()))
    if (engineOfTests === 'sqlite') expect(await plan(database)).toBe('outbox_message_town')
    await database.transaction((tx) => Promise.resolve(wake(tx, 'manyRows')))
    expect(await plan(database)).toBe('outbox_message_wechat')
  })

  test('after a migration', async () => {
    await database.transaction((tx) => tx.query(manyPushes()))
    await database.source.undoLastMigration()
    const again = await connect(url)
    expect(await plan(again)).toBe('outbox_message_wechat')
    await again.close()
  })

  test('and once a table has grown tenfold', async () => {
    await database.transaction((tx) => tx.query(manyPushes()))
    await database.analyze('grown')
    // InnoDB sees to it by itself, when it has time.
    if (engineOfTests === 'mariadb') return
    expect(await plan(database)).toBe('outbox_message_wechat')
    // What is known already is not counted again.
    expect(await database.source.query('PRAGMA optimize(0x10003)')).toEqual([])
  })

  test('a column that no row has filled in is not taken for one by which the whole table is found', async () => {
    await database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO resident_opinion (id, town_id, resident_id, deputy_id, opinion_kind, created_at)
         SELECT CONCAT('v', seq), 'town', 'r', 'd', 'report', '2026-11-24 01:00:00.000' FROM ${threeThousand}`,
      )
      wake(tx, 'manyRows')
    })
    const read = `SELECT s.id, (SELECT SUM(CASE WHEN v.rating = 'notSatisfied' THEN -1 ELSE 1 END) FROM resident_opinion v
        WHERE v.earlier_suggestion_id = s.id AND v.rating IS NOT NULL) AS rated,
        (SELECT COUNT(o.suggestion_id) FROM resident_opinion o WHERE o.earlier_suggestion_id = s.id) AS raised
      FROM suggestion s WHERE s.id = 'x'`
    expect((await explained(database, read, []))?.scans ?? []).toEqual([])
  })
})
