import type { Tx } from '../../database/source'
import { refresh } from '../../engine/refresh'

/** Whose post as a leading official begins or ends stands to what they lead from now on, or no longer: a handful a year. */
export async function refreshLed(tx: Tx, townId: string, personId: string, now: Date) {
  const led = await tx.query<{ id: string }[]>(
    `SELECT y.suggestion_id AS id FROM key_suggestion y JOIN person p ON p.name = y.leading_official
     WHERE y.town_id = ? AND y.ended_at IS NULL AND p.id = ? ORDER BY y.suggestion_id`,
    [townId, personId],
  )
  for (const { id } of led) await refresh(tx, 'suggestion', townId, id, now)
}
