import type { Reminder } from '../../../shared/api/inbox'
import type { Reader, Tx } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant, marks, sqlInstant } from '../../database/sql'
import { holdersOf } from '../../engine/holders'
import type { Actor } from '../../http/actor'

/** The two names under which an account may be told something in a town. */
const selves = (actor: Actor) => [actor.person?.id ?? '', actor.residentId ?? '']

export async function readInbox(reader: Reader, actor: Actor, cursor: string | undefined) {
  const place = after('created_at', 'id', cursor)
  const rows = await reader.query<
    {
      id: string
      text: string
      page: string
      reminder: Reminder | null
      createdAt: string
      readAt: string | null
    }[]
  >(
    // Each name is a range of one index, newest first; of both together an engine may sort all that there is.
    `SELECT id, text, page, reminder, created_at AS createdAt, read_at AS readAt FROM (${selves(actor)
      .map(
        () => `SELECT * FROM (SELECT id, text, page, reminder, created_at, read_at FROM inbox_message
          WHERE town_id = ? AND recipient_id = ?${place.sql}${place.order} LIMIT ${pageSize + 1}) AS one`,
      )
      .join(' UNION ALL ')}) AS newest${place.order} LIMIT ${pageSize + 1}`,
    selves(actor).flatMap((self) => [actor.townId, self, ...place.parameters]),
  )
  const page = pageOfRows(rows, (row) => ({ at: row.createdAt, id: row.id }))
  const titles = await titlesOf(reader, actor, page.rows.map(matterOf))
  return {
    items: page.rows.map(({ createdAt, readAt, ...row }) => ({
      ...row,
      title: titleBeside(row, titles),
      at: isoInstant(createdAt),
      read: readAt !== null,
    })),
    next: page.next,
  }
}

const matterOf = ({ page }: { page: string }) => /[?&]id=([0-9a-z]{26})/.exec(page)?.[1] ?? ''

/** Of those matters to which the reader stands now; of what is not theirs any more nothing is said but what was said. */
async function titlesOf(reader: Reader, actor: Actor, matters: readonly string[]) {
  const ids = [...new Set(matters.filter(Boolean))]
  const holders = holdersOf(actor)
  if (ids.length === 0 || holders.length === 0) return new Map<string, string>()
  const rows = await reader.query<{ id: string; title: string }[]>(
    `SELECT m.id, m.title FROM matter m WHERE m.id IN (${marks(ids)}) AND m.town_id = ?
     AND EXISTS (SELECT 1 FROM matter_holder h WHERE h.matter_id = m.id AND h.holder IN (${marks(holders)}))`,
    [...ids, actor.townId, ...holders],
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}

function titleBeside(row: { text: string; page: string }, titles: ReadonlyMap<string, string>) {
  const title = titles.get(matterOf(row)) ?? null
  return title === null || row.text.includes(title) ? null : title
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

/** @returns the instant under which all of it was read, by which it can be taken back */
export async function markAllRead(tx: Tx, actor: Actor, now: Date): Promise<string> {
  await tx.query(
    'UPDATE inbox_message SET read_at = ? WHERE town_id = ? AND recipient_id IN (?, ?) AND read_at IS NULL',
    [sqlInstant(now), actor.townId, ...selves(actor)],
  )
  return now.toISOString()
}

/** What was read together at that instant was not read after all. */
export async function markUnread(tx: Tx, actor: Actor, at: string) {
  await tx.query(
    'UPDATE inbox_message SET read_at = NULL WHERE town_id = ? AND recipient_id IN (?, ?) AND read_at = ?',
    [actor.townId, ...selves(actor), sqlInstant(new Date(at))],
  )
}
