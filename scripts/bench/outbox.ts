// `npm run bench:outbox [number] [rounds]`: how many pushes a second leave for a WeChat that takes 0 and 20 ms, on both engines.
import { fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import mysql from 'mysql2/promise'
import { connect } from '../../server/database/connect'
import { newId } from '../../server/database/id'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { readEnv } from '../../server/env'
import { createLog } from '../../server/http/log'
import { deliver } from '../../server/jobs/deliver'
import { findMariadb, startMariadb } from '../mariadb.mjs'
import { broadcastOpenids, oweBroadcast } from './owe-broadcast'

const fields = { number: 'character_string1', phrase: 'thing2', time: 'time3' }

interface Seen {
  taken: number
  mostInFlight: number
  concurrent: number
}

async function startSink(takesMs: number) {
  const child = fork(path.join(__dirname, 'sink.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, SINK_TAKES_MS: String(takesMs) },
  })
  const said = <T>() => new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)))
  const { port } = await said<{ port: number }>()
  return {
    url: `http://127.0.0.1:${port}`,
    seen: () => {
      const answer = said<Seen>()
      child.send('seen')
      return answer
    },
    stop: () => child.kill('SIGTERM'),
  }
}

/** Owes so many pushes to as many people, and hands them over. */
async function round(databaseUrl: string, count: number, takesMs: number) {
  const now = () => new Date(Date.UTC(2026, 10, 23, 1))
  const sink = await startSink(takesMs)
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    WECHAT_API_BASE: sink.url,
    WECHAT_APPID: 'wx0000000000000000',
    WECHAT_SECRET: 'development-only-secret',
    WECHAT_TEMPLATES: JSON.stringify({
      task: { id: 'sim-template-task', fields },
      progress: { id: 'sim-template-progress', fields },
    }),
  })
  const database = await connect(env.databaseUrl)
  try {
    await oweBroadcast(database, broadcastOpenids(count), now())
    const parts = {
      ...{ database, wechat: createWechat(env.wechat, now), now, log: createLog('silent') },
      ...{ outboxLeaseSeconds: 60, pushesADay: 10_000_000 },
    }
    const [began, cpu] = [performance.now(), process.cpuUsage()]
    await deliver.run(parts)
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(cpu)
    const seen = await sink.seen()
    const [{ sent } = { sent: 0 }] = await database.reader.query<{ sent: number }[]>(
      "SELECT COUNT(*) AS sent FROM outbox_message WHERE state = 'sent'",
    )
    if (seen.taken !== count || Number(sent) !== count || seen.concurrent > 0)
      throw new Error(`owed ${count}, sent ${sent}: ${JSON.stringify(seen)}`)
    return {
      perSecond: Math.round(count / seconds),
      cpuUsPerPush: Math.round((user + system) / count),
      inFlight: seen.mostInFlight,
      load: Number(os.loadavg()[0]?.toFixed(1)),
    }
  } finally {
    await database.close()
    sink.stop()
  }
}

type Place = <T>(work: (url: string) => Promise<T>) => Promise<T>

const inFile: Place = async (work) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-bench-'))
  try {
    return await work(`sqlite:${path.join(folder, 'deputies-home.sqlite')}`)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

const inMariadb =
  (server: string): Place =>
  async (work) => {
    const name = `bench_${newId().toLowerCase()}`
    const admin = await mysql.createConnection(server.replace(/^mariadb:/, 'mysql:'))
    await admin.query(`CREATE DATABASE ${name}`)
    try {
      return await work(`${server}/${name}`)
    } finally {
      await admin.query(`DROP DATABASE ${name}`)
      await admin.end()
    }
  }

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function main() {
  const [count, rounds] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 3)]
  const given = process.env.TEST_MARIADB_URL
  const own = given === undefined && findMariadb() !== undefined ? await startMariadb() : undefined
  const mariadb = given ?? own?.url
  const places: Record<string, Place> = {
    sqlite: inFile,
    ...(mariadb === undefined ? {} : { mariadb: inMariadb(mariadb) }),
  }
  const measured: Record<string, number[]> = {}
  try {
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const [engine, place] of Object.entries(places)) {
        for (const takesMs of [0, 20]) {
          const figures = await place((url) => round(url, count, takesMs))
          const name = `${engine}, ${takesMs} ms`
          ;(measured[name] ??= []).push(figures.perSecond)
          console.log({ place: name, ...figures })
        }
      }
    }
  } finally {
    await own?.stop()
  }
  for (const [name, numbers] of Object.entries(measured)) console.log(`${name}: ${median(numbers)} a second`)
}

void main()
