import os from 'node:os'
import type { Operation } from './operations'
import { cpuMsOf, type Loader, type Measured } from './processes'

export interface Side {
  perSecond: number
  p50: number
  p99: number
  /** Of server and database together, in milliseconds. */
  cpu: number
  statements: number
  rows: number
  wrong: number
  peakMib: number
}

export interface Figure {
  operation: Operation
  product: Side
  least: Side
  ratio: number
  /** Of the machine, while it was measured. */
  load: number
}

export interface Ground {
  product: Measured
  least: Measured
  loader: Loader
  databasePid: number | undefined
  rounds: number
  seconds: number
  connections: number
}

const sides = ['product', 'least'] as const
type SideName = (typeof sides)[number]
type Round = Pick<Side, 'perSecond' | 'p50' | 'p99' | 'cpu' | 'wrong'>

/** One operation, asked of both servers in turn, A B B A: the neighbours on the machine are the same for both. */
export async function measure(ground: Ground, operation: Operation): Promise<Figure> {
  const counts = {
    product: await countOne(ground, operation, 'product'),
    least: await countOne(ground, operation, 'least'),
  }
  for (const side of sides) await round(ground, operation, side, Math.min(1, ground.seconds))
  const seen: Record<SideName, Round[]> = { product: [], least: [] }
  for (let number = 0; number < ground.rounds; number += 1)
    for (const side of number % 2 === 0 ? sides : [...sides].reverse())
      seen[side].push(await round(ground, operation, side, ground.seconds))
  const figure = async (side: SideName): Promise<Side> => ({
    perSecond: median(seen[side].map(({ perSecond }) => perSecond)),
    p50: median(seen[side].map(({ p50 }) => p50)),
    p99: median(seen[side].map(({ p99 }) => p99)),
    cpu: median(seen[side].map(({ cpu }) => cpu)),
    wrong: seen[side].reduce((sum, { wrong }) => sum + wrong, counts[side].wrong),
    statements: counts[side].statements,
    rows: counts[side].rows,
    peakMib: (await ground[side].usage()).peakMib,
  })
  const ratios = seen.product.map(
    ({ perSecond }, number) => perSecond / (seen.least[number]?.perSecond ?? NaN),
  )
  return {
    operation,
    product: await figure('product'),
    least: await figure('least'),
    ratio: median(ratios),
    load: os.loadavg()[0] ?? 0,
  }
}

const asked = (operation: Operation, side: SideName) =>
  side === 'product' ? operation.name : (operation.against ?? operation.name)
const halfOf = (side: SideName) => (side === 'product' ? 0 : 1)

/** One request alone, while nothing else goes on: the fewest statements of three, because a job may be at work beside. */
export async function countOne({ loader, ...servers }: Ground, operation: Operation, side: SideName) {
  const order = {
    operation: asked(operation, side),
    port: servers[side].port,
    half: halfOf(side),
    connections: 1,
  } as const
  const tries = []
  for (let left = 3; left > 0; left -= 1) {
    await quiet(servers[side])
    const before = await servers[side].usage()
    const { rows, wrong } = await loader.ask({ ...order, seconds: 0 })
    const after = await servers[side].usage()
    tries.push({ rows, wrong: total(wrong), statements: after.statements - before.statements })
  }
  const least = Math.min(...tries.map(({ statements }) => statements))
  return {
    statements: least,
    rows: tries[0]?.rows ?? 0,
    wrong: tries.reduce((sum, { wrong }) => sum + wrong, 0),
  }
}

async function round(ground: Ground, operation: Operation, side: SideName, seconds: number): Promise<Round> {
  const server = ground[side]
  await quiet(ground.product)
  const [before, database] = [await server.usage(), cpuMsOf(ground.databasePid)]
  const {
    count,
    seconds: took,
    p50,
    p99,
    wrong,
  } = await ground.loader.ask({
    operation: asked(operation, side),
    port: server.port,
    half: halfOf(side),
    seconds,
    connections: ground.connections,
  })
  const after = await server.usage()
  const cpuMs = after.cpuMs - before.cpuMs + cpuMsOf(ground.databasePid) - database
  return { perSecond: count / took, p50, p99, cpu: cpuMs / Math.max(1, count), wrong: total(wrong) }
}

const total = (wrong: Record<number, number>) => Object.values(wrong).reduce((sum, count) => sum + count, 0)

/** What was owed for the round before is done first, for a while. */
async function quiet(server: Measured) {
  for (let left = 100; left > 0; left -= 1) {
    const before = await server.usage()
    await new Promise((wake) => setTimeout(wake, 50))
    const after = await server.usage()
    if (after.cpuMs - before.cpuMs < 5 && after.statements === before.statements) return
  }
}

/** Of an even number the mean of the two in the middle. */
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? 0) + (high ?? 0)) / 2
}
