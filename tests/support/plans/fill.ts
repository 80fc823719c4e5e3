import type { EntityMetadata } from 'typeorm'
import type { Database } from '../../../server/database/source'
import { ofTheRegister, small } from './growing'

export const many = 60_000
/** About how many rows stand as models, so that what is asked for is there in every shape. */
const models = 20
const towns = 20

/** Of whom and of where a row is: a town's own rows keep it, those of other towns have others. */
const ofWhomOrWhere =
  /^(account|person|recipient|deputy|lead_deputy|resident|village|county|congress_session|liaison_station|electoral_district|deputy_group|rule_set|template|words_by|told_by|created_by|revoked_by)_id$|unit_id$|^(holder|by_word_of|answered_by)$/
/** What is forgotten once its time is over, every few minutes. */
const forgotten = new Set('idempotency_key use_count desk_request sign_in_failure sign_in photo'.split(' '))
/** What somebody has a few of, and not a share of all. */
const ofEach: Readonly<Record<string, string>> = {
  sign_in: 'account_id',
  subscription_entry: 'account_id',
  recovery_code: 'account_id',
  mandate: 'person_id',
  elected_deputy: 'person_id',
  post: 'person_id',
  invite: 'person_id',
  station_deputy: 'person_id',
  resident: 'account_id',
  person: 'account_id',
  resident_opinion: 'resident_id',
  visit: 'deputy_id',
  contact_voter: 'deputy_id',
  good_deed: 'deputy_id',
  absence: 'person_id',
}

export const growing = ({ source }: Database) =>
  source.entityMetadatas.filter(({ tableName }) => !(tableName in small))

/** Sixty thousand rows in every table that grows: each like one that is there, a twentieth of them of this town. */
export async function fill(database: Database, townId: string) {
  for (const metadata of growing(database)) {
    await withoutIndices(database, metadata, () => fillTable(database, metadata, townId))
  }
  await database.analyze('all')
}

/** A whole table is put in order in a third of the time in which the place of each row is found. */
async function withoutIndices(database: Database, { tableName }: EntityMetadata, work: () => Promise<void>) {
  const { drop, add } = await indicesOf(database, tableName)
  for (const sql of drop) await database.source.query(sql)
  await work()
  for (const sql of add) await database.source.query(sql)
}

/** Those that keep no two rows apart, as statements. */
async function indicesOf({ engine, source }: Database, table: string) {
  if (engine === 'sqlite') {
    const indices = await source.query<{ name: string; sql: string }[]>(
      `SELECT name, sql FROM sqlite_master
       WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%'`,
      [table],
    )
    return { drop: indices.map(({ name }) => `DROP INDEX "${name}"`), add: indices.map(({ sql }) => sql) }
  }
  const indices = await source.query<{ name: string; columns: string }[]>(
    `SELECT index_name AS name, GROUP_CONCAT(CONCAT('\`', column_name, '\`', IF(sub_part IS NULL, '', CONCAT('(', sub_part, ')')))
       ORDER BY seq_in_index) AS columns
     FROM information_schema.statistics
     WHERE table_schema = DATABASE() AND table_name = ? AND non_unique = 1 GROUP BY index_name`,
    [table],
  )
  if (indices.length === 0) return { drop: [], add: [] }
  const alter = (parts: readonly string[]) => [`ALTER TABLE \`${table}\` ${parts.join(', ')}`]
  return {
    drop: alter(indices.map(({ name }) => `DROP INDEX \`${name}\``)),
    add: alter(indices.map(({ name, columns }) => `ADD INDEX \`${name}\` (${columns})`)),
  }
}

/** What tells the rows of a table apart in kind. */
const shapeOf = ({ columns }: EntityMetadata) =>
  columns
    .filter(({ type, length }) => /char/.test(String(type)) && Number(length) > 0 && Number(length) <= 40)
    .map(({ databaseName }) => databaseName)
    .filter((name) => !/id$|^holder$|_no$|digest|key|phone/.test(name))
    .join(', ') || '1'

type Value = string | number | bigint | boolean | Buffer | null
type Row = Readonly<Record<string, Value>>

const quoted = (value: Value | undefined): string => {
  if (value === null || value === undefined) return 'NULL'
  if (Buffer.isBuffer(value)) return "'x'"
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value !== 'string') return String(value)
  return `'${value.slice(0, 40).replace(/['\\]/g, '')}'`
}

async function fillTable(database: Database, metadata: EntityMetadata, townId: string) {
  const { source } = database
  const { tableName, columns } = metadata
  const names = columns.map(({ databaseName }) => databaseName)
  const ofTown = names.includes('town_id') ? `WHERE town_id = '${townId}'` : ''
  const [count] = await source.query<{ rows: number }[]>(
    `SELECT COUNT(*) AS 'rows' FROM ${tableName} ${ofTown}`,
  )
  const step = Math.max(1, Math.floor(Number(count?.rows) / models))
  // By kind and state, and not by ids that chance has made: each has the same share in every run.
  const chosen = await source.query<Row[]>(
    `SELECT * FROM (SELECT t.*, ROW_NUMBER() OVER (ORDER BY ${shapeOf(metadata)}) AS row_place FROM ${tableName} t ${ofTown}) o
     WHERE o.row_place % ${step} = 0 ORDER BY o.row_place LIMIT ${models}`,
  )
  if (chosen.length === 0)
    chosen.push(Object.fromEntries(columns.map((one) => [one.databaseName, made(one)])))
  const distinct = keysOf(metadata)
  const each = Math.ceil(many / chosen.length)
  const share = ofTheRegister.has(tableName) ? 1000 : towns
  for (const [at, model] of chosen.entries()) {
    const n = `(i * ${chosen.length} + ${at})`
    const isOwn = `i % ${share} = 0`
    const id = `CONCAT('zz', SUBSTR('000000000000000000000000', 1, 24 - LENGTH(${n})), ${n})`
    const other = (from: number) =>
      `CONCAT('zz', SUBSTR('000000000000000000000000', 1, 20), 1000 + i % ${from})`
    const values = columns.map((column) => {
      const { databaseName: name } = column
      const kept = quoted(model[name])
      const isText = /char|text/.test(String(column.type))
      if (distinct.has(name)) {
        if (isText) return Number(column.length || 26) >= 26 ? id : `CONCAT('z', ${n})`
        if (!/date/.test(String(column.type))) return n
        return database.engine === 'sqlite'
          ? `date('2000-01-01', '+' || (${n} % 900000) || ' day')`
          : `DATE_ADD('2000-01-01', INTERVAL ${n} DAY)`
      }
      // Little has ended since it was last looked for.
      if (forgotten.has(tableName) && kept !== 'NULL' && /datetime/.test(String(column.type)))
        return "'2027-01-01 00:00:00.000'"
      // Of what a town picks or decides in a year there is little.
      if (name === 'year') return `CASE WHEN i % 500 = 0 THEN ${kept} ELSE 1000 + i % 900 END`
      if (name === 'town_id')
        return `CASE WHEN ${isOwn} THEN '${townId}' ELSE ${other(share === towns ? towns - 1 : 999)} END`
      if (kept === 'NULL' || !isText) return kept
      if (name === ofEach[tableName]) return id
      if (name === 'holder') return `CASE WHEN ${isOwn} THEN ${kept} ELSE CONCAT('person:zz', i % 500) END`
      if (ofWhomOrWhere.test(name)) return `CASE WHEN ${isOwn} THEN ${kept} ELSE ${other(500)} END`
      if (name.endsWith('_id')) return id
      return kept
    })
    const numbers =
      database.engine === 'sqlite'
        ? `(WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < ${each - 1}) SELECT i FROM c) n`
        : `(SELECT seq AS i FROM seq_0_to_${each - 1}) n`
    await source.query(
      `INSERT INTO ${tableName} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${numbers}`,
    )
  }
}

const made = ({ type, isNullable, databaseName }: EntityMetadata['columns'][number]): Value => {
  if (isNullable && !/_id$/.test(databaseName)) return null
  if (/datetime/.test(String(type))) return '2026-11-24 01:00:00.000'
  if (/date/.test(String(type))) return '2026-11-24'
  if (/blob/.test(String(type))) return Buffer.from('x')
  if (/char|text/.test(String(type))) return 'x'
  return 1
}

/** In each unique key the column that tells one row of ours from another. */
function keysOf({ tableName, primaryColumns, indices, columns }: EntityMetadata): Set<string> {
  const all = [
    primaryColumns.map(({ databaseName }) => databaseName),
    ...indices
      .filter(({ isUnique }) => isUnique)
      .map((one) => one.columns.map(({ databaseName }) => databaseName)),
  ]
  const typeOf = new Map(columns.map((one) => [one.databaseName, String(one.type)]))
  const chosen = new Set<string>()
  const order = (name: string) => {
    if (name === ofEach[tableName]) return 0
    if (name === 'id') return 1
    if (name.endsWith('_id') && name !== 'town_id' && !ofWhomOrWhere.test(name)) return 2
    if (/digest|key|scene|_no$|^live_for/.test(name)) return 3
    if (name === 'town_id' || name === 'holder') return 9
    return /char|text/.test(typeOf.get(name) ?? '') ? 4 : /date/.test(typeOf.get(name) ?? '') ? 8 : 5
  }
  for (const key of all) {
    if (key.some((name) => chosen.has(name))) continue
    const [best] = [...key].sort((a, b) => order(a) - order(b))
    if (best) chosen.add(best)
  }
  return chosen
}

/** What was filled goes at once, and not row by row. */
export async function empty(database: Database) {
  if (database.engine === 'sqlite') return
  for (const { tableName } of growing(database)) await database.source.query(`TRUNCATE TABLE ${tableName}`)
}
