import type { Tx } from '../../database/source'
import { marks, sqlInstant } from '../../database/sql'
import { wake } from '../../database/waking'
import { group, person } from '../../engine/holders'
import { notDerived } from '../../engine/refresh'

/** Has the clock derive anew, at once, whatever is open and names somebody, or is voted on in their group. */
export async function lookAtAgain(tx: Tx, townId: string, personId: string) {
  const [one] = await tx.query<{ groupId: string | null }[]>(
    'SELECT deputy_group_id AS groupId FROM person WHERE id = ?',
    [personId],
  )
  const groupId = one?.groupId ?? ''
  const found = await tx.query<{ id: string }[]>(
    `SELECT h.matter_id AS id FROM matter_holder h
     WHERE h.town_id = ? AND h.holder IN (?, ?) AND h.lane IN ('mine', 'others')
     UNION ALL SELECT b.id FROM group_ballot b JOIN matter m ON m.id = b.id AND m.state = 'open'
     WHERE b.town_id = ? AND b.deputy_group_id = ?`,
    [townId, person(personId), group(groupId), townId, groupId],
  )
  if (found.length === 0) return
  wake(tx, 'clock')
  const ids = found.map(({ id }) => id)
  await tx.query(`UPDATE matter SET next_at = ? WHERE id IN (${marks(ids)})`, [
    sqlInstant(notDerived),
    ...ids,
  ])
}
