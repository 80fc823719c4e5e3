import { beijingDay } from '../../shared/days'
import { isoInstant } from '../database/sql'
import type { PushResult } from '../gateways/wechat/push-result'
import type { Wechat } from '../gateways/wechat/wechat'
import { keepLesson, learn, type Lesson, newLesson, readChannel } from './push-channel'
import { outcomeOf, recordPush } from './record-push'
import type { Job, JobParts } from './runner'
import { type Lease, type Owed, takePushes } from './take-pushes'

/** How many pushes one round takes, and how many of them are on the way at once. 50 ÷ 10 × 10 s stays below the lease. */
const batchSize = 50
const atOnce = 10
/** Of the day's allowance, the part up to which anything goes; the rest is for what somebody waits for. */
const shareForAll = 0.9

/** Hands the pushes that are owed to WeChat. No transaction is open while one is on the way. */
export const deliver: Job = {
  name: 'deliver',
  pauseMs: 1000,
  afterWrite: true,
  async run(parts) {
    while (await deliverBatch(parts));
  },
}

/** @returns whether more may be owed */
async function deliverBatch(parts: JobParts): Promise<boolean> {
  const { database, now, pushesADay, log } = parts
  const channel = await readChannel(database.reader, now())
  if (channel.restsUntil !== null) return false
  const onlyUrgent = channel.sent >= pushesADay * shareForAll
  const atMost = channel.onTrial ? 1 : batchSize
  const lease = await takePushes(parts, atMost, { onlyUrgent })
  const lesson = newLesson(channel)
  const lanes = inLanes(lease.rows)
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let lane = lanes.pop(); lane; lane = lanes.pop()) {
        for (const row of lane) await deliverOne(parts, row, lease, lesson)
      }
    }),
  )
  await keepLesson(database, lesson, now())
  if (lesson.rest) log.error({ pushesRestUntil: lesson.rest.until, reason: lesson.rest.reason })
  return lease.rows.length === atMost
}

/** WeChat refuses two sends to one person at the same time (43108): each person's pushes go one after the other. */
function inLanes(rows: readonly Owed[]): Owed[][] {
  const lanes = new Map<string, Owed[]>()
  for (const row of rows) {
    const key = row.openid ?? row.id
    lanes.set(key, [...(lanes.get(key) ?? []), row])
  }
  return [...lanes.values()]
}

async function deliverOne(
  { database, wechat, now, log }: JobParts,
  row: Owed,
  { token, until }: Lease,
  lesson: Lesson,
) {
  // Frozen past the lease: somebody else has it by now, or will. What was on the way is all that may arrive twice.
  if (now() >= until) return
  if (lesson.rest) {
    const { until: next, reason } = lesson.rest
    const waits = { state: 'pending', reason, next, attemptIsFree: true } as const
    return recordPush(database, row, token, waits, undefined, now())
  }
  const result = await send(wechat, row, now())
  learn(lesson, result, new Date(isoInstant(row.createdAt)), now())
  if (result.end === 'dead') log.error({ push: row.id, reason: result.reason })
  await recordPush(database, row, token, outcomeOf(row, result, now()), wechat.templateIdOf(row.push), now())
}

function send(wechat: Wechat, row: Owed, now: Date): Promise<PushResult> {
  if (row.openid === null) return Promise.resolve({ end: 'skipped', reason: '还没有绑定微信' })
  return wechat.sendPush({
    openid: row.openid,
    kind: row.push,
    number: row.number,
    time: cardTime(now),
    page: row.page,
  })
}

/** `2026年11月21日 09:05`: the one form that both time fields take. */
function cardTime(now: Date): string {
  const [year, month, date] = beijingDay(now).split('-').map(Number)
  const clock = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${year}年${month}月${date}日 ${clock}`
}
