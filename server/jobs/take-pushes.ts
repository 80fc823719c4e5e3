import { type PushKind, pushKinds, pushRow } from '../../shared/messages'
import { newId } from '../database/id'
import { marks, quoted, sqlInstant } from '../database/sql'
import type { JobParts } from './runner'

export interface Owed {
  id: string
  accountId: string | null
  openid: string | null
  push: PushKind
  number: string
  page: string
  attempts: number
  uncertain: number
  createdAt: string
}

/** A batch, and until when it is ours alone. */
export interface Lease {
  rows: Owed[]
  token: string
  until: Date
}

const kindsThat = (wait: boolean) =>
  quoted((Object.keys(pushKinds) as PushKind[]).filter((kind) => (pushRow(kind).canWait ?? false) === wait))
/** What somebody waits for goes first; what can wait fills the rest of the batch. */
const urgent = kindsThat(false)
const waiting = kindsThat(true)

/**
 * Takes up to a batch by compare-and-set, the same on every database (SKIP LOCKED does nothing on TiDB): whoever's
 * token stands on the row afterwards has it until the lease ends.
 */
export async function takePushes(
  { database, now, outboxLeaseSeconds }: JobParts,
  atMost: number,
  { onlyUrgent }: { onlyUrgent: boolean },
): Promise<Lease> {
  const at = sqlInstant(now())
  const free = "state = 'pending' AND available_at <= ? AND (leased_until IS NULL OR leased_until <= ?)"
  const find = async (kinds: string, limit: number) =>
    limit === 0
      ? []
      : (
          await database.reader.query<{ id: string }[]>(
            `SELECT id FROM outbox_message WHERE ${free} AND push IN (${kinds})
             ORDER BY available_at, id LIMIT ${limit}`,
            [at, at],
          )
        ).map(({ id }) => id)
  const ids = await find(urgent, atMost)
  if (!onlyUrgent) ids.push(...(await find(waiting, atMost - ids.length)))
  const token = newId()
  const until = new Date(now().getTime() + outboxLeaseSeconds * 1000)
  if (ids.length === 0) return { rows: [], token, until }
  await database.transaction((tx) =>
    tx.query(
      `UPDATE outbox_message SET lease_token = ?, leased_until = ?, attempts = attempts + 1
       WHERE id IN (${marks(ids)}) AND ${free}`,
      [token, sqlInstant(until), ...ids, at, at],
    ),
  )
  const rows = await database.reader.query<Owed[]>(
    `SELECT x.id, x.push, x.number, x.page, x.attempts, x.uncertain, x.created_at AS createdAt,
       a.id AS accountId, a.openid
     FROM outbox_message x
     LEFT JOIN person p ON p.id = x.recipient_id
     LEFT JOIN resident r ON r.id = x.recipient_id
     LEFT JOIN account a ON a.id = COALESCE(p.account_id, r.account_id)
     WHERE x.id IN (${marks(ids)}) AND x.lease_token = ? ORDER BY x.created_at, x.id`,
    [...ids, token],
  )
  return { rows, token, until }
}
