import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import mysql from 'mysql2/promise'
import { beijingDay } from '../../shared/rules/days'
import { newId } from '../../server/database/id'
import { connect } from '../../server/database/connect'
import { importRoster } from '../../server/features/roster/import-roster'
import { demoTown, makeDemoRoster } from '../demo/roster'
import { seedDemo } from '../demo/seed'
import { startSimulator } from '../wechat-simulator/simulator'
import { type Person, signInEveryone } from './people'
import type { Ground } from './scenario'
import { serve, type Served } from './serve'

/** A demo town with a WeChat of its own, whose server a scenario starts, hurts and starts again. */
export interface House {
  engine: Ground['engine']
  databaseUrl: string
  /** `DATA_DIR` of its server. */
  folder: string
  townId: string
  /** Everybody of the register, and a villager, each with a token of the mini-program. */
  people: Person[]
  /** Its WeChat, which tells at `/__sim/requests` what it was sent. */
  wechatUrl: string
  /** @param more variables besides, or instead of, those of a demo start */
  start: (more?: Record<string, string>) => Promise<Served>
  close: () => Promise<void>
}

export interface Wanted {
  /** Where its files lie; made when it is absent. */
  folder?: string
  /** The matters of the demo town as well as its register. */
  lived?: boolean
}

export async function openHouse(ground: Ground, { folder, lived = false }: Wanted = {}): Promise<House> {
  const own = folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-faults-'))
  const { url, drop } = ground.engine === 'mariadb' ? await newDatabase(ground) : fileIn(own)
  const now = new Date()
  const database = await connect(url)
  if (lived) await seedDemo(database, own, now, () => {})
  else await importRoster(database, await makeDemoRoster(beijingDay(now)), demoTown, { apply: true, now })
  const [town] = await database.reader.query<{ id: string }[]>('SELECT id FROM town')
  const townId = town?.id ?? ''
  const people = await signInEveryone(database, townId, now)
  await database.close()
  const simulator = await startSimulator({ log: () => {}, sendTakesMs: 0 })
  const servers: Served[] = []

  return {
    engine: ground.engine,
    databaseUrl: url,
    folder: own,
    townId,
    people,
    wechatUrl: simulator.url,
    async start(more = {}) {
      const server = await serve({ ...environment(own, url, simulator.url), ...more })
      servers.push(server)
      return server
    },
    async close() {
      await Promise.all(servers.map((server) => server.kill('SIGKILL')))
      await simulator.close()
      await drop()
      if (folder === undefined) fs.rmSync(own, { recursive: true, force: true })
    },
  }
}

const fields = { number: 'character_string1', phrase: 'thing2', time: 'time3' }
const environment = (folder: string, databaseUrl: string, wechat: string) => ({
  NODE_ENV: 'test',
  PORT: '0',
  LOG_LEVEL: 'error',
  DATA_DIR: folder,
  DATABASE_URL: databaseUrl,
  DEMO_PERSONAS: 'on',
  WECHAT_API_BASE: wechat,
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_SECRET: 'development-only-secret',
  WECHAT_TEMPLATES: JSON.stringify({
    task: { id: 'sim-template-task', fields },
    progress: { id: 'sim-template-progress', fields },
  }),
})

function fileIn(folder: string) {
  return { url: `sqlite:${path.join(folder, 'deputies-home.sqlite')}`, drop: () => Promise.resolve() }
}

async function newDatabase({ mariadb }: Ground) {
  if (!mariadb) throw new Error('no MariaDB was given')
  const name = `faults_${newId()}`
  const admin = await mysql.createConnection(mariadb.replace(/^mariadb:/, 'mysql:'))
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  return {
    url: `${mariadb}/${name}`,
    drop: async () => {
      const last = await mysql.createConnection(mariadb.replace(/^mariadb:/, 'mysql:'))
      await last.query(`DROP DATABASE ${name}`)
      await last.end()
    },
  }
}
