import type { RosterReport } from '../../../shared/api/roster'
import { callerOf, type Cells, rosterTables, type Standing, type TableName, tableNames } from './standing'

/** What became of one row: of a changed one only the columns that differ. */
export interface Change {
  table: TableName
  key: string
  /** Null where there was none. */
  was: Cells | null
  is: Cells | null
}

/** The place in a list, and how often somebody wrote: nobody means them by a change. */
const quiet: ReadonlySet<string> = new Set(['position', 'version'])
export const isQuiet = (column: string) => quiet.has(column)

/** Everything that a roster did, table by table. */
export function changesBetween(before: Standing, after: Standing): Change[] {
  return tableNames.flatMap((table) => {
    const [old, now] = [
      before.get(table) ?? new Map<string, Cells>(),
      after.get(table) ?? new Map<string, Cells>(),
    ]
    const changed = [...now].flatMap(([key, is]): Change[] => {
      const was = old.get(key)
      if (was === undefined) return [{ table, key, was: null, is }]
      const columns = Object.keys(is).filter((column) => was[column] !== is[column])
      const only = (row: Cells) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
      return columns.length === 0 ? [] : [{ table, key, was: only(was), is: only(is) }]
    })
    const gone = [...old].flatMap(([key, was]): Change[] =>
      now.has(key) ? [] : [{ table, key, was, is: null }],
    )
    return [...changed, ...gone]
  })
}

type Lines = RosterReport['lines']
const mostLines = 300

/** The same for people: what is added and changed, and how much of it. */
export function linesOf(before: Standing, after: Standing, changes: readonly Change[]) {
  const { wordOf, titleOf } = callerOf(before, after)
  const lines = changes.flatMap(({ table, key, was, is }): Lines => {
    const row = after.get(table)?.get(key)
    if (is === null || row === undefined || table === 'station_deputy') return []
    const { word, labels } = rosterTables[table]
    const told = Object.entries(labels).flatMap(([column, label]) => {
      if (!(column in is)) return []
      const [from, to] = [was === null ? null : wordOf(column, was[column]), wordOf(column, is[column])]
      return from === to ? [] : [{ label, from, to }]
    })
    if (was === null) return [{ fate: 'added', word, title: titleOf(table, row), changes: [] }]
    return told.length === 0 ? [] : [{ fate: 'changed', word, title: titleOf(table, row), changes: told }]
  })
  const countOf = (fate: 'added' | 'changed') => lines.filter((line) => line.fate === fate).length
  return { lines: lines.slice(0, mostLines), added: countOf('added'), changed: countOf('changed') }
}
