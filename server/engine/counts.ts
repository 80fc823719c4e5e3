import { beijingDay } from '../../shared/rules/days'
import type { Reader } from '../database/source'
import { sqlInstant } from '../database/sql'
import type { Actor } from '../http/actor'
import { workersOf } from './holders'
import { notOwn } from './steps-aside'

/** So far it is counted; whoever has more reads `999+`. */
export const mostCounted = 999

export interface Count {
  lane: 'mine' | 'others'
  kind: string
  urgency: 'inTime' | 'dueSoon' | 'overdue'
  count: number
}

/** How much waits for somebody and for others, by kind and urgency, of the first of each lane: late first. */
export async function countWork(
  reader: Reader,
  actor: Actor,
  now: Date,
): Promise<{ counts: Count[]; more: Record<'mine' | 'others', boolean> }> {
  const { sql, parameters } = countSql(actor, now)
  if (sql === '') return { counts: [], more: { mine: false, others: false } }
  const rows = await reader.query<{ kind: string; place: number; count: number | string }[]>(sql, parameters)
  const counts = rows.map(({ kind, place, count }): Count => ({
    lane: Number(place) >= mineFrom ? 'mine' : 'others',
    kind,
    urgency: urgencies[Number(place) % mineFrom] ?? 'inTime',
    count: Number(count),
  }))
  const total = (lane: Count['lane']) =>
    counts.filter((row) => row.lane === lane).reduce((sum, { count }) => sum + count, 0)
  return { counts, more: { mine: total('mine') > mostCounted, others: total('others') > mostCounted } }
}

const urgencies = ['inTime', 'dueSoon', 'overdue'] as const
const mineFrom = 10

/**
 * Each matter once: in the lane that is mine where it waits for me through any holder, at its most urgent there. Lane and
 * urgency are one number, so that the greatest of the rows says both.
 */
export function countSql(actor: Actor, now: Date) {
  const holders = workersOf(actor)
  const today = beijingDay(now)
  const at = sqlInstant(now)
  const parts = (['mine', 'others'] as const).flatMap((lane) =>
    holders.map((holder) => {
      const aside = lane === 'mine' ? notOwn(holder, holders) : { sql: '', parameters: [] }
      return {
        sql: `SELECT * FROM (SELECT h.matter_id AS id, h.kind,
          ${lane === 'mine' ? mineFrom : 0} + CASE WHEN h.at <= ? THEN 2 WHEN h.soon_at <= ? THEN 1 ELSE 0 END AS place
        FROM matter_holder h
        WHERE h.town_id = ? AND h.holder = ? AND h.lane = ? AND h.from_on <= ? AND h.until_on >= ?${aside.sql}
        ORDER BY h.at, h.kind, h.matter_id LIMIT ${mostCounted + 1}) AS one`,
        parameters: [at, at, actor.townId, holder, lane, today, today, ...aside.parameters],
      }
    }),
  )
  if (parts.length === 0) return { sql: '', parameters: [] }
  return {
    sql: `SELECT kind, place, COUNT(*) AS count FROM (
        SELECT id, kind, MAX(place) AS place FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) AS rowwise
        GROUP BY id, kind
      ) AS matterwise GROUP BY kind, place ORDER BY place DESC, kind`,
    parameters: parts.flatMap((part) => part.parameters),
  }
}
