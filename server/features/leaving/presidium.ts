import { mostOf, presidiumPosts } from '../../../shared/registers/posts'
import { wrongField } from '../../../shared/words/refusals'
import { saysConflict, toldOfOffice } from '../../../shared/words/told'
import { isHeld } from '../../database/in-office'
import type { Tx } from '../../database/source'
import type { KeptRow } from '../../engine/registers/kept-register'
import { governmentPostsOf, holdsBoth } from './conflicts'

/**
 * One chair and at most two vice-chairs, all of them members of the presidium (地方组织法 18).
 * @throws Refusal `bad_input`
 */
export function presidiumFits({ presidiumPost, postKind }: KeptRow['values'], others: readonly KeptRow[]) {
  if (presidiumPost === null) return
  if (postKind !== 'presidiumMember')
    throw wrongField('presidiumPost', '只有主席团成员才选主席团里的职务，请去掉。')
  const kind = presidiumPost as keyof typeof presidiumPosts
  const held = others.filter((one) => one.endedOn === null && one.values.presidiumPost === kind)
  if (held.length >= mostOf[kind])
    throw wrongField(
      'presidiumPost',
      `已经登记了 ${held.length} 位${presidiumPosts[kind]}，最多 ${mostOf[kind]} 位。换人请先给前任办离任，或先改他的职务。`,
    )
}

/** Who sits in the presidium and works in the administration, each in a sentence; of one person alone where one is named. */
export async function conflictsSaid(tx: Tx, townId: string, personId?: string): Promise<string[]> {
  const rows = await tx.query<{ id: string; name: string }[]>(
    `SELECT r.id, p.name FROM post r JOIN person p ON p.id = r.person_id
     WHERE r.town_id = ? AND ${isHeld('r')} AND ${holdsBoth} ${personId === undefined ? '' : 'AND r.person_id = ?'}
     ORDER BY r.place, r.id`,
    personId === undefined ? [townId] : [townId, personId],
  )
  if (rows.length === 0) return []
  const both = await governmentPostsOf(
    tx,
    townId,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, name }) => {
    const held = both.get(id)
    return held ? [toldOfOffice.bothPosts(name, saysConflict(held.units, held.leads))] : []
  })
}
