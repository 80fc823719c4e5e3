import type { ContentCheckView } from '../../../shared/matters/content-check/endpoints'
import type { ContentCheckAction } from '../../../shared/matters/content-check/table'
import { ContentCheckEvent } from '../../database/entities/matters/content-check-event'
import type { Reader, Tx } from '../../database/source'
import { isoInstant, marks } from '../../database/sql'

/** Keeps for good who did what with a public text. */
export const keepStep = (
  tx: Tx,
  { id, version }: { id: string; version: number },
  {
    action,
    personId,
    reason,
  }: { action: ContentCheckAction; personId: string | null; reason: string | null },
  now: Date,
) => tx.insert(ContentCheckEvent, { contentCheckId: id, version, action, personId, reason, at: now })

type Step = ContentCheckView['history'][number]

/** @returns the steps of each check, oldest first */
export async function readHistory(reader: Reader, ids: readonly string[]): Promise<Map<string, Step[]>> {
  const found = new Map<string, Step[]>()
  if (ids.length === 0) return found
  const rows = await reader.query<(Step & { id: string })[]>(
    `SELECT e.content_check_id AS id, e.action, p.name AS \`by\`, e.at, e.reason FROM content_check_event e
     LEFT JOIN person p ON p.id = e.person_id
     WHERE e.content_check_id IN (${marks(ids)}) ORDER BY e.content_check_id, e.version`,
    [...ids],
  )
  for (const { id, ...step } of rows)
    found.set(id, [...(found.get(id) ?? []), { ...step, at: isoInstant(step.at) }])
  return found
}
