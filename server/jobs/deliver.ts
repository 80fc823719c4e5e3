import { beijingDay } from '../../shared/rules/days'
import { isQuiet, numberOf, pushRow } from '../../shared/words/messages'
import { currentPage } from '../../shared/words/moved-pages'
import { inboxPage } from '../../shared/words/pages'
import { isoInstant } from '../database/sql'
import type { PushResult } from '../gateways/wechat/push-result'
import type { Wechat } from '../gateways/wechat/wechat'
import { keepLesson, learn, type Lesson, newLesson, readChannel } from './push-channel'
import { outcomeOf, recordPush } from './record-push'
import { firstInstant, type Job, type JobParts } from './runner'
import { type Lease, type Owed, takePushes } from './take-pushes'

/** How many pushes one round takes, and how many of them are on the way at once. 50 ÷ 10 × 10 s stays below the lease. */
const batchSize = 50
const atOnce = 10
/** Of the day's allowance, the part up to which anything goes; the rest is for what somebody waits for. */
const shareForAll = 0.9

/** Hands the pushes that are owed to WeChat. No transaction is open while one is on the way. */
export const deliver: Job = {
  name: 'deliver',
  wokenBy: ['push'],
  pauseMs: 30_000,
  againMs: 1000,
  /** At night nothing goes, and nothing is asked for. */
  next: async (parts) =>
    isQuiet(parts.now())
      ? null
      : firstInstant(parts, "SELECT MIN(available_at) AS at FROM outbox_message WHERE state = 'pending'"),
  async run(parts) {
    while (await deliverBatch(parts));
  },
}

/** @returns whether more may be owed */
async function deliverBatch(parts: JobParts): Promise<boolean> {
  const { database, now, pushesADay, log } = parts
  if (isQuiet(now())) return false
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
        for (const card of cardsOf(lane)) await deliverCard(parts, card, lease, lesson)
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

/** What a card tells: one thing, or what the night kept back for one person. */
type Card = readonly [Owed, ...Owed[]]

const waitedForMorning = ({ createdAt }: Owed) => isQuiet(new Date(isoInstant(createdAt)))

/** The morning's reminders of one person are one card, and cost one consent: for what is somebody's turn, if anything is. */
function cardsOf(lane: readonly Owed[]): Card[] {
  const cards: Card[] = []
  const mornings = new Map<string, Owed[]>()
  for (const row of lane) {
    if (row.openid === null || !waitedForMorning(row)) cards.push([row])
    else mornings.set(row.townId, [...(mornings.get(row.townId) ?? []), row])
  }
  for (const rows of mornings.values()) {
    const [first, ...others] = rows.sort((one, other) => waits(one) - waits(other))
    if (first) cards.push([first, ...others])
  }
  return cards
}
const waits = ({ push }: Owed) => (pushRow(push).canWait ? 1 : 0)

async function deliverCard(parts: JobParts, card: Card, { token, until }: Lease, lesson: Lesson) {
  const { database, wechat, now, log } = parts
  // Frozen past the lease: somebody else has it by now, or will. What was on the way is all that may arrive twice.
  if (now() >= until) return
  const [first] = card
  const rest = lesson.rest ?? lesson.restOf.get(wechat.templateIdOf(first.push) ?? '')
  if (rest) {
    const waiting = { state: 'pending', reason: rest.reason, next: rest.until, attemptIsFree: true } as const
    for (const row of card) await recordPush(database, row, token, waiting, undefined, now())
    return
  }
  const { result, asked, refused } = await send(wechat, card)
  const templateId = wechat.templateIdOf(asked.push)
  learn(lesson, result, { createdAt: new Date(isoInstant(first.createdAt)), templateId }, now())
  if (result.end === 'dead') log.error({ push: first.id, reason: result.reason })
  const { consent, ...outcome } = outcomeOf(asked, result, now())
  for (const row of card) {
    // One card has used one consent, whatever it told; a template under which it could not go has none left.
    const no = refused.get(row)
    const learned = row === asked ? consent : no && outcomeOf(row, no, now()).consent
    const own = wechat.templateIdOf(row.push)
    await recordPush(
      database,
      row,
      token,
      { ...outcome, ...(learned ? { consent: learned } : {}) },
      own,
      now(),
    )
  }
}

interface Sent {
  result: PushResult
  /** Under whose template it went, or was tried last. */
  asked: Owed
  /** Under whose template it was tried before, and what WeChat said. */
  refused: ReadonlyMap<Owed, PushResult>
}

/** A card of several things goes under another of their templates where there is no consent for the first. */
async function send(wechat: Wechat, card: Card): Promise<Sent> {
  const [first] = card
  const refused = new Map<Owed, PushResult>()
  if (first.openid === null)
    return { result: { end: 'skipped', reason: '还没有绑定微信' }, asked: first, refused }
  const tried = new Set<string | undefined>()
  let last: Sent | undefined
  for (const row of card) {
    const template = wechat.templateIdOf(row.push)
    if (tried.has(template)) continue
    tried.add(template)
    if (last) refused.set(last.asked, last.result)
    last = { result: await sendAs(wechat, row, first.openid, card), asked: row, refused }
    if (last.result.end !== 'skipped') return last
  }
  return last ?? { result: { end: 'skipped', reason: '没有配置订阅消息模板' }, asked: first, refused }
}

function sendAs(wechat: Wechat, row: Owed, openid: string, card: Card): Promise<PushResult> {
  const latest = card.map(({ createdAt }) => isoInstant(createdAt)).reduce((a, b) => (a > b ? a : b))
  const several = card.length > 1
  return wechat.sendPush({
    openid,
    kind: row.push,
    number: row.number,
    ownNumber: ownNumberOf(row),
    time: cardTime(new Date(latest)),
    page: several ? inboxPage(row.townId) : currentPage(row.page),
    ...(several ? { count: card.length } : {}),
  })
}

/** By what the page names: what everyone here calls the matter, whatever a higher congress calls it. */
const ownNumberOf = ({ id, page }: Owed) =>
  numberOf(new URLSearchParams(page.slice(page.indexOf('?') + 1)).get('id') ?? id)

/** When it happened, as `2026年11月21日 09:05`: the one form that both time fields take. */
function cardTime(happened: Date): string {
  const [year, month, date] = beijingDay(happened).split('-').map(Number)
  const clock = new Date(happened.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${year}年${month}月${date}日 ${clock}`
}
