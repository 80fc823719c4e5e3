import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { digestOf } from '../../server/database/digest'
import { newId } from '../../server/database/id'
import { sqlInstant } from '../../server/database/sql'
import { startSimulator } from '../wechat-simulator/simulator'
import { runCommand, type Typed } from '../command'
import type { Aims } from './aims'
import { environment, fill } from './ground'
import { probeWhile } from './probe'
import { type Measured, startServer } from './processes'
import { insertRows, openRaw, type Raw, type Row } from './raw'

/** `npm run bench:loop`: how long anybody waits on SQLite while the server does what takes long. */
const usage = `用法：
  npm run bench:loop                    两万件：一边办费时的事，一边每 10 毫秒问一次 /api/health
  npm run bench:loop -- --size 100000   十万件
只在本机、临时的文件夹里进行。`

const options = { size: { type: 'string' } } as const
const rowsOfImport = 20_000
const backlogMs = 20_000

async function make({ values }: Typed<typeof options>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-bench-'))
  const url = `sqlite:${path.join(folder, 'deputies-home.sqlite')}`
  const simulator = await startSimulator({ log: () => {}, sendTakesMs: 0 })
  const env = environment(folder, url, simulator.url)
  try {
    const now = new Date()
    const aimsFile = path.join(folder, 'aims.json')
    const place = { engine: 'sqlite', matters: Number(values.size ?? 20_000), openShare: 0.5 } as const
    await fill(place, url, folder, aimsFile, (line) => console.log(line))
    const aims = JSON.parse(fs.readFileSync(aimsFile, 'utf8')) as Aims
    const { county, token } = await inRaw(url, (raw) => countyStaff(raw, now))
    const sheet = await bigSheet(folder)

    const start = async () => {
      const began = performance.now()
      const server = await startServer('scripts/bench/serve-product.ts', env)
      const ms = Math.round(performance.now() - began)
      // The first requests are slow for a reason of their own: what they need is only being compiled.
      await probeWhile(server.port, () => wait(3000))
      return { server, ms }
    }
    const phase = async (name: string, server: Measured, work: () => Promise<unknown>) => {
      await server.usage()
      const { asked, refused, p50, p99, worst } = await probeWhile(server.port, work)
      const { longestMs } = await server.usage()
      const load = os.loadavg()[0]?.toFixed(1)
      console.log(
        `${name}：问了 ${asked} 次，没答成 ${refused} 次，中位 ${p50}，p99 ${p99}，最久 ${worst} 毫秒；服务器自己一口气最多算 ${longestMs} 毫秒（负载 ${load}）`,
      )
    }

    const first = await start()
    const { port } = first.server
    const get = (path: string, by: string) => read(port, path, by)
    await phase('没有别的事', first.server, () => wait(5000))
    await phase('全县统计', first.server, () => get(`/counties/${county}/figures`, token))
    await phase('统计和年度报告', first.server, () =>
      eachTown(aims, (town, by) => report(town, aims.today, (path) => get(path, by))),
    )
    await phase('导出台账', first.server, () =>
      eachTown(aims, (town, by) => get(`/towns/${town}/ledger`, by)),
    )
    await phase(`导入 ${rowsOfImport} 行名册`, first.server, () => bringIn(sheet, env))
    await first.server.stop()

    await inRaw(url, (raw) =>
      raw.run("UPDATE matter SET next_at = '2020-01-01 00:00:00.000' WHERE next_at IS NOT NULL"),
    )
    const second = await start()
    await phase(`全部任务，每件事都欠着一次提醒（开始 ${backlogMs / 1000} 秒）`, second.server, () =>
      wait(backlogMs),
    )
    await second.server.stop()

    const bare = await start()
    await bare.server.stop()
    await inRaw(url, async (raw) => {
      await raw.run('DELETE FROM matter_holder')
      await raw.run("UPDATE matter SET next_at = '1970-01-01 00:00:00.000'")
    })
    const third = await start()
    await third.server.stop()
    console.log(`从启动到能用：不欠什么 ${bare.ms} 毫秒，每件事都要重新整理 ${third.ms} 毫秒`)
  } finally {
    await simulator.close()
    fs.rmSync(folder, { recursive: true })
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function inRaw<T>(url: string, work: (raw: Raw) => Promise<T>): Promise<T> {
  const raw = await openRaw(url)
  try {
    return await work(raw)
  } finally {
    await raw.close()
  }
}

async function read(port: number, path: string, token: string) {
  const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const bytes = await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${Buffer.from(bytes).toString().slice(0, 200)}`)
}

async function eachTown({ towns }: Aims, work: (town: string, token: string) => Promise<unknown>) {
  for (const { town, office } of towns) await work(town, office)
}

async function report(town: string, today: string, get: (path: string) => Promise<void>) {
  await get(`/towns/${town}/figures?by=unit`)
  await get(`/towns/${town}/figures/annual?year=${today.slice(0, 4)}`)
  await get(`/towns/${town}/figures/ageing`)
}

/** Somebody of a county to which every town belongs. */
async function countyStaff(raw: Raw, now: Date) {
  const [county, person, account, token] = [newId(), newId(), newId(), `bench-${newId()}`]
  const [somebody] = await raw.all<Row>('SELECT * FROM person LIMIT 1')
  const [post] = await raw.all<Row>('SELECT * FROM post LIMIT 1')
  const openid = `o${account}1`
  await insertRows(raw, 'county', [{ id: county, name: '量速县' }])
  await raw.run('UPDATE town SET county_id = ?', [county])
  await insertRows(raw, 'account', [
    { id: account, openid, openid_digest: digestOf(openid), created_at: sqlInstant(now) },
  ])
  const own = {
    id: person,
    town_id: null,
    county_id: county,
    account_id: account,
    resident_id: null,
    phone: null,
  }
  const known = Object.fromEntries(Object.entries(own).filter(([name]) => somebody && name in somebody))
  await insertRows(raw, 'person', [{ ...somebody, ...known }])
  const as = {
    id: newId(),
    town_id: null,
    person_id: person,
    post_kind: 'countyStaff',
    handling_unit_id: null,
  }
  await insertRows(raw, 'post', [{ ...post, ...as }])
  const at = sqlInstant(now)
  const until = sqlInstant(new Date(now.getTime() + 86_400_000))
  const line = { token_digest: digestOf(token), account_id: account, kind: 'phone' }
  await insertRows(raw, 'sign_in', [{ ...line, created_at: at, last_used_at: at, expires_at: until }])
  return { county, token }
}

async function bigSheet(folder: string): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('村')
  sheet.addRow(['村名'])
  for (let row = 0; row < rowsOfImport; row += 1) sheet.addRow([`量速村${row}`])
  const file = path.join(folder, 'villages.xlsx')
  await workbook.xlsx.writeFile(file)
  return file
}

/** As an office does: the command, beside the server that runs. */
const bringIn = (sheet: string, env: Record<string, string>) =>
  promisify(execFile)(process.execPath, ['scripts/run.mjs', 'import', '--town', '量速镇', sheet, '--apply'], {
    env: { PATH: process.env.PATH ?? '', ...env },
  })

void runCommand({ usage, options, atMost: 0 }, make)
