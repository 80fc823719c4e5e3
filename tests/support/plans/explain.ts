import type { Database } from '../../../server/database/source'

/** More rows than these are no page, no matter, no step and no batch of sends: they are a lane, a town or a table. */
export const many = 600

/** What an engine does for one statement. */
export interface Plan {
  /** Tables, or their other names, that are read from end to end. */
  scans: string[]
  /** About how many rows are read for the largest part of it that is sorted. */
  sorted: number
  /** About how many rows are read for the largest part of it. */
  read: number
}

/** @returns undefined where what is asked for is not there, so that the engine makes no plan */
export const explained = (
  database: Database,
  sql: string,
  parameters: unknown[],
): Promise<Plan | undefined> =>
  database.engine === 'sqlite' ? bySqlite(database, sql, parameters) : byMariadb(database, sql, parameters)

interface Node {
  table_name?: string
  access_type?: string
  rows?: number
  /** How many it really were, each time; nothing where it was never asked. */
  r_rows?: number | null
  [more: string]: unknown
}

async function byMariadb(
  { source }: Database,
  sql: string,
  parameters: unknown[],
): Promise<Plan | undefined> {
  const asked = async (how: string) => {
    const [row] = await source.query<Record<string, string>[]>(`${how} FORMAT=JSON ${sql}`, parameters)
    const text = Object.values(row ?? {})[0] ?? '{}'
    const plan: Plan = { scans: [], sorted: 0, read: 0 }
    walk(JSON.parse(text), plan)
    return text.includes('"table_name"') ? plan : undefined
  }
  const guessed = await asked('EXPLAIN')
  // It guesses from a sample, and without regard to a limit. What looks like much is counted.
  const isMuch = guessed !== undefined && Math.max(guessed.sorted, guessed.read) > many
  const counted = isMuch && /^\s*SELECT/i.test(sql) ? await asked('ANALYZE') : undefined
  return counted && guessed ? { ...counted, scans: guessed.scans } : guessed
}

/** @returns how many rows are read for this part */
function walk(node: unknown, plan: Plan): number {
  if (Array.isArray(node)) return node.reduce((rows: number, one) => rows * walk(one, plan), 1)
  if (typeof node !== 'object' || node === null) return 1
  const { table_name: table, access_type: access, rows = 1, r_rows: counted } = node as Node
  const isTable = table !== undefined && !table.startsWith('<')
  if (isTable && (access === 'ALL' || access === 'index')) plan.scans.push(table)
  let read = isTable ? (counted === undefined ? rows : (counted ?? 0)) : 1
  for (const [name, part] of Object.entries(node)) {
    const within = walk(part, plan)
    // What is asked anew for each row, and what stands beside, is a part of its own.
    if (name === 'subqueries' || name === 'query_specifications' || name === 'materialized') continue
    read *= within
    if (name === 'filesort' || name === 'window_functions_computation')
      plan.sorted = Math.max(plan.sorted, within)
  }
  plan.read = Math.max(plan.read, read)
  return read
}

interface Step {
  id: number
  parent: number
  detail: string
}

async function bySqlite(database: Database, sql: string, parameters: unknown[]): Promise<Plan> {
  const steps = await database.source.query<Step[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
  const isMade = (name: string, at: number) =>
    steps.some(
      ({ detail, parent }) => parent === at && /^(CO-ROUTINE|MATERIALIZE) (\w+)/.exec(detail)?.[2] === name,
    )
  const scans = steps.flatMap(({ detail, parent }) => {
    const [, name] = /^SCAN (\w+)/.exec(detail) ?? []
    return name === undefined || isMade(name, parent) ? [] : [name]
  })
  const plan: Plan = { scans, sorted: 0, read: 0 }
  for (const parent of new Set(steps.map((step) => step.parent))) {
    let read = 1
    for (const { detail } of steps.filter((step) => step.parent === parent)) {
      const [, index, columns] = /^SEARCH .*USING (?:COVERING )?INDEX (\S+) \((.*)\)/.exec(detail) ?? []
      if (index !== undefined) read *= await rowsOf(database, index, columns?.match(/=\?/g)?.length ?? 0)
      // Rows that come in order, but for those of one place, are sorted a place at a time.
      if (/USE TEMP B-TREE FOR (ORDER|GROUP|DISTINCT)/.test(detail)) plan.sorted = Math.max(plan.sorted, read)
    }
    plan.read = Math.max(plan.read, read)
  }
  return plan
}

const known = new Map<string, number>()
/**
 * How many rows answer to one value of each of the first columns of an index: to that of a row taken at random, so that
 * many kinds with a few rows each do not hide one that has many.
 */
async function rowsOf({ source }: Database, index: string, columns: number): Promise<number> {
  const key = `${index} ${columns}`
  const before = known.get(key)
  if (before !== undefined) return before
  const [of] = await source.query<{ table: string }[]>(
    "SELECT tbl_name AS 'table' FROM sqlite_schema WHERE type = 'index' AND name = ?",
    [index],
  )
  const names = await source.query<{ name: string }[]>('SELECT name FROM pragma_index_info(?)', [index])
  const asked = names.slice(0, columns).map(({ name }) => name)
  const isWhole = names.length === columns && index.startsWith('sqlite_autoindex')
  const rows = isWhole
    ? 1
    : await source
        .query<{ rows: number }[]>(
          `SELECT SUM(many * many) / SUM(many) AS 'rows' FROM (SELECT COUNT(*) AS many FROM ${of?.table ?? ''}
           ${asked.length === 0 ? '' : `WHERE ${asked.map((name) => `${name} IS NOT NULL`).join(' AND ')} GROUP BY ${asked.join(', ')}`})`,
        )
        .then(([found]) => found?.rows ?? 0)
  known.set(key, rows)
  return rows
}
