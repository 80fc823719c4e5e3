import type { Reader, Tx } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant, marks, sqlInstant } from '../../database/sql'
import type { Actor } from '../../http/actor'

/** The two names under which an account may be told something in a town. */
const selves = (actor: Actor) => [actor.person?.id ?? '', actor.residentId ?? '']

export async function readInbox(reader: Reader, actor: Actor, cursor: string | undefined) {
  const place = after('created_at', 'id', cursor)
  const rows = await reader.query<
    { id: string; text: string; page: string; createdAt: string; readAt: string | null }[]
  >(
    `SELECT id, text, page, created_at AS createdAt, read_at AS readAt FROM inbox_message
     WHERE town_id = ? AND recipient_id IN (?, ?)${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [actor.townId, ...selves(actor), ...place.parameters],
  )
  const page = pageOfRows(rows, (row) => ({ at: row.createdAt, id: row.id }))
  return {
    items: page.rows.map(({ createdAt, readAt, ...row }) => ({
      ...row,
      at: isoInstant(createdAt),
      read: readAt !== null,
    })),
    next: page.next,
  }
}

export async function markRead(tx: Tx, actor: Actor, ids: readonly string[], now: Date) {
  await tx.query(
    `UPDATE inbox_message SET read_at = ? WHERE town_id = ? AND recipient_id IN (?, ?) AND read_at IS NULL
     AND id IN (${marks(ids)})`,
    [sqlInstant(now), actor.townId, ...selves(actor), ...ids],
  )
}

/** Pushes that did not arrive, with the reason, so that somebody can pick up the phone. */
export async function readDeliveries(reader: Reader, townId: string, cursor: string | undefined) {
  const place = after('x.created_at', 'x.id', cursor)
  const rows = await reader.query<
    {
      id: string
      recipient: string | null
      text: string
      state: 'pending' | 'skipped' | 'dead'
      reason: string | null
      createdAt: string
    }[]
  >(
    `SELECT x.id, COALESCE(p.name, r.name) AS recipient, i.text, x.state, x.reason, x.created_at AS createdAt
     FROM outbox_message x JOIN inbox_message i ON i.id = x.inbox_message_id
     LEFT JOIN person p ON p.id = x.recipient_id LEFT JOIN resident r ON r.id = x.recipient_id
     WHERE x.town_id = ? AND (x.state IN ('skipped', 'dead') OR (x.state = 'pending' AND x.attempts > 0))
     ${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [townId, ...place.parameters],
  )
  const page = pageOfRows(rows, (row) => ({ at: row.createdAt, id: row.id }))
  return {
    items: page.rows.map(({ createdAt, recipient, ...row }) => ({
      ...row,
      recipient: recipient ?? '群众（没有留称呼）',
      at: isoInstant(createdAt),
    })),
    next: page.next,
  }
}
