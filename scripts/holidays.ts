import fs from 'node:fs'
import { privateFolder } from '../server/database/private-files'
import { connect } from '../server/database/connect'
import { BadEnvironment, readEnv } from '../server/env'
import { checkedList, loadForEveryTown, spokenList } from '../server/features/calendar/load-holidays'
import { BadUsage, runCommand, type Typed } from './command'

/** `npm run holidays`: the State Council's list of a year, for every town of this server. Writes only with `--apply`. */
const usage = `用法：
  npm run holidays -- --year 2027 放假.txt           只检查，不写入
  npm run holidays -- --year 2027 放假.txt --apply   写入，在办建议的期限重新计算
文件里可以是国务院办公厅的通知全文，也可以一行一天：“2027-01-01,放假”“2027-02-05 至 2027-02-11,放假”“2027-02-14,上班”；也可以是 JSON。`

class DryRun extends Error {}

const options = { year: { type: 'string' }, apply: { type: 'boolean' } } as const

async function load({ values, positionals }: Typed<typeof options>) {
  const [path] = positionals
  if (!/^\d{4}$/.test(values.year ?? '') || path === undefined) throw new BadUsage('请写哪一年、哪个文件。')
  const year = Number(values.year)
  const now = new Date()
  const { days, notes } = checkedList(readFile(path), year, now)
  const env = readEnv({ ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'development' })
  if (env.databaseUrl.startsWith('sqlite:')) privateFolder(env.dataDir)
  const database = await connect(env.databaseUrl)
  let moved = 0
  try {
    await database.transaction(async (tx) => {
      moved = await loadForEveryTown(tx, year, days, now)
      if (!values.apply) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  } finally {
    await database.close()
  }
  for (const note of notes) console.log(note)
  console.log(`${year} 年：${spokenList(days)}；${moved} 件在办建议的期限要变。`)
  console.log(values.apply ? '全部写入了。' : '检查通过，还没有写入；加上 --apply 就写入。')
}

function readFile(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    throw new BadEnvironment(`文件 ${path} 打不开，请核对路径和权限。`)
  }
}

void runCommand({ usage, options, atMost: 1 }, load)
