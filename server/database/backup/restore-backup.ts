import type { DataSource } from 'typeorm'
import { analyze } from '../analyze'
import { migrated, shared } from '../migrated'
import { migrations } from '../migrations'
import { askedInTurn } from '../hosts'
import { mysqlOptions } from '../mysql'
import { BadArchive, type Header, readArchive, rowLine } from './archive'
import { createCount } from './count'
import { rawOf, rowsOf } from './source-of-rows'
import { engineOf, ownMigrations, verifyArchive } from './take-backup'

/** @throws BadArchive where it is broken, or from a newer program than this one */
export async function openBackup(file: string): Promise<Header> {
  const { header } = await verifyArchive(file)
  const unknown = header.migrations.filter((name) => !ownMigrations().includes(name))
  if (unknown.length > 0)
    throw new BadArchive(
      `这份备份是更新版本的程序做的（多了 ${unknown.length} 项表结构的改动）。请先把程序升级到那一版或更新，再恢复。什么也没有改动。`,
    )
  return header
}

/**
 * Makes the tables as they were when the backup was taken and fills them, all in one transaction; then reads every table
 * back and compares it with the archive. Either engine takes a backup of either: rows are written the same.
 * @param url an empty database
 * @throws BadArchive where a table is not what the archive says
 */
export async function fillFrom(file: string, header: Header, url: string): Promise<void> {
  const engine = engineOf(url)
  const source = await migratedAs(url, header.migrations)
  const rows = rowsOf(source, engine)
  try {
    const expected = await copyIn(file, engine, rows.query)
    for (const table of expected) {
      const count = createCount()
      for await (const row of rows.of(table)) count.add(rowLine(row))
      const found = count.end()
      if (found.rows !== table.count.rows || found.digest !== table.count.digest)
        throw new BadArchive(`恢复出来的 ${table.name} 和备份里的不一样，没有换上。请检查磁盘，再试一次。`)
    }
    if (engine === 'sqlite' && rawOf(source).pragma('integrity_check', { simple: true }) !== 'ok')
      throw new BadArchive('恢复出来的数据库文件没有通过检查，没有换上。请检查磁盘，再试一次。')
    await analyze(source, 'all')
  } finally {
    await rows.close()
  }
}

/** With the tables that the migrations of these names make, and no others. */
function migratedAs(url: string, names: readonly string[]): Promise<DataSource> {
  const then = migrations.filter((Migration) => names.includes(new Migration().name))
  if (url.startsWith('sqlite:'))
    return migrated({
      ...shared,
      type: 'better-sqlite3',
      database: url.slice('sqlite:'.length),
      enableWAL: true,
      migrations: then,
    })
  const options = { ...mysqlOptions(url), migrations: then }
  return askedInTurn(url, () => migrated(options))
}

const rowsAtOnce = 100
const bytesAtOnce = 2 * 1024 * 1024

async function copyIn(
  file: string,
  engine: ReturnType<typeof engineOf>,
  query: (sql: string, parameters?: unknown[]) => Promise<unknown>,
) {
  const tables: { name: string; columns: string[]; counting: ReturnType<typeof createCount> }[] = []
  let batch: unknown[][] = []
  let bytes = 0
  const insertOf = (rows: number) => {
    const { name, columns } = tables[tables.length - 1] ?? { name: '', columns: [] }
    const marks = `(${columns.map(() => '?').join(', ')})`
    return `INSERT INTO \`${name}\` (${columns.map((one) => `\`${one}\``).join(', ')}) VALUES ${Array(rows).fill(marks).join(', ')}`
  }
  const flush = async () => {
    if (batch.length > 0) await query(insertOf(batch.length), batch.flat())
    batch = []
    bytes = 0
  }
  const add = async (values: unknown[], line: string) => {
    batch.push(values)
    bytes += line.length
    // A statement of SQLite has a limit of its own for marks.
    const most = engine === 'sqlite' ? Math.max(1, Math.floor(900 / values.length)) : rowsAtOnce
    if (batch.length >= most || bytes > bytesAtOnce) await flush()
  }

  await query(engine === 'sqlite' ? 'BEGIN IMMEDIATE' : 'START TRANSACTION')
  for await (const item of readArchive(file)) {
    if (!('kind' in item)) continue
    if (item.kind === 'table') {
      await flush()
      tables.push({ name: item.name, columns: item.columns, counting: createCount() })
      // Some tables are made with a row in them.
      await query(`DELETE FROM \`${item.name}\``)
    } else {
      tables[tables.length - 1]?.counting.add(item.line)
      await add(item.values, item.line)
    }
  }
  await flush()
  await query('COMMIT')
  return tables.map(({ counting, ...table }) => ({ ...table, count: counting.end() }))
}
