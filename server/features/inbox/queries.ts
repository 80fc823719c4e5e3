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
    // Each name is a range of one index, newest first; of both together an engine may sort all that there is.
    `SELECT id, text, page, created_at AS createdAt, read_at AS readAt FROM (${selves(actor)
      .map(
        () => `SELECT * FROM (SELECT id, text, page, created_at, read_at FROM inbox_message
          WHERE town_id = ? AND recipient_id = ?${place.sql}${place.order} LIMIT ${pageSize + 1}) AS one`,
      )
      .join(' UNION ALL ')}) AS newest${place.order} LIMIT ${pageSize + 1}`,
    selves(actor).flatMap((self) => [actor.townId, self, ...place.parameters]),
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

/** How many messages were not read yet; counted no further than `most`. */
export async function countUnread(reader: Reader, actor: Actor, most: number): Promise<number> {
  const [found] = await reader.query<{ count: number | string }[]>(
    `SELECT COUNT(*) AS count FROM (
       SELECT id FROM inbox_message WHERE town_id = ? AND recipient_id IN (?, ?) AND read_at IS NULL
       LIMIT ${most}) unread`,
    [actor.townId, ...selves(actor)],
  )
  return Number(found?.count ?? 0)
}

export async function markRead(tx: Tx, actor: Actor, ids: readonly string[], now: Date) {
  await tx.query(
    `UPDATE inbox_message SET read_at = ? WHERE town_id = ? AND recipient_id IN (?, ?) AND read_at IS NULL
     AND id IN (${marks(ids)})`,
    [sqlInstant(now), actor.townId, ...selves(actor), ...ids],
  )
}
