// `npm run faults`: the house is killed, filled up, locked out and bombed on purpose, on this machine alone.
import os from 'node:os'
import { parseArgs } from 'node:util'
import { BadEnvironment } from '../../server/env'
import type { Mariadb } from '../mariadb.mjs'
import type { Ground, Scenario } from './scenario'
import { scenarios } from './scenarios'

const usage = `用法：
  npm run faults                          全部，两种数据库，要几十分钟
  npm run faults -- kill fill             只做这几种
  npm run faults -- kill --times 20       只做二十次
  npm run faults -- --engine sqlite       只用一种数据库
只在本机、临时的文件夹和数据库里进行。可以做的有：
${scenarios.map(({ name, says }) => `  ${name.padEnd(8)}${says}`).join('\n')}`

async function main() {
  const { positionals, values } = readArguments()
  if (values.help) {
    console.log(usage)
    return
  }
  const wanted =
    positionals.length === 0 ? scenarios : scenarios.filter(({ name }) => positionals.includes(name))
  const times = values.times === undefined ? undefined : Number(values.times)
  const unknown = positionals.some((name) => !scenarios.some((one) => one.name === name))
  if (unknown || wanted.length === 0 || (times !== undefined && !(Number.isInteger(times) && times > 0)))
    throw new BadEnvironment(usage)
  const engines = (['sqlite', 'mariadb'] as const).filter((engine) => (values.engine ?? engine) === engine)
  if (engines.length === 0) throw new BadEnvironment(usage)
  const needsMariadb = wanted.some((one) => one.engines.some((engine) => engine === 'mariadb'))
  const mariadb = engines.includes('mariadb') && needsMariadb ? await privateMariadb() : undefined
  console.log(`${os.cpus().length} 核，Node.js ${process.versions.node}，${process.platform}`)
  try {
    for (const scenario of wanted)
      for (const engine of engines)
        if (scenario.engines.includes(engine)) await runOne(scenario, engine, mariadb, times)
  } finally {
    await mariadb?.stop()
  }
}

async function runOne(
  scenario: Scenario,
  engine: Ground['engine'],
  mariadb: Mariadb | undefined,
  times?: number,
) {
  const title = `${scenario.name}（${engine}）`
  console.log(`${title}：${scenario.says}……`)
  const { figures, wrong } = await scenario.run({
    engine,
    ...(mariadb === undefined ? {} : { mariadb: mariadb.url, mariadbProcess: mariadb }),
    times: times ?? scenario.times.full,
    say: (line) => console.log(`  ${line}`),
  })
  console.log(`  ${JSON.stringify(figures)}`)
  for (const sentence of wrong) console.log(`  不对：${sentence}`)
  if (wrong.length > 0) process.exitCode = 1
}

async function privateMariadb() {
  const { findMariadb, startMariadb } = await import('../mariadb.mjs')
  if (!findMariadb())
    throw new BadEnvironment('没有找到 mariadbd，请先安装 mariadb-server，或加上 --engine sqlite。')
  return startMariadb()
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { times: { type: 'string' }, engine: { type: 'string' }, help: { type: 'boolean' } },
    })
  } catch {
    throw new BadEnvironment(usage)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof BadEnvironment ? error.message : error)
  process.exit(1)
})
