import type { AuditKind } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant } from '../../database/sql'

interface AuditRow {
  id: string
  at: string
  by: string | null
  what: string
  from: string | null
  to: string | null
  reason: string | null
}

/** One page of the town's audit log of this kind, newest first. */
export async function readAuditLog(
  reader: Reader,
  townId: string,
  kind: AuditKind,
  cursor: string | undefined,
) {
  const place = after('a.at', 'a.id', cursor)
  const rows = await reader.query<AuditRow[]>(
    `SELECT a.id, a.at, p.name AS \`by\`, a.what, a.from_value AS \`from\`, a.to_value AS \`to\`, a.reason
     FROM audit_log a LEFT JOIN person p ON p.id = a.person_id
     WHERE a.town_id = ? AND a.kind = ?${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [townId, kind, ...place.parameters],
  )
  const page = pageOfRows(rows, ({ at, id }) => ({ at, id }))
  return { items: page.rows.map((row) => ({ ...row, at: isoInstant(row.at) })), next: page.next }
}
