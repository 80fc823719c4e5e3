import fs from 'node:fs'
import { basename } from 'node:path'
import { type ProfileName, profiles } from '../shared/rules/profiles'
import { privateFolder } from '../server/database/private-files'
import { connect } from '../server/database/connect'
import { BadEnvironment, readEnv } from '../server/env'
import { importRoster, type ImportReport } from '../server/features/roster/import-roster'
import { sayProblem } from '../server/features/roster/problem'
import { BadWorkbook } from '../server/gateways/workbooks/bad-workbook'
import { type SheetKey, sheets } from '../server/features/roster/sheets'
import { guardSize } from '../server/gateways/workbooks/unzip-guard'
import { makeTemplate } from '../server/features/roster/template'
import { BadUsage, runCommand, type Typed } from './command'

/** `npm run import`: an office's rosters into the register. Checks first; writes only with `--apply`. */
const usage = `用法：
  npm run import -- --template 名册.xlsx             生成空表和填写说明
  npm run import -- --town 某某镇 名册.xlsx           只检查，不写入
  npm run import -- --town 某某镇 名册.xlsx --apply   写入
可选：--county 某某县  --with-hidden（隐藏的行和表也要）  --new-town（名字很像，真是另一个镇）
      --profile ${Object.keys(profiles).join('|')}`

const mostProblemsShown = 200
/** A running server or another import may hold the file's lock for a while. */
const lockWaitMs = 30_000

const options = {
  town: { type: 'string' },
  county: { type: 'string' },
  profile: { type: 'string' },
  template: { type: 'string' },
  apply: { type: 'boolean' },
  'with-hidden': { type: 'boolean' },
  'new-town': { type: 'boolean' },
} as const

async function bring({ values, positionals }: Typed<typeof options>) {
  if (values.template) {
    fs.writeFileSync(values.template, await makeTemplate())
    console.log(`模板写在 ${values.template}`)
    return
  }
  const [path] = positionals
  if (!values.town || path === undefined) throw new BadUsage('请写哪个镇、哪个文件。')
  const profile = values.profile ?? 'henan'
  if (!(profile in profiles))
    throw new BadEnvironment(`没有“${profile}”这套规则，可选：${Object.keys(profiles).join('、')}`)
  const file = readFile(path)
  const env = readEnv({ ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'development' })
  if (env.databaseUrl.startsWith('sqlite:')) privateFolder(env.dataDir)
  const database = await connect(env.databaseUrl, undefined, lockWaitMs)
  try {
    const to = {
      ...{ town: values.town, county: values.county, profile: profile as ProfileName },
      isAnother: values['new-town'] ?? false,
    }
    const report = await importRoster(database, file, to, {
      apply: values.apply ?? false,
      withHidden: values['with-hidden'] ?? false,
      now: new Date(),
      fileName: basename(path),
    })
    print(report)
    if (report.problems.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
}

function readFile(path: string): Buffer {
  try {
    guardSize(fs.statSync(path).size)
    return fs.readFileSync(path)
  } catch (error) {
    if (error instanceof BadWorkbook) throw error
    throw new BadEnvironment(`文件 ${path} 打不开，请核对路径和权限。`)
  }
}

function print({ problems, notices, tally, written }: ImportReport) {
  for (const notice of notices) console.log(`提示：${notice}`)
  if (problems.length > 0) {
    for (const problem of problems.slice(0, mostProblemsShown)) console.error(sayProblem(problem))
    if (problems.length > mostProblemsShown) console.error(`还有 ${problems.length - mostProblemsShown} 处。`)
    console.error(`共 ${problems.length} 处要改，什么也没有写入。改好后再试一次。`)
    return
  }
  for (const key of Object.keys(sheets) as SheetKey[]) {
    const { added, kept } = tally.counts[key]
    console.log(`${sheets[key].name}：新增 ${added}，已有 ${kept}`)
  }
  console.log(written ? '全部写入了。' : '检查通过，还没有写入；加上 --apply 就写入。')
}

void runCommand({ usage, options, atMost: 1 }, bring)
