import { beijingDay } from '../../shared/rules/days'
import { isQuiet, numberOf, pushRow } from '../../shared/words/messages'
import { currentPage } from '../../shared/words/moved-pages'
import { inboxPage } from '../../shared/words/pages'
import { isoInstant } from '../database/sql'
import type { PushResult } from '../gateways/wechat/push-result'
import type { Wechat } from '../gateways/wechat/wechat'
import { keepLesson, learn, type Lesson, newLesson, readChannel } from './push-channel'
import { inGroups } from './in-groups'
import { outcomeOf } from './outcome-of-push'
import { type End, recordPushes } from './record-pushes'
import { firstInstant, type Job, type JobParts } from './runner'
import { type Lease, type Owed, takePushes } from './take-pushes'

/**
 * How many pushes one batch takes, and how many of them are on the way at once: so many cards may arrive twice where this
 * process dies. 500 ÷ 100 × 10 s stays below the lease.
 */
export const batchSize = 500
export const atOnce = 100
/** So many results are written together, while the others are on the way. */
const enough = atOnce / 2
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
  const atMost = channel.onTrial ? 1 : batchSize
  const leftForAll = Math.max(0, Math.ceil(pushesADay * shareForAll) - channel.sent)
  const { lease, more } = await takePushes(parts, atMost, leftForAll)
  if (lease.rows.length === 0) return more
  const lesson = newLesson(channel)
  const record = inGroups<End>(enough, (ends) => recordPushes(database, lease.token, ends, now()))
  try {
    await eachLane(inLanes(lease.rows), async (lane) => {
      for (const card of cardsOf(lane))
        await Promise.all((await deliverCard(parts, card, lease, lesson)).map(record))
    })
  } finally {
    await keepLesson(database, lesson, now())
  }
  if (lesson.rest) log.error({ pushesRestUntil: lesson.rest.until, reason: lesson.rest.reason })
  return more
}

/**
 * So many lanes at once. What could not be written ends them all: nothing more is sent that nobody could note, and the
 * rest is taken again when the lease has ended.
 */
async function eachLane(lanes: readonly Owed[][], work: (lane: Owed[]) => Promise<void>) {
  let next = 0
  let failed: { error: unknown } | undefined
  const goOn = async () => {
    while (failed === undefined) {
      const lane = lanes[next]
      if (lane === undefined) return
      next += 1
      await work(lane).catch((error: unknown) => (failed ??= { error }))
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, lanes.length) }, goOn))
  if (failed !== undefined) throw failed.error
}

/** WeChat refuses two sends to one person at the same time (43108): each person's pushes go one after the other. */
function inLanes(rows: readonly Owed[]): Owed[][] {
  const lanes = new Map<string, Owed[]>()
  for (const row of rows) {
    const key = row.openid ?? row.id
    const lane = lanes.get(key)
    if (lane) lane.push(row)
    else lanes.set(key, [row])
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

/** @returns what became of each row of it; nothing where it was left for another */
async function deliverCard(parts: JobParts, card: Card, { until }: Lease, lesson: Lesson): Promise<End[]> {
  const { wechat, now, log } = parts
  // Frozen past the lease: somebody else has it by now, or will. What was on the way is all that may arrive twice.
  if (now() >= until) return []
  const [first] = card
  const rest = lesson.rest ?? lesson.restOf.get(wechat.templateIdOf(first.push) ?? '')
  if (rest) {
    const waiting = { state: 'pending', reason: rest.reason, next: rest.until, attemptIsFree: true } as const
    return card.map((row) => ({ row, outcome: waiting, templateId: undefined }))
  }
  const { result, asked, refused } = await send(wechat, card)
  const templateId = wechat.templateIdOf(asked.push)
  learn(lesson, result, { createdAt: new Date(isoInstant(first.createdAt)), templateId }, now())
  if (result.end === 'dead') log.error({ push: first.id, reason: result.reason })
  const { consent, ...outcome } = outcomeOf(asked, result, now())
  return card.map((row) => {
    // One card has used one consent, whatever it told; a template under which it could not go has none left.
    const no = refused.get(row)
    const learned = row === asked ? consent : no && outcomeOf(row, no, now()).consent
    return {
      row,
      outcome: { ...outcome, ...(learned ? { consent: learned } : {}) },
      templateId: wechat.templateIdOf(row.push),
    }
  })
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
