import { nameOfState } from '../shared/grammar/whole-rows'
import { privateFolder } from '../server/database/private-files'
import { connect } from '../server/database/connect'
import { kindNamed } from '../server/engine/known-kinds'
import { type Difference, findDifferences, rebuild } from '../server/engine/rebuild'
import { rebuildFound } from '../server/engine/registers/found-by'
import { readEnv } from '../server/env'
import { registers } from '../server/features/registers/found'
import '../server/matters/kinds'
import { runCommand, type Typed } from './command'

/** `npm run rebuild`: what is kept beside the matters so that lists, search and the clock are quick, made anew from them. */
const usage = `用法：
  npm run rebuild              每件事的表头、谁等谁办、搜得到的字词和下一次提醒，
                               登记簿搜得到的字词，照它们本身重新算一遍
  npm run rebuild -- --check   只说哪几件对不上，不写入；有对不上的，退出码是 1
服务器开着也可以用。`

const options = { check: { type: 'boolean' } } as const

async function make({ values }: Typed<typeof options>) {
  const env = readEnv({ ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'development' })
  if (env.databaseUrl.startsWith('sqlite:')) privateFolder(env.dataDir)
  const database = await connect(env.databaseUrl)
  try {
    const found = await findDifferences(database.reader, new Date())
    for (const one of found) console.log(spoken(one))
    if (values.check) {
      console.log(
        found.length === 0 ? '都对得上。' : `有 ${found.length} 件对不上；运行 npm run rebuild 重新算。`,
      )
      return found.length === 0 ? 0 : 1
    }
    const count = await rebuild(database, new Date())
    // Rows of registers that are not found by anything are only fewer hits: they are made anew without being counted.
    for (const kept of registers) await rebuildFound(database, kept, 'all')
    console.log(`${count} 件都重新算过了，其中 ${found.length} 件原来对不上。`)
  } finally {
    await database.close()
  }
}

function spoken({ kind: name, id, state, found }: Difference): string {
  const { table } = kindNamed(name)
  if (found === null) return `“${table.word}” ${id}：只有表头，没有这件事本身，请查备份。`
  const parts = [
    ...(found.head ? ['表头'] : []),
    ...(found.next ? ['下一次提醒'] : []),
    ...(found.holders.length > 0 ? [`谁等谁办 ${found.holders.length} 处`] : []),
    ...(found.words.length > 0 ? [`搜得到的字词 ${found.words.length} 处`] : []),
  ]
  return `“${table.word}” ${id}，${nameOfState(table, state)}：${parts.join('、')}对不上。`
}

void runCommand({ usage, options }, make)
