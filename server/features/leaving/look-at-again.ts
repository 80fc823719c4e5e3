import type { Tx } from '../../database/source'
import { marks, sqlInstant } from '../../database/sql'
import { wake } from '../../database/waking'
import { group, person } from '../../engine/holders'
import { notDerived } from '../../engine/refresh'

/** Has the clock derive anew, at once, whatever is open and names somebody, or is voted on in their group. */
export async function lookAtAgain(tx: Tx, townId: string, personId: string) {
  const found = await tx.query<{ id: string }[]>(
    `SELECT h.matter_id AS id FROM matter_holder h
     WHERE h.town_id = ? AND h.holder = ? AND h.lane IN ('mine', 'others')
     UNION ALL SELECT h.matter_id FROM person p
       JOIN matter_holder h ON h.holder = CONCAT('${group('')}', p.deputy_group_id)
     WHERE p.id = ? AND h.town_id = ? AND h.lane IN ('mine', 'others')
     UNION ALL SELECT b.id FROM person p JOIN group_ballot b ON b.deputy_group_id = p.deputy_group_id
       JOIN matter m ON m.id = b.id AND m.state = 'open'
     WHERE p.id = ? AND b.town_id = ?`,
    [townId, person(personId), personId, townId, personId, townId],
  )
  if (found.length === 0) return
  wake(tx, 'clock')
  const ids = found.map(({ id }) => id)
  await tx.query(`UPDATE matter SET next_at = ? WHERE id IN (${marks(ids)})`, [
    sqlInstant(notDerived),
    ...ids,
  ])
}
