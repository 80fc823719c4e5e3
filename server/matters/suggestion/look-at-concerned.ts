import type { Tx } from '../../database/source'
import { lookAgainAt } from '../../engine/refresh'

/** Who stands in for whom a suggestion concerns follows from who is there: anew when somebody of them comes or leaves. */
export async function lookAtConcerned(tx: Tx, townId: string) {
  const found = await tx.query<{ id: string }[]>(
    'SELECT DISTINCT c.suggestion_id AS id FROM suggestion_concern c WHERE c.town_id = ?',
    [townId],
  )
  await lookAgainAt(
    tx,
    found.map(({ id }) => id),
  )
}
