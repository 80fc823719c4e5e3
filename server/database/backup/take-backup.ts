import fs from 'node:fs'
import path from 'node:path'
import { keyedDigestOf } from '../digest'
import { newId } from '../id'
import { migrations } from '../migrations'
import { privateFolder } from '../private-files'
import { sqlInstant } from '../sql'
import { BadArchive, type Counts, type Header, readArchive, writeArchive } from './archive'
import { openAsItIs, rawOf, type Rows, rowsOf } from './source-of-rows'

export const ending = '.backup'
const nameOf = (now: Date) => `deputies-home-${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z${ending}`
export const isBackupName = (name: string) => /^deputies-home-\d{8}T\d{6}Z\.backup$/.test(name)

export const engineOf = (url: string): Rows['engine'] =>
  url.startsWith('sqlite:') ? 'sqlite' : url.startsWith('mariadb:') ? 'mariadb' : 'mysql'

export const keyMarkOf = (secretKey: string) => keyedDigestOf(secretKey, 'backup').slice(0, 16)
export const ownMigrations = () => migrations.map((Migration) => new Migration().name)

/**
 * Writes one archive of the whole database, of one instant, while the server goes on: SQLite and MySQL both show a
 * reading transaction the state in which it began. Then reads it again and compares every table.
 * @throws BadArchive with a sentence where the database is broken or what was written is not what was read
 */
export async function takeBackup(
  { url, secretKey, folder }: { url: string; secretKey: string; folder: string },
  now: () => Date,
): Promise<{ file: string; counts: Counts; header: Header }> {
  privateFolder(folder)
  const file = path.join(folder, nameOf(now()))
  const unfinished = `${file}.${newId()}.unfinished`
  const takenAt = now().toISOString()
  const rows = await beginCopy(url)
  try {
    const done = await rows.migrations()
    const unknown = done.filter((name) => !ownMigrations().includes(name))
    if (done.length === 0) throw new BadArchive('数据库里还没有表，没有什么可以备份。请先启动一次服务器。')
    if (unknown.length > 0) throw new BadArchive('数据库比这个程序新，请用正在运行的那一版程序来备份。')
    const header: Header = {
      format: 1,
      product: 'deputies-home',
      engine: rows.engine,
      takenAt,
      migrations: done,
      keyMark: keyMarkOf(secretKey),
    }
    const tables = await rows.tables()
    const counts = await writeArchive(
      unfinished,
      header,
      tables.map((table) => ({ ...table, rows: rows.of(table) })),
    )
    await verifyArchive(unfinished)
    fs.renameSync(unfinished, file)
    syncFolder(folder)
    return { file, counts, header }
  } catch (error) {
    fs.rmSync(unfinished, { force: true })
    throw error
  } finally {
    await rows.close()
  }
}

async function beginCopy(url: string): Promise<Rows> {
  const engine = engineOf(url)
  if (engine === 'sqlite' && !fs.existsSync(url.slice('sqlite:'.length)))
    throw new BadArchive(`没有数据库文件 ${url.slice('sqlite:'.length)}，请核对 DATA_DIR 或 DATABASE_URL。`)
  const source = await openAsItIs(url, { readonly: true })
  const rows = rowsOf(source, engine)
  if (engine === 'sqlite') {
    rawOf(source).exec('BEGIN; SELECT 1 FROM sqlite_master')
    const said = rawOf(source).pragma('integrity_check', { simple: true })
    if (said !== 'ok') {
      await rows.close()
      throw new BadArchive('数据库文件坏了（integrity_check 不通过），没有备份。请不要删掉以前的备份。')
    }
    return rows
  }
  await rows.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
  await rows.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY')
  return rows
}

/** Reads all of it. @returns its header and how many rows each table has. @throws BadArchive */
export async function verifyArchive(file: string): Promise<{ header: Header; rows: Record<string, number> }> {
  let header: Header | undefined
  const rows: Record<string, number> = {}
  for await (const item of readArchive(file)) {
    if (!('kind' in item)) header = item
    else if (item.kind === 'table') rows[item.name] = 0
    else rows[item.table] = (rows[item.table] ?? 0) + 1
  }
  if (header === undefined) throw new BadArchive(`${file} 不是代表之家的备份。`)
  return { header, rows }
}

function syncFolder(folder: string) {
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } catch {
    // Some systems do not sync a folder; the file itself is on the disk.
  } finally {
    fs.closeSync(handle)
  }
}

/** So that health and doctor can say when the last one was made. */
export async function noteBackup(url: string, { began, ended }: { began: Date; ended: Date }) {
  const source = await openAsItIs(url)
  try {
    const times = [sqlInstant(began), sqlInstant(ended)]
    await source.query("DELETE FROM job_run WHERE name = 'backup'")
    await source.query("INSERT INTO job_run (name, started_at, ended_at) VALUES ('backup', ?, ?)", times)
  } finally {
    await source.destroy()
  }
}

/** Removes backups older than so many days; the youngest always stays. @returns how many went */
export function removeOld(folder: string, keepDays: number, now: Date): number {
  const names = fs.readdirSync(folder).filter(isBackupName).sort()
  const oldest = nameOf(new Date(now.getTime() - keepDays * 86_400_000))
  const old = names.slice(0, -1).filter((name) => name < oldest)
  for (const name of old) fs.rmSync(path.join(folder, name))
  return old.length
}
