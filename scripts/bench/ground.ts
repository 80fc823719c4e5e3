import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import mysql from 'mysql2/promise'
import { marks } from '../../server/database/sql'
import { beijingDay } from '../../shared/rules/days'
import type { Aims } from './aims'
import { newId } from '../../server/database/id'
import { connect } from '../../server/database/connect'
import type { Database } from '../../server/database/source'
import { seedDemo } from '../demo/seed'
import { startSimulator } from '../wechat-simulator/simulator'
import type { Ground } from './measure'
import { startLoader, startServer } from './processes'
import { openRaw } from './raw'
import { settleExemplar, settleStandings } from './seed/exemplar'
import { grow } from './seed/grow'
import { signIn } from './seed/people'

export interface Place {
  engine: 'sqlite' | 'mariadb'
  /** A MariaDB of our own, for that engine. */
  mariadb?: string
  matters: number
  openShare: number
  /** A folder in which the file of SQLite and what may be asked in it stay for the next run; filled where it is empty. */
  keep?: string | undefined
  /** Where the profile of the product is left. */
  profileIn?: string | undefined
}

/** Beside the mix, so that a step of each server finds matters enough. */
const steppable = 240
const towns = 20

/** A database that has grown, and both servers on it. */
export async function openGround(
  place: Place,
  pace: Pick<Ground, 'rounds' | 'seconds' | 'connections'>,
  say: (line: string) => void,
): Promise<{ ground: Ground; close: () => Promise<void> }> {
  const folder = place.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-bench-'))
  fs.mkdirSync(folder, { recursive: true })
  const made: Made =
    place.engine === 'sqlite'
      ? { url: `sqlite:${path.join(folder, 'deputies-home.sqlite')}` }
      : await newDatabase(place.mariadb ?? '')
  const aimsFile = path.join(folder, 'aims.json')
  if (!fs.existsSync(aimsFile)) await fill(place, made.url, folder, aimsFile, say)
  else await lookAgain(made.url, aimsFile)
  const simulator = await startSimulator({ log: () => {}, sendTakesMs: 0 })
  const product = await startServer(
    'scripts/bench/serve-product.ts',
    environment(folder, made.url, simulator.url),
    place.profileIn,
  )
  const least = await startServer('scripts/bench/least/main.ts', { DATABASE_URL: made.url })
  const loader = await startLoader(aimsFile)
  return {
    ground: { product, least, loader, databasePid: await pidOf(made.pidFile), ...pace },
    async close() {
      await Promise.all([product, least, loader].map((process) => process.stop()))
      await simulator.close()
      await made.drop?.()
      if (place.keep === undefined) fs.rmSync(folder, { recursive: true })
    },
  }
}

/** Towns with so many matters, in which everybody who asks is signed in. */
export async function fill(
  { engine, matters, openShare }: Place,
  url: string,
  folder: string,
  aimsFile: string,
  say: (line: string) => void,
) {
  const now = new Date()
  const began = performance.now()
  await inDatabase(url, async (database) => {
    await seedDemo(database, folder, now, () => {})
    await settleExemplar(database, now)
  })
  await grow(url, { matters, openShare, towns }, steppable)
  await inDatabase(url, (database) => settleStandings(database, now))
  const raw = await openRaw(url)
  const [{ count } = { count: 0 }] = await raw.all<{ count: number }>('SELECT COUNT(*) AS count FROM matter')
  fs.writeFileSync(aimsFile, JSON.stringify(await signIn(raw, now)))
  await raw.close()
  say(`${engine}：${count} 件，准备用了 ${Math.round((performance.now() - began) / 1000)} 秒`)
}

/** What the last run left behind has moved on. */
async function lookAgain(url: string, aimsFile: string) {
  const aims = JSON.parse(fs.readFileSync(aimsFile, 'utf8')) as Aims
  const raw = await openRaw(url)
  const rows = await raw.all<{ id: string; version: number }>(
    `SELECT id, version FROM matter WHERE id IN (${marks(aims.steps)})`,
    aims.steps.map(({ id }) => id),
  )
  await raw.close()
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  for (const step of aims.steps) step.version = versions.get(step.id) ?? step.version
  fs.writeFileSync(aimsFile, JSON.stringify({ ...aims, today: beijingDay(new Date()) }))
}

async function inDatabase(url: string, work: (database: Database) => Promise<void>) {
  const database = await connect(url)
  try {
    await work(database)
  } finally {
    await database.close()
  }
}

interface Made {
  url: string
  pidFile?: string
  drop?: () => Promise<void>
}

const fields = { number: 'character_string1', phrase: 'thing2', time: 'time3' }

/** As it would be run, behind a proxy of ours; each request comes from another address. */
export const environment = (folder: string, databaseUrl: string, wechat: string) => ({
  NODE_ENV: 'test',
  PORT: '0',
  LOG_LEVEL: 'info',
  TRUST_PROXY: 'on',
  DATA_DIR: folder,
  DATABASE_URL: databaseUrl,
  WECHAT_API_BASE: wechat,
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_SECRET: 'development-only-secret',
  WECHAT_TEMPLATES: JSON.stringify({
    task: { id: 'sim-template-task', fields },
    progress: { id: 'sim-template-progress', fields },
  }),
})

/** With room for its pages in memory, and nothing acknowledged that a power cut would take. */
async function newDatabase(mariadb: string): Promise<Made> {
  const name = `bench_${newId()}`
  const admin = await mysql.createConnection(mariadb.replace(/^mariadb:/, 'mysql:'))
  await admin.query('SET GLOBAL innodb_buffer_pool_size = 1073741824')
  await admin.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1')
  await admin.query(`CREATE DATABASE ${name}`)
  const [rows] = await admin.query<mysql.RowDataPacket[]>('SELECT @@pid_file AS file, @@datadir AS folder')
  await admin.end()
  const { file, folder } = rows[0] as { file: string; folder: string }
  return {
    url: `${mariadb}/${name}`,
    pidFile: path.resolve(folder, file),
    drop: async () => {
      const last = await mysql.createConnection(mariadb.replace(/^mariadb:/, 'mysql:'))
      await last.query(`DROP DATABASE ${name}`)
      await last.end()
    },
  }
}

async function pidOf(file: string | undefined) {
  return file === undefined ? undefined : Number(await fs.promises.readFile(file, 'utf8'))
}
