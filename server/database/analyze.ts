import type { DataSource } from 'typeorm'

/**
 * So many rows of an index are looked at: whether ten or ten thousand rows answer to a value, not how many exactly. Without
 * an end SQLite would keep samples as well, and plan each statement anew for each value that it is asked with.
 */
export const mostLookedAt = 2000

/**
 * Has the engine count anew what the tables hold, by which it chooses an index. SQLite counts only when it is told to:
 * what it knows of a table that was small, or of an index before the new one, leads it through the whole of another.
 * InnoDB counts by itself, but later than the next question.
 * @param which all, as after bulk work; or what has grown tenfold since, which InnoDB sees to
 * @param giveWay asked before each table, so that nobody waits for all of them
 * @returns whether anything was counted
 */
export async function analyze(
  source: DataSource,
  which: 'all' | 'grown',
  giveWay = () => Promise.resolve(),
): Promise<boolean> {
  if (source.options.type !== 'better-sqlite3') {
    if (which === 'grown') return false
    const names = (await tablesThere(source)).map((name) => `\`${name}\``)
    if (names.length === 0) return false
    // Each node of a cluster counts for itself.
    await source.query(`ANALYZE NO_WRITE_TO_BINLOG TABLE ${names.join(', ')}`)
    return true
  }
  await source.query(`PRAGMA analysis_limit = ${mostLookedAt}`)
  if (which === 'all') {
    for (const name of await tablesThere(source)) {
      await giveWay()
      await source.query(`ANALYZE "${name}"`)
    }
    return true
  }
  // Of all tables, also those that this connection has not read; and it only says what it would do.
  const due = await source.query<Record<string, string>[]>('PRAGMA optimize(0x10003)')
  for (const row of due) await source.query(Object.values(row)[0] ?? '')
  return due.length > 0
}

/** What an earlier program wrote and a backup brought back has not all of the tables yet. */
async function tablesThere(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    source.options.type === 'better-sqlite3'
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  )
  const there = new Set(rows.map(({ name }) => name))
  return source.entityMetadatas.map(({ tableName }) => tableName).filter((name) => there.has(name))
}
