import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { BadUsage, runCommand, type Typed } from '../command'
import { findMariadb, startMariadb } from '../mariadb.mjs'
import type { Single } from './load/load'
import { openGround } from './ground'
import { startLoader, type Loader } from './processes'

/** `npm run bench:steady`: so many reads and writes a second, for a while; and how long others wait while one town asks much. */
const usage = `用法：
  npm run bench:steady                                   十万件，每秒 300 次读、20 次写，一分钟
  npm run bench:steady -- --seconds 600                  十分钟
  npm run bench:steady -- --noisy                        一个镇问得是平常的 50 倍，别的镇多等多久：轮流，几轮
  npm run bench:steady -- --engine mariadb --size 1000   用 MariaDB，一千件
别的选项：--reads、--writes 每秒几次，--rounds 几轮（默认 3）；--keep 文件夹：SQLite 的数据留在那里，下次接着用。
只在本机、临时的文件夹和数据库里进行；问得再慢也按该问的时候算起，所以排队的时间也在里面。`

const text = { type: 'string' } as const
const options = {
  ...{ engine: text, size: text, seconds: text, reads: text, writes: text, rounds: text, keep: text },
  noisy: { type: 'boolean' },
} as const

const connections = 16
/** How much a town asks for that asks much, as a multiple of what each of the others does. */
const times = 50
const others = 19

async function make({ values }: Typed<typeof options>) {
  const number = (value: string | undefined, fallback: number) => {
    const read = value === undefined ? fallback : Number(value)
    if (!(read > 0)) throw new BadUsage('次数、件数和秒数要写大于 0 的数。')
    return read
  }
  const engine = values.engine ?? 'sqlite'
  if (engine !== 'sqlite' && engine !== 'mariadb') throw new BadUsage('--engine 写 sqlite 或 mariadb。')
  if (engine === 'mariadb' && !findMariadb())
    throw new BadUsage('没有找到 mariadbd，请先安装 mariadb-server。')
  const mariadb = engine === 'mariadb' ? await startMariadb({ onDisk: true }) : undefined
  const folder = values.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-steady-'))
  const place = {
    ...({ engine, matters: number(values.size, 100_000), openShare: 0.04, keep: folder } as const),
    ...(mariadb && { mariadb: mariadb.url }),
  }
  const pace = { reads: number(values.reads, 300), writes: number(values.writes, 20) }
  const seconds = number(values.seconds, values.noisy ? 10 : 60)
  const { ground, close } = await openGround(place, { rounds: 1, seconds, connections }, (line) =>
    console.log(line),
  )
  const loaders = await Promise.all([1, 2, 3].map(() => startLoader(path.join(folder, 'aims.json'))))
  const told = { ...pace, seconds, port: ground.product.port }
  try {
    // What a server needs to compile and to have read once is a matter of its first seconds.
    await steadily(loaders, { ...told, seconds: 5 })
    if (values.noisy) await besideNoise(loaders, told, number(values.rounds, 3))
    else say('全部', await steadily(loaders, told))
    console.log(`服务器最多用了 ${(await ground.product.usage()).peakMib} MiB。`)
  } finally {
    await Promise.all(loaders.map((loader) => loader.stop()))
    await close()
    await mariadb?.stop()
    if (values.keep === undefined) fs.rmSync(folder, { recursive: true })
  }
  return 0
}

interface Pace {
  port: number
  reads: number
  writes: number
  seconds: number
}
interface Waited {
  reads: Single
  writes: Single
}

async function steadily(
  loaders: readonly Loader[],
  { port, reads, writes, seconds }: Pace,
  where?: 'others',
): Promise<Waited> {
  const order = { port, seconds, connections, half: 0, ...(where && { where }) } as const
  const [read, write] = await Promise.all([
    loaders[0]?.ask({ ...order, operation: 'reads', perSecond: reads }),
    loaders[1]?.ask({ ...order, operation: 'writes', perSecond: writes }),
  ])
  if (!read || !write) throw new Error('there are too few loaders')
  return { reads: read, writes: write }
}

/** The others alone, and beside one that asks fifty times its share: in turn. */
async function besideNoise(loaders: readonly Loader[], pace: Pace, rounds: number) {
  const shares = others + times
  const calm = {
    ...pace,
    reads: (pace.reads * others) / shares,
    writes: (pace.writes * others) / shares,
  }
  const noise = ((pace.reads + pace.writes) * times) / shares
  const alone: Waited[] = []
  const beside: Waited[] = []
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await steadily(loaders, calm, 'others'))
    const { port, seconds } = pace
    const order = { port, seconds, connections: 4 * connections, half: 1, where: 'one' } as const
    const noisy = loaders[2]?.ask({ ...order, operation: 'mixed', perSecond: noise })
    beside.push(await steadily(loaders, calm, 'others'))
    await noisy
  }
  const p95 = (all: readonly Waited[], what: keyof Waited) => median(all.map((one) => one[what].p95))
  for (const what of ['reads', 'writes'] as const) {
    const [before, after] = [p95(alone, what), p95(beside, what)]
    console.log(
      `别的镇的${words[what]}：独自 p95 ${shown(before)}，吵闹时 ${shown(after)} 毫秒，${(after / before).toFixed(2)} 倍（负荷 ${load()}）`,
    )
  }
}

const words = { reads: '读', writes: '写' } as const
const shown = (ms: number) => Math.round(ms * 10) / 10
const load = () => os.loadavg()[0]?.toFixed(1)
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN

function say(name: string, waited: Waited) {
  for (const what of ['reads', 'writes'] as const) {
    const { count, seconds, p50, p95, p99, wrong } = waited[what]
    const no = Object.entries(wrong).map(([status, times]) => `${status} × ${times}`)
    console.log(
      `${name}的${words[what]}：每秒 ${shown(count / seconds)} 次，p50 ${shown(p50)}，p95 ${shown(p95)}，p99 ${shown(p99)} 毫秒，没答成：${no.join('、') || '没有'}（负荷 ${load()}）`,
    )
  }
}

void runCommand({ usage, options, atMost: 0 }, make)
