import os from 'node:os'
import { BadUsage, runCommand, type Typed } from '../command'
import type { Mariadb } from '../mariadb.mjs'
import { openGround } from './ground'
import { type Figure, measure } from './measure'
import { operationNamed, operations } from './operations'
import { tableOf, wrongOf } from './table'

/** `npm run bench`: this server against the least that a Node server must do, on this machine and in this minute. */
const usage = `用法：
  npm run bench                                        全部，两种数据库，1000 件，百分之四没有办完
  npm run bench -- board step                          只量这几样
  npm run bench -- --size 100000 --mix half            十万件，一半没有办完
  npm run bench -- --engine sqlite --rounds 5          只用一种数据库，五轮
  npm run bench -- step --profile 文件夹               服务器的 CPU 剖面（.cpuprofile）留在那里
可以量的有：
${operations.map(({ name, says }) => `  ${name.padEnd(8)}${says}`).join('\n')}
别的选项：--seconds 每轮几秒（默认 2），--connections 同时几个（默认 16）；
--keep 文件夹：SQLite 的数据留在那里，下次接着用，不再准备。
只在本机、临时的文件夹和数据库里进行；比值是每秒次数之比的中位数，两边轮流量。`

const text = { type: 'string' } as const
const options = {
  engine: text,
  size: text,
  mix: text,
  rounds: text,
  seconds: text,
  connections: text,
  profile: text,
  keep: text,
}
type Values = Typed<typeof options>

const mixes: Readonly<Record<string, number>> = { few: 0.04, half: 0.5 }

async function make({ values, positionals }: Values) {
  const wanted = positionals.length === 0 ? operations : positionals.map(theOne)
  const openShare = mixes[values.mix ?? 'few']
  if (openShare === undefined) throw new BadUsage('--mix 写 few 或 half。')
  const engines = (['sqlite', 'mariadb'] as const).filter((engine) => (values.engine ?? engine) === engine)
  if (engines.length === 0) throw new BadUsage('--engine 写 sqlite 或 mariadb。')
  const pace = {
    rounds: whole(values.rounds, 3, 'rounds'),
    seconds: whole(values.seconds, 2, 'seconds'),
    connections: whole(values.connections, 16, 'connections'),
  }
  const matters = whole(values.size, 1000, 'size')
  console.log(
    `${os.cpus().length} 核，Node.js ${process.versions.node}，${process.platform}，${pace.connections} 个连接，${pace.rounds} 轮 × ${pace.seconds} 秒`,
  )
  let wrong = 0
  for (const engine of engines) {
    const mariadb = engine === 'mariadb' ? await privateMariadb() : undefined
    try {
      const place = {
        engine,
        matters,
        openShare,
        profileIn: values.profile,
        keep: engine === 'sqlite' ? values.keep : undefined,
        ...(mariadb && { mariadb: mariadb.url }),
      }
      const { ground, close } = await openGround(place, pace, (line) => console.log(line))
      try {
        const figures: Figure[] = []
        for (const operation of wanted) figures.push(await measure(ground, operation))
        const peak = Math.max(...figures.map(({ product }) => product.peakMib))
        console.log(`${tableOf(figures)}\n服务器最多用了 ${peak} MiB。`)
        for (const sentence of wrongOf(figures)) {
          wrong += 1
          console.log(`不对：${sentence}`)
        }
      } finally {
        await close()
      }
    } finally {
      await mariadb?.stop()
    }
  }
  return wrong === 0 ? 0 : 1
}

function theOne(name: string) {
  const operation = operationNamed(name)
  if (operation === undefined) throw new BadUsage(`没有“${name}”这一样。`)
  return operation
}

function whole(value: string | undefined, fallback: number, name: string) {
  const number = value === undefined ? fallback : Number(value)
  if (!Number.isInteger(number) || number < 1) throw new BadUsage(`--${name} 要写大于 0 的整数。`)
  return number
}

async function privateMariadb(): Promise<Mariadb> {
  const { findMariadb, startMariadb } = await import('../mariadb.mjs')
  if (!findMariadb())
    throw new BadUsage('没有找到 mariadbd，请先安装 mariadb-server，或加上 --engine sqlite。')
  return startMariadb({ onDisk: true })
}

void runCommand({ usage, options, atMost: operations.length }, make)
