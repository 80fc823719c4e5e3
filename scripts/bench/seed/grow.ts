import { mostLookedAt } from '../../../server/database/analyze'
import { digestOf } from '../../../server/database/digest'
import { piecesOf } from '../../../server/engine/words-found'
import { insertRows, named, openRaw, type Raw } from '../raw'
import { type Cluster, copiesOf, type Wanted } from './copies'
import { clustersOf, idsIn, type Layer, layerOf, layersOf, marked, marks, type Tables } from './layers'
import { codeOf, type Row } from './rows'

/** Not of the town but of the house that runs: nobody misses them in a copy. */
const leftOut = new Set(
  'migrations sqlite_sequence sqlite_stat1 outbox_message job_run sign_in idempotency_key use_count'.split(
    ' ',
  ),
)

/**
 * Grows the one town of a database to many, by copying it: each town anew with all that stands in it, and its matters,
 * with everything that names them, as often as it takes. Ids differ at their ends only, so that what follows from a matter
 * follows from its copy in the same way; suggestions are numbered anew, and found by that number.
 * @param more copies of the matters that a step can be taken of, beside the mix
 */
export async function grow(url: string, wanted: Wanted, more = 0): Promise<void> {
  const raw = await openRaw(url)
  try {
    await hasten(raw)
    const tables = await readTables(raw)
    const layers = layersOf(tables)
    const all = Object.entries(tables).flatMap(([table, rows]) => rows.map((row) => ({ table, row })))
    const of = (layer: Layer) => all.filter(({ row }) => layerOf(row, layers) === layer)
    await copyTowns(raw, of('town'), layers, wanted.towns)
    await copyMatters(raw, of('matter'), layers, tables, wanted, more)
    await settle(raw)
  } finally {
    await raw.close()
  }
}

/** A database that is made for a measurement may be lost while it is made. */
async function hasten(raw: Raw) {
  const words =
    raw.engine === 'sqlite'
      ? ['PRAGMA synchronous = OFF', 'PRAGMA cache_size = -524288', 'PRAGMA foreign_keys = OFF']
      : ['SET unique_checks = 0', 'SET foreign_key_checks = 0']
  for (const word of words) await raw.run(word)
  // Where nobody else has the file open, nothing need be written twice.
  if (raw.engine === 'sqlite') await raw.run('PRAGMA journal_mode = OFF').catch(() => {})
}

async function settle(raw: Raw) {
  if (raw.engine === 'mariadb')
    return raw.run(`ANALYZE TABLE ${(await tableNames(raw)).map(named).join(', ')}`)
  await raw.run(`PRAGMA analysis_limit = ${mostLookedAt}`)
  await raw.run('ANALYZE')
  await raw.run('PRAGMA journal_mode = WAL')
}

async function tableNames(raw: Raw) {
  const rows = await raw.all<{ name: string }>(
    raw.engine === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1',
  )
  return rows.map(({ name }) => name)
}

async function readTables(raw: Raw): Promise<Tables> {
  const tables: Record<string, Row[]> = {}
  for (const table of await tableNames(raw))
    if (!leftOut.has(table)) tables[table] = await raw.all(`SELECT * FROM ${named(table)}`)
  return tables
}

interface Placed {
  table: string
  row: Row
}

/** Whatever stands in a town, once for each new town. */
async function copyTowns(
  raw: Raw,
  rows: readonly Placed[],
  layers: ReadonlyMap<string, Layer>,
  towns: number,
) {
  const ofTables = new Map<string, Row[]>()
  for (const { table, row } of rows)
    ofTables.set(table, [...(ofTables.get(table) ?? []), marked(row, layers)])
  for (const [table, templates] of ofTables) {
    const copies = Array.from({ length: towns }, (_, place) =>
      templates.map((row) => inTown(table, row, place)),
    )
    await insertRows(raw, table, copies.flat())
  }
}

function inTown(table: string, template: Row, place: number): Row {
  const row: Row = Object.fromEntries(
    Object.entries(template).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(marks.town, codeOf(place)) : value,
    ]),
  )
  if (table === 'town') return { ...row, name: `${String(row.name).replace(/镇$/, '')}${place + 1}镇` }
  if (table !== 'account') return row
  const openid = `o${String(row.id)}0`
  return { ...row, openid, openid_digest: digestOf(openid) }
}

/** All matters of the exemplar, by one statement for each table. */
async function copyMatters(
  raw: Raw,
  placed: readonly Placed[],
  layers: ReadonlyMap<string, Layer>,
  tables: Tables,
  wanted: Wanted,
  more: number,
) {
  const clusterOf = clustersOf(
    placed.map(({ row }) => row),
    layers,
  )
  const numberOf = (row: Row) => clusterOf.get(idsIn(row).find((id) => clusterOf.has(id)) ?? '') ?? -1
  const rows = placed.map((one) => ({ ...one, cluster: numberOf(one.row) }))
  // Pictures are large, and nothing that is measured opens one.
  const withPictures = new Set(rows.filter(({ table }) => table === 'photo').map(({ cluster }) => cluster))
  const copied = rows.filter(({ cluster }) => !withPictures.has(cluster))
  await makeCopies(raw, copied, tables, wanted, more)
  for (const table of new Set(copied.map(({ table }) => table)))
    await copyTable(
      raw,
      table,
      copied.filter((one) => one.table === table),
      layers,
    )
  await numberAnew(raw)
  await raw.run('DROP TABLE bench_copy')
}

type Clustered = Placed & { cluster: number }

/** Of a unit in a year, of a station, and of a district in a year there is one. */
const onceInATown = ['awardStanding', 'letterBox', 'poster', 'activityPlan', 'dutyReportMeeting']

/** Which cluster is copied into which town. */
async function makeCopies(
  raw: Raw,
  rows: readonly Clustered[],
  tables: Tables,
  wanted: Wanted,
  more: number,
) {
  const isOpen = new Set(
    (tables.matter_holder ?? []).filter(({ lane }) => lane === 'mine').map(({ matter_id: id }) => id),
  )
  const numbers = [...new Set(rows.map(({ cluster }) => cluster))].sort((a, b) => a - b)
  const mattersOf = (number: number) =>
    rows.filter(({ table, cluster }) => table === 'matter' && cluster === number).map(({ row }) => row)
  const clusters = numbers.map((number): Cluster => {
    const matters = mattersOf(number)
    const ofPeople = matters.filter(({ kind }) => kind !== 'contentCheck')
    return {
      matters: matters.length,
      ofPeople: ofPeople.length,
      open: ofPeople.filter(({ id }) => isOpen.has(id)).length,
      once: matters.some(({ kind }) => onceInATown.includes(String(kind))),
    }
  })
  const steppable = numbers.map(
    (number, place) => !clusters[place]?.once && mattersOf(number).some(({ state }) => state === 'handling'),
  )
  const each = Math.ceil(more / Math.max(1, steppable.filter(Boolean).length))
  const copies = copiesOf(clusters, wanted).map((count, place) => count + (steppable[place] ? each : 0))
  await raw.run(
    'CREATE TABLE bench_copy (cluster INTEGER NOT NULL, code VARCHAR(6) NOT NULL, town VARCHAR(6) NOT NULL, PRIMARY KEY (cluster, code))',
  )
  for (const [place, count] of copies.entries())
    await insertRows(
      raw,
      'bench_copy',
      Array.from({ length: count }, (_, copy) => ({
        cluster: numbers[place],
        code: codeOf(copy),
        town: codeOf(copy % wanted.towns),
      })),
    )
}

async function copyTable(
  raw: Raw,
  table: string,
  rows: readonly Clustered[],
  layers: ReadonlyMap<string, Layer>,
) {
  const templates = rows
    .map(({ row, cluster }) => ({ ...marked(row, layers), cluster }))
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  const columns = Object.keys(rows[0]?.row ?? {})
  await raw.run(`CREATE TABLE bench_row AS SELECT *, 0 AS cluster FROM ${named(table)} WHERE 1 = 0`)
  await insertRows(raw, 'bench_row', templates)
  const values = columns.map((column) => {
    const has = (mark: string) => templates.some((row) => String((row as Row)[column]).includes(mark))
    const inTown = has(marks.town)
      ? `REPLACE(b.${named(column)}, '${marks.town}', c.town)`
      : `b.${named(column)}`
    return has(marks.matter) ? `REPLACE(${inTown}, '${marks.matter}', c.code)` : inTown
  })
  await raw.run(
    `INSERT INTO ${named(table)} (${columns.map(named).join(', ')}) SELECT ${values.join(', ')}
     FROM bench_row b ${raw.engine === 'sqlite' ? 'CROSS JOIN' : 'STRAIGHT_JOIN'} bench_copy c ON c.cluster = b.cluster`,
  )
  await raw.run('DROP TABLE bench_row')
}

/** In the order of the primary key, so that copies stand beside each other. */
const orderOf = (row: Row) => [row.token, row.id, row.matter_id, row.suggestion_id].join(' ')

/** The pieces of the numbers that the copies have: those of their ends stand in no copied row. */
async function numberAnew(raw: Raw) {
  const codes = await raw.all<{ code: string }>('SELECT DISTINCT code FROM bench_copy')
  await raw.run(
    'CREATE TABLE bench_piece (code VARCHAR(6) NOT NULL, token VARCHAR(12) NOT NULL, PRIMARY KEY (code, token))',
  )
  await insertRows(
    raw,
    'bench_piece',
    codes.flatMap(({ code }) => [...piecesOf(code)].map((token) => ({ code, token }))),
  )
  await raw.run(
    `INSERT ${raw.engine === 'sqlite' ? 'OR IGNORE' : 'IGNORE'} INTO search_token (town_id, token, kind, matter_id)
     SELECT m.town_id, p.token, m.kind, m.id FROM bench_piece p JOIN matter m ON SUBSTR(m.number, -6) = p.code
     WHERE m.found_by <> '' AND m.number LIKE '%-______'`,
  )
  await raw.run('DROP TABLE bench_piece')
}
