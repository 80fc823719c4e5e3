import { digestOf } from '../../../server/database/digest'
import { sqlInstant } from '../../../server/database/sql'
import type { Store } from './store'

/** Whoever asks in a town, as one look tells it. */
export interface Asker {
  accountId: string
  personId: string | null
  residentId: string | null
  unitId: string | null
  holders: string[]
}

interface Found {
  accountId: string
  personId: string | null
  residentId: string | null
  kind: string | null
  unitId: string | null
}

const sql = `SELECT s.account_id AS accountId, p.id AS personId, r.id AS residentId, o.post_kind AS kind,
    o.handling_unit_id AS unitId
  FROM sign_in s
  LEFT JOIN person p ON p.account_id = s.account_id AND p.town_id = ?
  LEFT JOIN post o ON o.person_id = p.id
  LEFT JOIN resident r ON r.town_id = ? AND r.account_id = s.account_id
  WHERE s.token_digest = ? AND s.expires_at > ?`

export async function askerOf(
  store: Store,
  townId: string,
  token: string,
  now: Date,
): Promise<Asker | undefined> {
  const rows = await store.all<Found>(sql, [townId, townId, digestOf(token), sqlInstant(now)])
  const [first] = rows
  if (first === undefined) return undefined
  const { accountId, personId, residentId } = first
  const posts = rows.flatMap(({ kind, unitId }) =>
    unitId === null ? (kind === null ? [] : [`post:${kind}`]) : [`unit:${unitId}`],
  )
  return {
    accountId,
    personId,
    residentId,
    unitId: rows.find(({ unitId }) => unitId !== null)?.unitId ?? null,
    holders: personId === null ? [] : [`person:${personId}`, ...new Set(posts)],
  }
}
