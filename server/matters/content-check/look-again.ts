import type { ContentKind } from '../../../shared/matters/content-check/table'
import type { Database, Tx } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { readTogether } from '../../database/together'
import { act } from '../../engine/act'
import { systemOf } from '../../engine/kind'
import { kind as contentCheck } from './kind'
import { lookFor, partsToLookBy } from './look-for'

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
    `SELECT k.id, k.town_id AS townId, k.suggestion_id AS suggestionId, k.kind, k.text, m.version
     FROM content_check k JOIN matter m ON m.id = k.id
     WHERE k.looked_at IS NULL AND k.text IS NOT NULL AND m.state IN ('pending', 'passed')
     ORDER BY k.written_at LIMIT 50`,
  )
  for (const row of rows) await database.transaction((tx) => lookAtOne(tx, row, now))
}

async function lookAtOne(tx: Tx, { id, townId, suggestionId, kind, text, version }: Unread, now: Date) {
  const found = lookFor(await readTogether(tx, partsToLookBy({ townId, suggestionId })), kind, text)
  await tx.query('UPDATE content_check SET looked_at = ?, found = ? WHERE id = ?', [
    sqlInstant(now),
    found.length > 0 ? JSON.stringify(found) : null,
    id,
  ])
  if (found.length > 0) await act(tx, contentCheck, systemOf(townId), id, 'hold', { version, form: {} }, now)
}
