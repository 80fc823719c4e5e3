import { AbstractLogger } from 'typeorm'
import { showBoard, showBoardItem } from '../../../shared/api/board'
import { showInbox } from '../../../shared/api/inbox'
import { countWork, listWork, searchWork, showMatter } from '../../../shared/api/work'
import { bring } from '../../support/bring'
import { engineOfTests } from '../../support/database'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

/** What is asked with every tap and every minute goes by an index, however much there is. */
let server: TestServer
let town: TestTown
let id: string

const many = 100_000
const towns = 20
/** The tables that grow without end, with what tells one row of theirs from another. */
const big: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  matter: { id: 'key', town_id: 'town' },
  suggestion: { id: 'key', town_id: 'town', suggestion_no: 'null' },
  matter_holder: { matter_id: 'key', town_id: 'town', holder: 'some' },
  matter_event: { id: 'key', matter_id: 'key', town_id: 'town' },
  matter_told: { matter_id: 'key' },
  search_token: { matter_id: 'key', town_id: 'town', token: 'piece' },
  inbox_message: { id: 'key', town_id: 'town', recipient_id: 'some' },
  outbox_message: {
    id: 'key',
    town_id: 'town',
    inbox_message_id: 'key',
    state: 'sent',
    recipient_id: 'some',
  },
}

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  id = await bring(server, town, 'accepted')
  server.clock.set('2026-12-10T01:00:00.000Z')
  await server.run('clock')
  for (const [table, told] of Object.entries(big)) await fill(table, told)
  server.clock.set('2026-11-24T01:00:00.000Z')
  if (engineOfTests === 'mariadb')
    await server.database.source.query(`ANALYZE TABLE ${Object.keys(big).join(', ')}`)
  // Meanwhile the connections of before have ended.
  await town.office.client.call(countWork, { params: at() }).catch(() => {})
}, 300_000)
afterAll(() => server.stop())

/** One row of what there is, as often as it takes. */
async function fill(table: string, told: Readonly<Record<string, string>>) {
  const { source } = server.database
  const ofIt = told.matter_id ? `matter_id = '${id}'` : table.endsWith('message') ? '1 = 1' : `id = '${id}'`
  const first = `SELECT * FROM ${table} WHERE ${ofIt} LIMIT 1`
  const [row] = await source.query<Record<string, unknown>[]>(first)
  if (row === undefined) throw new Error(`there is nothing in ${table} yet`)
  const number = `CASE WHEN n.i % ${towns} = 0 THEN '${town.id}' ELSE CONCAT('zztown', n.i % ${towns}) END`
  const varied: Readonly<Record<string, string>> = {
    key: "CONCAT('zz', SUBSTR('000000000000000000000000', 1, 24 - LENGTH(n.i)), n.i)",
    town: number,
    some: "CONCAT('zz', n.i % 500)",
    piece: "CONCAT('z', n.i % 300)",
    null: 'NULL',
    sent: "'sent'",
  }
  const columns = Object.keys(row)
  const values = columns.map((name) => varied[told[name] ?? ''] ?? `r.${name}`)
  const numbers =
    engineOfTests === 'mariadb'
      ? `(SELECT seq AS i FROM seq_1_to_${many}) n`
      : `(WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${many}) SELECT i FROM c) n`
  await source.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${values.join(', ')} FROM (${first}) r CROSS JOIN ${numbers}`,
  )
}

interface Asked {
  sql: string
  parameters: unknown[]
}

async function askedBy(work: () => Promise<unknown>): Promise<Asked[]> {
  const heard: Asked[] = []
  const before = Object.getOwnPropertyDescriptor(AbstractLogger.prototype, 'logQuery')
  Object.assign(AbstractLogger.prototype, {
    logQuery(sql: string, parameters: unknown[] = []) {
      if (/^\s*(SELECT|WITH)/i.test(sql)) heard.push({ sql, parameters })
    },
  })
  try {
    await work()
  } finally {
    if (before) Object.defineProperty(AbstractLogger.prototype, 'logQuery', before)
  }
  return heard
}

/** Which of the big tables are read through from end to end. */
async function readThrough({ sql, parameters }: Asked): Promise<string[]> {
  const names = new Map(
    [...sql.matchAll(/\b(?:FROM|JOIN)\s+[`"]?(\w+)[`"]?(?:\s+(?:AS\s+)?[`"]?(\w+)[`"]?)?/gi)].flatMap(
      ([, table = '', alias = table]) => [[table, table] as const, [alias, table] as const],
    ),
  )
  const isBig = (alias: string) => big[names.get(alias) ?? alias] !== undefined
  const { reader } = server.database
  if (engineOfTests === 'mariadb') {
    const rows = await reader.query<{ table: string | null; type: string | null; key: string | null }[]>(
      `EXPLAIN ${sql}`,
      parameters,
    )
    return rows
      .filter(({ table, type }) => type === 'ALL' && isBig(table ?? ''))
      .map(({ table }) => table ?? '')
  }
  const rows = await reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
  return rows
    .map(({ detail }) => detail)
    .filter((detail) => {
      const [, alias = ''] = /^SCAN (\w+)/.exec(detail) ?? []
      return alias !== '' && isBig(alias)
    })
}

const at = () => ({ town: town.id })
const looks: Readonly<Record<string, () => Promise<unknown>>> = {
  'a page of what waits for me': () =>
    town.office.client.call(listWork, { params: at(), query: { lane: 'mine' } }),
  'a page of what waits for others': () =>
    town.office.client.call(listWork, { params: at(), query: { lane: 'others' } }),
  'a page of what has ended': () =>
    town.office.client.call(listWork, { params: at(), query: { lane: 'ended' } }),
  'a page of one kind and one village': () =>
    town.office.client.call(listWork, {
      params: at(),
      query: { lane: 'mine', kind: 'suggestion', village: town.village },
    }),
  'what waits, counted': () => town.office.client.call(countWork, { params: at() }),
  'what is looked for': () =>
    town.office.client.call(searchWork, { params: at(), input: { words: '河堤 修复' } }),
  'one matter, its parties and its history': () =>
    town.office.client.call(showMatter, { params: { ...at(), kind: 'suggestion', id } }),
  'the inbox': () => town.office.client.call(showInbox, { params: at(), query: {} }),
  'the board': () => town.villager.client.call(showBoard, { params: at(), query: {} }),
  'the board by state': () =>
    town.villager.client.call(showBoard, { params: at(), query: { state: 'accepted' } }),
  'one item of the board': () => town.villager.client.call(showBoardItem, { params: { ...at(), id } }),
  'what the clock has to say': () => server.run('clock'),
  'what is still to be sent': () => server.run('deliver'),
}

test.each(Object.keys(looks))('%s goes by an index', async (name) => {
  const asked = await askedBy(looks[name] as () => Promise<unknown>)
  expect(asked.length).toBeGreaterThan(0)
  const found: string[] = []
  for (const one of asked)
    for (const table of await readThrough(one))
      found.push(`${table}: ${one.sql.replace(/\s+/g, ' ').slice(0, 400)}`)
  expect(found).toEqual([])
})

test('a statement that goes by none is found', async () => {
  const sql = "SELECT m.id FROM matter m WHERE m.title = 'x'"
  expect(await readThrough({ sql, parameters: [] })).toHaveLength(1)
})
