import { isQuiet, type PushKind, pushKinds, pushRow } from '../../shared/words/messages'
import { newId } from '../database/id'
import type { Reader } from '../database/source'
import { isoInstant, marks, quoted, sqlInstant } from '../database/sql'
import type { JobParts } from './runner'

export interface Owed {
  id: string
  townId: string
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
  if (ids.length > 0) ids.push(...(await inTheNightToo(database.reader, ids, free, at)))
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
    `SELECT x.id, x.town_id AS townId, x.push, x.number, x.page, x.attempts, x.uncertain, x.created_at AS createdAt,
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

/** The rest of what the night kept back for those who are in this batch: it goes on the same card. */
async function inTheNightToo(reader: Reader, ids: readonly string[], free: string, at: string) {
  const rows = await reader.query<{ id: string; createdAt: string; recipientId: string }[]>(
    `SELECT id, created_at AS createdAt, recipient_id AS recipientId FROM outbox_message WHERE id IN (${marks(ids)})`,
    [...ids],
  )
  const ofTheNight = ({ createdAt }: { createdAt: string }) => isQuiet(new Date(isoInstant(createdAt)))
  const whose = [...new Set(rows.filter(ofTheNight).map(({ recipientId }) => recipientId))]
  if (whose.length === 0) return []
  const more = await reader.query<{ id: string; createdAt: string }[]>(
    `SELECT id, created_at AS createdAt FROM outbox_message
     WHERE ${free} AND recipient_id IN (${marks(whose)}) AND id NOT IN (${marks(ids)}) LIMIT 500`,
    [at, at, ...whose, ...ids],
  )
  return more.filter(ofTheNight).map(({ id }) => id)
}
