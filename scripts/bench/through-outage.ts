import { deliver } from '../../server/jobs/deliver'
import type { JobParts } from '../../server/jobs/runner'
import type { Simulator } from '../wechat-simulator/simulator'

export interface Turnable {
  now(): Date
  advance(by: { minutes?: number }): void
}

/** What became of a broadcast. */
export interface Figures {
  drained: number
  lost: number
  duplicates: number
  /** Sends that WeChat took and whose answer was cut off, as counted when its port had closed. */
  cutOff: number
  heapMostMib: number
  /** Attempts that the hour without WeChat cost. */
  attemptsInOutage: number
  /** From WeChat's return until nothing was pending: measured seconds. */
  drainSeconds: number
}

const cutMidBody = 10

/**
 * Hands a broadcast to WeChat, whose answers are cut off and whose port then closes for one hour by the turned clock,
 * and goes on until nothing is pending. Each recipient is owed exactly one message.
 */
export async function throughOutage(
  parts: JobParts,
  { simulator, clock, owed }: { simulator: Simulator; clock: Turnable; owed: readonly string[] },
): Promise<Figures> {
  const { state } = simulator
  let heapMost = 0
  const look = () => (heapMost = Math.max(heapMost, process.memoryUsage().heapUsed))
  const round = async () => {
    await deliver.run(parts)
    look()
  }

  let running = true
  const first = deliver.run(parts).finally(() => (running = false))
  const arrived = async (share: number) => {
    while (running && state.messages.length < owed.length * share)
      await new Promise((wake) => setImmediate(wake))
  }
  await arrived(0.1)
  await turn(simulator, 'POST', '/named-faults/resetMidBody', {
    path: '/cgi-bin/message/subscribe/send',
    times: cutMidBody,
  })
  await arrived(0.2)
  await turn(simulator, 'POST', '/named-faults/connectionRefused', {})
  await first
  const cutOff = state.messages.length - (await countOf(parts, "state = 'sent'"))
  const before = await attempts(parts)
  const until = clock.now().getTime() + 3_600_000
  while (clock.now().getTime() < until) {
    clock.advance({ minutes: 10 })
    await round()
  }
  const attemptsInOutage = (await attempts(parts)) - before
  await turn(simulator, 'DELETE', '/faults')
  const returned = performance.now()
  for (let hour = 0; hour < 72 && (await countOf(parts, "state = 'pending'")) > 0; hour += 1) {
    await round()
    clock.advance({ minutes: 60 })
  }

  const drainSeconds = Math.round((performance.now() - returned) / 1000)

  const times = new Map<string, number>()
  for (const { openid } of state.messages) times.set(openid, (times.get(openid) ?? 0) + 1)
  return {
    drained: await countOf(parts, "state = 'sent'"),
    lost: owed.filter((openid) => !times.has(openid)).length,
    duplicates: [...times.values()].reduce((sum, count) => sum + count - 1, 0),
    cutOff,
    heapMostMib: Math.round(heapMost / 1024 / 1024),
    attemptsInOutage,
    drainSeconds,
  }
}

async function turn(simulator: Simulator, method: string, path: string, body?: object) {
  const answer = await fetch(`${simulator.controlUrl}/__sim${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
}

const countOf = (parts: JobParts, condition: string) =>
  numberOf(parts, `SELECT COUNT(*) AS number FROM outbox_message WHERE ${condition}`)

const attempts = (parts: JobParts) => numberOf(parts, 'SELECT SUM(attempts) AS number FROM outbox_message')

async function numberOf({ database }: JobParts, sql: string): Promise<number> {
  const [row] = await database.reader.query<{ number: number | null }[]>(sql)
  return Number(row?.number ?? 0)
}
