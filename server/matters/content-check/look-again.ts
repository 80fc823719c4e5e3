import type { ContentKind } from '../../../shared/matters/content-check/table'
import type { Database, Tx } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { actOnCheck } from './act'
import { lookFor } from './look-for'

interface Unread {
  id: string
  townId: string
  suggestionId: string | null
  kind: ContentKind
  text: string
  version: number
}

/** What was public before our own check was there is looked at once, some at a time; what is found waits for a person. */
export async function lookAgain(database: Database, now: Date) {
  const rows = await database.reader.query<Unread[]>(
    `SELECT id, town_id AS townId, suggestion_id AS suggestionId, kind, text, version FROM content_check
     WHERE looked_at IS NULL AND text IS NOT NULL AND state IN ('pending', 'passed') ORDER BY written_at LIMIT 50`,
  )
  for (const row of rows) await database.transaction((tx) => lookAtOne(tx, row, now))
}

async function lookAtOne(tx: Tx, { id, townId, suggestionId, kind, text, version }: Unread, now: Date) {
  const suggestionIds = suggestionId === null ? [] : [suggestionId]
  const found = await lookFor(tx, { townId, suggestionIds }, kind, text)
  await tx.query('UPDATE content_check SET looked_at = ?, found = ? WHERE id = ?', [
    sqlInstant(now),
    found.length > 0 ? JSON.stringify(found) : null,
    id,
  ])
  if (found.length > 0) await actOnCheck(tx, { townId, system: true }, id, 'hold', { version, form: {} }, now)
}
