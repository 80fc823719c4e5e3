import { isHeld } from '../../database/in-office'
import type { Tx } from '../../database/source'
import { refreshAll } from '../../engine/refresh'

/** Whose post as a leading official begins or ends stands to what they lead from now on, or no longer: a handful a year. */
export async function refreshLed(tx: Tx, townId: string, personId: string, now: Date) {
  await findLeaders(tx, townId)
  const led = await tx.query<{ id: string }[]>(
    `SELECT y.suggestion_id AS id FROM key_suggestion y
     WHERE y.town_id = ? AND y.ended_at IS NULL AND y.leader_id = ? ORDER BY y.suggestion_id`,
    [townId, personId],
  )
  const ids = led.map(({ id }) => id)
  await refreshAll(tx, 'suggestion', townId, ids, now)
}

/**
 * What was picked under a name before anybody of it had the post is theirs once they have it. Of two who have one name
 * nobody knows whom it meant.
 */
export const findLeaders = (tx: Tx, townId: string) =>
  tx.query(
    `UPDATE key_suggestion SET leader_id = (
       SELECT MAX(p.id) FROM post o JOIN person p ON p.id = o.person_id
       WHERE o.town_id = key_suggestion.town_id AND o.post_kind = 'leadingOfficial' AND ${isHeld('o')}
         AND p.name = key_suggestion.leading_official
       HAVING COUNT(DISTINCT p.id) = 1)
     WHERE town_id = ? AND ended_at IS NULL AND leader_id IS NULL`,
    [townId],
  )
