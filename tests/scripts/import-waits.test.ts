import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { makeDemoRoster } from '../../scripts/demo/roster'
import { connect } from '../../server/database/connect'

/** `npm run import` on the file of a server that writes. */
const root = path.resolve(__dirname, '../..')

test('an import waits for the lock that somebody else holds, and then writes everything', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-import-'))
  const file = path.join(folder, 'deputies-home.sqlite')
  const roster = path.join(folder, '名册.xlsx')
  fs.writeFileSync(roster, await makeDemoRoster('2026-11-23'))
  await (await connect(`sqlite:${file}`)).close()
  const other = new Sqlite(file)
  other.exec('BEGIN IMMEDIATE')

  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'import', '--town', '某某镇', roster, '--apply'],
    { cwd: root, env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' } },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // Longer than it takes to get there, and than a request would wait.
  await new Promise((wake) => setTimeout(wake, 9000))
  expect(said).toBe('')
  other.exec('ROLLBACK')
  expect([await ended, said]).toEqual([0, expect.stringContaining('全部写入了')])
  other.close()
  fs.rmSync(folder, { recursive: true })
})

test('where the lock is never given back, it ends with a sentence', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-import-'))
  const file = path.join(folder, 'deputies-home.sqlite')
  const database = await connect(`sqlite:${file}`, undefined, 300)
  const other = new Sqlite(file)
  other.exec('BEGIN IMMEDIATE')
  const write = database.transaction((tx) => tx.query('UPDATE town SET name = name'))
  await expect(write).rejects.toThrow('同一时间写的人多，没有存上。')
  other.close()
  await database.close()
  fs.rmSync(folder, { recursive: true })
})
