import { mayLeaveFrom } from '../../../shared/words/messages'
import type { Reader } from '../../database/source'
import { isoInstant, marks, sqlInstant } from '../../database/sql'
import { readYearToLoad } from '../calendar/queries'

/**
 * What an operator must see at a glance: is anything that was promised lying about?
 * @param towns whose work is looked at
 */
export async function readWork(reader: Reader, towns: readonly string[], now: Date) {
  const [unsent] = await reader.query<{ oldest: string | null }[]>(
    `SELECT MIN(created_at) AS oldest FROM outbox_message
     WHERE town_id IN (${marks(towns)}) AND state = 'pending'`,
    [...towns],
  )
  const [unassigned] = await reader.query<{ oldest: string | null }[]>(
    `SELECT MIN(state_since) AS oldest FROM matter
     WHERE town_id IN (${marks(towns)}) AND kind = 'suggestion' AND state = 'accepted'`,
    [...towns],
  )
  return {
    // What was written in the night waits for the morning on purpose.
    oldestUnsentSeconds: age(
      unsent?.oldest && sqlInstant(mayLeaveFrom(new Date(isoInstant(unsent.oldest)))),
      now,
      1000,
    ),
    oldestUnassignedHours: age(unassigned?.oldest, now, 3_600_000),
    holidaysToLoad: await readYearToLoad(reader, now),
  }
}

export async function readChannel(reader: Reader, now: Date) {
  const [channel] = await reader.query<
    { restsUntil: string | null; reason: string | null; handedOver: number; atOnce: number }[]
  >(
    `SELECT rests_until AS restsUntil, reason, handed_over AS handedOver, handed_over_at_once AS atOnce FROM push_channel`,
  )
  const [aside] = await reader.query<{ count: number }[]>(
    'SELECT COUNT(*) AS count FROM (SELECT 1 FROM wechat_event WHERE set_aside_for IS NOT NULL LIMIT 1000) some',
  )
  const rests = channel?.restsUntil ? isoInstant(channel.restsUntil) > now.toISOString() : false
  return {
    pushesRest: rests ? (channel?.reason ?? null) : null,
    handedOverAtOnce:
      channel && channel.handedOver > 0
        ? Math.round((channel.atOnce / channel.handedOver) * 1000) / 1000
        : null,
    eventsSetAside: Number(aside?.count ?? 0),
  }
}

function age(oldest: string | null | undefined, now: Date, unitMs: number): number | null {
  if (!oldest) return null
  const units = (now.getTime() - Date.parse(isoInstant(oldest))) / unitMs
  return Math.max(0, Math.round(units * 10) / 10)
}
