import { beijingDay, startOfDay } from '../../shared/rules/days'
import { isQuiet } from '../../shared/words/messages'
import { PushChannel } from '../database/entities/messages/push-channel'
import type { Database, Reader, Tx } from '../database/source'
import { isDuplicate } from '../database/sql-errors'
import { isoInstant } from '../database/sql'
import type { PushResult, Rest } from '../gateways/wechat/push-result'

/** The one channel there is: subscription messages of this mini-program. */
const name = 'subscription'

export interface Channel {
  restsUntil: Date | null
  reason: string | null
  /** It has rested and nobody has had an answer since: one push asks first whether WeChat is back. */
  onTrial: boolean
  /** Taken by WeChat today. */
  sent: number
}

const secondsOfRest = {
  person: 5,
  template: 600,
  /** It costs one attempt of one push in this time, not an attempt of everyone's. */
  outage: 30,
  rate: 60,
  configuration: 600,
} as const satisfies Record<Exclude<Rest, 'quota'> | 'outage', number>

/** When a push that had to rest may go. The allowance of a day begins again at midnight in Beijing. */
export function endOfRest(rest: Rest | 'outage', now: Date): Date {
  if (rest !== 'quota') return new Date(now.getTime() + secondsOfRest[rest] * 1000)
  const tomorrow = startOfDay(beijingDay(new Date(now.getTime() + 86_400_000)))
  return new Date(tomorrow.getTime() + 60_000)
}

export async function readChannel(reader: Reader, now: Date): Promise<Channel> {
  const [row] = await reader.query<
    { restsUntil: string | null; reason: string | null; day: string; sent: number }[]
  >(
    `SELECT rests_until AS restsUntil, reason, CONCAT(day, '') AS day, sent FROM push_channel WHERE name = ?`,
    [name],
  )
  const until = row?.restsUntil ? new Date(isoInstant(row.restsUntil)) : null
  const rests = until !== null && until > now
  return {
    restsUntil: rests ? until : null,
    reason: rests ? (row?.reason ?? null) : null,
    onTrial: until !== null && !rests,
    sent: row?.day === beijingDay(now) ? Number(row.sent) : 0,
  }
}

/** What one batch of pushes taught about the channel. */
export interface Lesson {
  sent: number
  handedOver: number
  handedOverAtOnce: number
  readonly onTrial: boolean
  failedInARow: number
  answered: boolean
  rest?: { until: Date; reason: string }
  /** Template → how long only its own cards wait. */
  readonly restOf: Map<string, { until: Date; reason: string }>
}
export const newLesson = ({ onTrial }: Pick<Channel, 'onTrial'>): Lesson => ({
  sent: 0,
  handedOver: 0,
  handedOverAtOnce: 0,
  onTrial,
  failedInARow: 0,
  answered: false,
  restOf: new Map(),
})

const atOnceMs = 10_000
/** So many failures in a row say that WeChat is down, and not that one push is odd. */
const mostFailures = 5

export function learn(
  lesson: Lesson,
  result: PushResult,
  { createdAt, templateId }: { createdAt: Date; templateId: string | undefined },
  now: Date,
) {
  if (result.end === 'rest' && result.rest === 'template') {
    const rest = { until: endOfRest('template', now), reason: result.reason }
    if (templateId !== undefined) lesson.restOf.set(templateId, rest)
  } else if (result.end === 'rest' && result.rest !== 'person')
    lesson.rest ??= { until: endOfRest(result.rest, now), reason: result.reason }
  if (result.end === 'later') {
    lesson.failedInARow += 1
    // One card may be odd by itself; a row of them speaks of the account, whatever the code means.
    const few = result.unknownCode || !lesson.onTrial ? mostFailures : 1
    if (lesson.failedInARow >= few)
      lesson.rest ??= {
        until: endOfRest(result.unknownCode ? 'configuration' : 'outage', now),
        reason: result.reason,
      }
  } else if (isAnswer(result)) {
    lesson.failedInARow = 0
    lesson.answered = true
  }
  if (result.end === 'sent') lesson.sent += 1
  // What was written in the night waits on purpose.
  const promised = !isQuiet(createdAt)
  if (promised && (result.end === 'sent' || (result.end === 'skipped' && result.consentGone))) {
    lesson.handedOver += 1
    if (now.getTime() - createdAt.getTime() <= atOnceMs) lesson.handedOverAtOnce += 1
  }
}

/** WeChat has said something of this push. What never left, for want of a consent or a template, tells nothing of WeChat. */
const isAnswer = (result: PushResult) =>
  result.end === 'sent' ||
  (result.end === 'skipped' && result.consentGone === true) ||
  (result.end === 'rest' && (result.rest === 'person' || result.rest === 'template'))

/** One write for a whole batch, so that the row is no bottleneck. */
export async function keepLesson(database: Database, lesson: Lesson, now: Date) {
  if (!lesson.answered && lesson.rest === undefined) return
  const today = beijingDay(now)
  await database.transaction(async (tx) => {
    await channelOf(tx, today)
    await tx.query(
      `UPDATE push_channel SET day = ?, sent = ?, handed_over = ?, handed_over_at_once = ? WHERE name = ? AND day < ?`,
      [today, 0, 0, 0, name, today],
    )
    await tx.query(
      `UPDATE push_channel SET sent = sent + ?, handed_over = handed_over + ?,
         handed_over_at_once = handed_over_at_once + ? WHERE name = ?`,
      [lesson.sent, lesson.handedOver, lesson.handedOverAtOnce, name],
    )
    const { rest } = lesson
    if (rest)
      await tx.update(PushChannel, { name }, { restsUntil: rest.until, reason: rest.reason.slice(0, 200) })
    else if (lesson.onTrial) await tx.update(PushChannel, { name }, { restsUntil: null, reason: null })
  })
}

async function channelOf(tx: Tx, day: string) {
  const [known] = await tx.query<unknown[]>('SELECT name FROM push_channel WHERE name = ?', [name])
  if (known) return
  try {
    await tx.insert(PushChannel, {
      name,
      restsUntil: null,
      reason: null,
      day,
      sent: 0,
      handedOver: 0,
      handedOverAtOnce: 0,
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}
