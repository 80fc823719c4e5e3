import type { ContentCheckView } from '../../../shared/matters/content-check/endpoints'
import type { Reader } from '../../database/source'
import { isoInstant, marks } from '../../database/sql'

type Step = ContentCheckView['history'][number]

/** @returns the steps of each check, oldest first */
export async function readHistory(reader: Reader, ids: readonly string[]): Promise<Map<string, Step[]>> {
  const found = new Map<string, Step[]>()
  if (ids.length === 0) return found
  const rows = await reader.query<(Step & { id: string })[]>(
    `SELECT e.matter_id AS id, e.action, p.name AS \`by\`, e.recorded_at AS at, e.note AS reason FROM matter_event e
     LEFT JOIN person p ON p.id = e.person_id
     WHERE e.matter_id IN (${marks(ids)}) AND e.kind = 'contentCheck' ORDER BY e.matter_id, e.version`,
    [...ids],
  )
  for (const { id, ...step } of rows)
    found.set(id, [...(found.get(id) ?? []), { ...step, at: isoInstant(step.at) }])
  return found
}
