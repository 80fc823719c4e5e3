import { isHeld } from '../../database/in-office'
import { marks } from '../../database/sql'
import type { Reader, Tx } from '../../database/source'

/** Posts of a person in an organ of the state administration, as `o`: a village committee is none. */
const inGovernment = (person: string) => `post o JOIN handling_unit u ON u.id = o.handling_unit_id
  WHERE o.person_id = ${person} AND ${isHeld('o')} AND u.unit_kind <> 'villageCommittee'`

/** Of posts `r`: members of the presidium who hold one. */
export const holdsBoth = `r.post_kind = 'presidiumMember' AND EXISTS (SELECT 1 FROM ${inGovernment('r.person_id')})`

/** In which units the holder of each of these posts of the presidium works as well. */
export async function governmentPostsOf(
  reader: Reader | Tx,
  townId: string,
  ids: readonly string[],
): Promise<Map<string, { units: string; leads: boolean }>> {
  const rows = await reader.query<{ id: string; presidiumPost: string | null; unit: string }[]>(
    `SELECT r.id, r.presidium_post AS presidiumPost, u.name AS unit FROM post r
     JOIN post o ON o.person_id = r.person_id AND ${isHeld('o')}
     JOIN handling_unit u ON u.id = o.handling_unit_id AND u.unit_kind <> 'villageCommittee'
     WHERE r.town_id = ? AND r.id IN (${marks(ids)}) AND r.post_kind = 'presidiumMember' AND ${isHeld('r')}
     ORDER BY u.position, u.id`,
    [townId, ...ids],
  )
  const found = new Map<string, { units: string; leads: boolean }>()
  for (const { id, presidiumPost, unit } of rows) {
    const units = [...new Set([...(found.get(id)?.units.split('、') ?? []), unit])]
    found.set(id, { units: units.join('、'), leads: presidiumPost !== null })
  }
  return found
}
