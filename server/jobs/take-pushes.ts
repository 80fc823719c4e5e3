import { isQuiet, type PushKind, pushKinds, pushRow } from '../../shared/words/messages'
import { newId } from '../database/id'
import type { Reader } from '../database/source'
import { isoInstant, marks, sqlInstant } from '../database/sql'
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
  (Object.keys(pushKinds) as PushKind[]).filter((kind) => (pushRow(kind).canWait ?? false) === wait)
/** What somebody waits for goes first; what can wait fills the rest of the batch. */
const urgent = kindsThat(false)
const waiting = kindsThat(true)

const free = "state = 'pending' AND available_at <= ? AND (leased_until IS NULL OR leased_until <= ?)"
interface Found {
  id: string
  createdAt: string
  recipientId: string
}

/**
 * Takes up to a batch by compare-and-set, the same on every database (SKIP LOCKED does nothing on TiDB): whoever's
 * token stands on the row afterwards has it until the lease ends.
 * @returns the lease, and whether there may be more to take: another dispatcher may have been quicker with these
 */
export async function takePushes(
  { database, now, outboxLeaseSeconds }: JobParts,
  atMost: number,
  atMostWaiting: number,
): Promise<{ lease: Lease; more: boolean }> {
  const at = sqlInstant(now())
  const find = (kinds: readonly PushKind[], limit: number) => findFree(database.reader, kinds, limit, at)
  const found = await find(urgent, atMost)
  found.push(...(await find(waiting, Math.min(atMostWaiting, atMost - found.length))))
  const more = found.length === atMost
  const token = newId()
  const until = new Date(now().getTime() + outboxLeaseSeconds * 1000)
  if (found.length === 0) return { lease: { rows: [], token, until }, more }
  const ids = [...found.map(({ id }) => id), ...(await inTheNightToo(database.reader, found, at))]
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
  return { lease: { rows, token, until }, more }
}

/** The first of each kind by its index, however many are owed of the others. */
async function findFree(
  reader: Reader,
  kinds: readonly PushKind[],
  limit: number,
  at: string,
): Promise<Found[]> {
  if (limit <= 0) return []
  const ofOne = `SELECT * FROM (SELECT id, available_at AS availableAt, created_at AS createdAt, recipient_id AS recipientId
     FROM outbox_message WHERE ${free} AND push = ? ORDER BY available_at, id LIMIT ${limit}) one`
  return reader.query<Found[]>(
    `SELECT id, createdAt, recipientId FROM (${kinds.map(() => ofOne).join(' UNION ALL ')}) first
     ORDER BY availableAt, id LIMIT ${limit}`,
    kinds.flatMap((kind) => [at, at, kind]),
  )
}

const ofTheNight = ({ createdAt }: { createdAt: string }) => isQuiet(new Date(isoInstant(createdAt)))
/** So many more are taken at most for the cards of one morning, that memory stays bounded. */
const mostOfTheNight = 5000

/** The rest of what the night kept back for those who are in this batch: it goes on the same card. */
async function inTheNightToo(reader: Reader, found: readonly Found[], at: string): Promise<string[]> {
  const whose = [...new Set(found.filter(ofTheNight).map(({ recipientId }) => recipientId))]
  if (whose.length === 0) return []
  const more = await reader.query<Found[]>(
    `SELECT id, created_at AS createdAt, recipient_id AS recipientId FROM outbox_message
     WHERE ${free} AND recipient_id IN (${marks(whose)}) LIMIT ${mostOfTheNight}`,
    [at, at, ...whose],
  )
  const taken = new Set(found.map(({ id }) => id))
  return more.filter((one) => ofTheNight(one) && !taken.has(one.id)).map(({ id }) => id)
}
