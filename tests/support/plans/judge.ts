import type { Database } from '../../../server/database/source'
import { explained, many, type Plan } from './explain'
import { growing } from './fill'
import type { Heard } from './heard'

export type Fault = 'reads through' | 'sorts' | 'counts' | 'skips'

/** What is wrong with a statement, by table where one is read through. */
export interface Finding {
  fault: Fault
  /** The tables that are read through; empty for the others. */
  tables: string[]
  by: string[]
  sql: string
}

const namesIn = (sql: string) =>
  new Map(
    [
      ...sql.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO)\s+[`"]?(\w+)[`"]?(?:\s+(?:AS\s+)?[`"]?(\w+)[`"]?)?/gi),
    ].flatMap(([, table = '', alias = table]) => [[table, table] as const, [alias, table] as const]),
  )

/** Of the first of its samples for which the engine makes a plan. */
export async function planOf(database: Database, { sql, samples }: Heard): Promise<Plan | undefined> {
  for (const sample of samples) {
    const plan = await explained(database, sql, sample)
    if (plan !== undefined) return plan
  }
  return undefined
}

/** What an engine would do with it that must not be done while somebody waits. */
export async function faultsOf(database: Database, heard: Heard): Promise<Finding[]> {
  const plan = await planOf(database, heard)
  const big = new Set(growing(database).map(({ tableName }) => tableName))
  const { sql } = heard
  const names = namesIn(sql)
  const tables = [...new Set((plan?.scans ?? []).map((alias) => names.get(alias) ?? alias))].filter((name) =>
    big.has(name),
  )
  const isCounted = /\b(COUNT|SUM)\(/i.test(sql) && !/\bLIMIT\b/i.test(sql)
  // Rows that are read together come with what they are sorted by, and are sorted here.
  const sorted = Math.max(plan?.sorted ?? 0, / AS place, JSON_OBJECT\(/.test(sql) ? (plan?.read ?? 0) : 0)
  const found: [Fault, boolean][] = [
    ['reads through', tables.length > 0],
    ['sorts', sorted > many],
    ['counts', isCounted && (plan?.read ?? 0) > many],
    ['skips', /\bOFFSET\b/i.test(sql)],
  ]
  const by = [...heard.by].sort()
  return found.flatMap(([fault, is]) =>
    is ? [{ fault, tables: fault === 'reads through' ? tables : [], by, sql: sql.replace(/\s+/g, ' ') }] : [],
  )
}
