import { beijingDay } from '../../shared/days'
import { pushPhrases, type PushKind } from '../../shared/messages'
import { newId } from '../database/id'
import type { Database } from '../database/source'
import { marks, sqlInstant, isoInstant } from '../database/sql'
import type { PushResult } from '../gateways/wechat/push-result'
import type { Wechat } from '../gateways/wechat/wechat'
import { retryAt } from './retry'
import type { Job, JobParts } from './runner'

/** How many pushes one round takes, and how many of them are on the way at once. 50 ÷ 10 × 10 s stays below the lease. */
const batchSize = 50
const atOnce = 10

/** Hands the pushes that are owed to WeChat. No transaction is open while one is on the way. */
export const deliver: Job = {
  name: 'deliver',
  pauseMs: 1000,
  afterWrite: true,
  async run(parts) {
    while ((await deliverBatch(parts)) === batchSize);
  },
}

interface Owed {
  id: string
  openid: string | null
  push: PushKind
  number: string
  page: string
  attempts: number
  createdAt: string
}

async function deliverBatch(parts: JobParts): Promise<number> {
  const owed = await takeLease(parts)
  const lanes = inLanes(owed)
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let lane = lanes.pop(); lane; lane = lanes.pop()) {
        for (const { row, token } of lane) await deliverOne(parts, row, token)
      }
    }),
  )
  return owed.length
}

/** WeChat refuses two sends to one person at the same time (43108): each person's pushes go one after the other. */
function inLanes(owed: { row: Owed; token: string }[]) {
  const lanes = new Map<string, { row: Owed; token: string }[]>()
  for (const one of owed) {
    const key = one.row.openid ?? one.row.id
    lanes.set(key, [...(lanes.get(key) ?? []), one])
  }
  return [...lanes.values()]
}

/**
 * Takes up to a batch by compare-and-set, the same on every database (SKIP LOCKED does nothing on TiDB): whoever's
 * token stands on the row afterwards has it until the lease ends.
 */
async function takeLease({
  database,
  now,
  outboxLeaseSeconds,
}: JobParts): Promise<{ row: Owed; token: string }[]> {
  const at = sqlInstant(now())
  const free = "state = 'pending' AND available_at <= ? AND (leased_until IS NULL OR leased_until <= ?)"
  const ids = (
    await database.reader.query<{ id: string }[]>(
      `SELECT id FROM outbox_message WHERE ${free} ORDER BY available_at, id LIMIT ${batchSize}`,
      [at, at],
    )
  ).map(({ id }) => id)
  if (ids.length === 0) return []
  const token = newId()
  const until = sqlInstant(new Date(now().getTime() + outboxLeaseSeconds * 1000))
  await database.transaction((tx) =>
    tx.query(
      `UPDATE outbox_message SET lease_token = ?, leased_until = ?, attempts = attempts + 1
       WHERE id IN (${marks(ids)}) AND ${free}`,
      [token, until, ...ids, at, at],
    ),
  )
  const rows = await database.reader.query<Owed[]>(
    `SELECT x.id, x.push, x.number, x.page, x.attempts, x.created_at AS createdAt, a.openid
     FROM outbox_message x
     LEFT JOIN person p ON p.id = x.recipient_id
     LEFT JOIN resident r ON r.id = x.recipient_id
     LEFT JOIN account a ON a.id = COALESCE(p.account_id, r.account_id)
     WHERE x.id IN (${marks(ids)}) AND x.lease_token = ?`,
    [...ids, token],
  )
  return rows.map((row) => ({ row, token }))
}

async function deliverOne({ database, wechat, now, log }: JobParts, row: Owed, token: string) {
  const result = await send(wechat, row, now())
  if (result.end === 'dead') log.error({ push: row.id, reason: result.reason })
  await recordResult(database, row, token, result, now())
}

function send(wechat: Wechat, row: Owed, now: Date): Promise<PushResult> {
  if (row.openid === null) return Promise.resolve({ end: 'skipped', reason: '还没有绑定微信' })
  return wechat.sendPush({
    openid: row.openid,
    kind: row.push,
    number: row.number,
    phrase: pushPhrases[row.push],
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

/** Written only while the lease is still ours: a dispatcher that slept past its lease cannot overwrite a newer end. */
async function recordResult(database: Database, row: Owed, token: string, result: PushResult, now: Date) {
  const next = result.end === 'later' ? retryAt(row.attempts, new Date(isoInstant(row.createdAt)), now) : null
  const state = result.end === 'later' ? (next ? 'pending' : 'dead') : result.end
  await database.transaction((tx) =>
    tx.query(
      `UPDATE outbox_message SET state = ?, reason = ?, lease_token = NULL, leased_until = NULL,
         available_at = COALESCE(?, available_at), ended_at = ?, wechat_message_id = ?
       WHERE id = ? AND lease_token = ?`,
      [
        state,
        'reason' in result ? result.reason.slice(0, 200) : null,
        next ? sqlInstant(next) : null,
        state === 'pending' ? null : sqlInstant(now),
        result.end === 'sent' ? result.messageId : null,
        row.id,
        token,
      ],
    ),
  )
}
