import fs from 'node:fs'
import path from 'node:path'
import { newId } from '../id'
import { privateDatabase, privateFolder } from '../private-files'
import { sqlInstant } from '../sql'
import { BadArchive } from './archive'
import { openAsItIs, rawOf, rowsOf } from './source-of-rows'
import { engineOf, takeBackup } from './take-backup'

/** Where a backup is brought back to. */
export interface Target {
  /** The database that is filled: on SQLite a file beside the real one, until everything is proven. */
  url: string
  /** Puts it in its place. @returns where what was there before has gone, if there was anything */
  finish(): string | undefined
  /** After something went wrong: what was there before is there still. */
  giveUp(): void
}

/**
 * @param replace whether something that is there may make room; it is kept under another name
 * @throws BadArchive with a sentence where a server runs on it, or where it is not empty
 */
export function prepareTarget(
  to: { url: string; secretKey: string; safetyFolder: string },
  replace: boolean,
  now: () => Date,
): Promise<Target> {
  return engineOf(to.url) === 'sqlite'
    ? prepareFile(to.url.slice('sqlite:'.length), replace, now())
    : prepareSchema(to, replace, now)
}

const running = '服务器还在这个数据库上运行。请先停下服务器（所有进程），再恢复。什么也没有改动。'
const notEmpty = (kept: string) =>
  `目标数据库里已经有内容，没有恢复。确实要换掉它，请加上 --replace（原来的会${kept}）。`

async function prepareFile(file: string, replace: boolean, now: Date): Promise<Target> {
  privateFolder(path.dirname(file))
  const isThere = fs.existsSync(file)
  if (isThere) {
    await refuseRunningFile(file)
    if (!replace && (await holdsSomething(`sqlite:${file}`))) throw new BadArchive(notEmpty('改名留在旁边'))
  }
  const beside = `${file}.${newId()}.restoring`
  privateDatabase(beside)
  const aside = `${file}.before-restore-${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  return {
    url: `sqlite:${beside}`,
    finish() {
      if (isThere) move(file, aside)
      move(beside, file)
      return isThere ? aside : undefined
    },
    giveUp() {
      for (const one of journals) fs.rmSync(beside + one, { force: true })
    },
  }
}

const journals = ['', '-wal', '-shm', '-journal']

/** With its journals, which belong to no other file. */
function move(from: string, to: string) {
  for (const one of journals) if (fs.existsSync(from + one)) fs.renameSync(from + one, to + one)
}

/** Whoever has the file open in WAL holds a lock on it, also while nothing happens; all of it at once is for one alone. */
async function refuseRunningFile(file: string) {
  const source = await openAsItIs(`sqlite:${file}`).catch(() => undefined)
  // What can not even be opened serves nobody.
  if (!source) return
  try {
    const raw = rawOf(source)
    raw.pragma('busy_timeout = 200')
    raw.pragma('locking_mode = EXCLUSIVE')
    raw.exec('BEGIN EXCLUSIVE; ROLLBACK')
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') throw new BadArchive(running)
  } finally {
    await source.destroy()
  }
}

async function holdsSomething(url: string): Promise<boolean> {
  const source = await openAsItIs(url).catch(() => undefined)
  if (!source) return true
  const rows = rowsOf(source, engineOf(url))
  try {
    const tables = (await rows.tables()).map(({ name }) => name)
    for (const name of ['county', 'town', 'account'].filter((one) => tables.includes(one))) {
      if ((await rows.query<unknown[]>(`SELECT id FROM ${name} LIMIT 1`)).length > 0) return true
    }
    return false
  } catch {
    return true
  } finally {
    await rows.close()
  }
}

async function prepareSchema(
  { url, secretKey, safetyFolder }: { url: string; secretKey: string; safetyFolder: string },
  replace: boolean,
  now: () => Date,
): Promise<Target> {
  await refuseRunningServer(url, now())
  let before: string | undefined
  if (await holdsSomething(url)) {
    if (!replace) throw new BadArchive(notEmpty('先备份一份'))
    before = (await takeBackup({ url, secretKey, folder: safetyFolder }, now)).file
  }
  await dropTables(url)
  return { url, finish: () => before, giveUp: () => undefined }
}

/** A server keeps its connections, and its jobs their leases, also while nobody asks for anything. */
async function refuseRunningServer(url: string, now: Date) {
  const source = await openAsItIs(url)
  const rows = rowsOf(source, engineOf(url))
  try {
    const others = await rows.query<unknown[]>(
      'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
    )
    const isThere = (await rows.tables()).some(({ name }) => name === 'job_run')
    const leases = isThere
      ? await rows.query<unknown[]>('SELECT name FROM job_run WHERE leased_until > ?', [sqlInstant(now)])
      : []
    if (others.length > 0 || leases.length > 0) throw new BadArchive(running)
  } finally {
    await rows.close()
  }
}

/** What every program makes anew, and no backup holds. */
const neverTaken = ['public_version', 'migrations']

async function dropTables(url: string) {
  const source = await openAsItIs(url)
  const rows = rowsOf(source, engineOf(url))
  try {
    const names = (await rows.tables()).map(({ name }) => name)
    for (const name of [...names, ...neverTaken]) await rows.query(`DROP TABLE IF EXISTS \`${name}\``)
  } finally {
    await rows.close()
  }
}
