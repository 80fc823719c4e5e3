import { Refusal } from '../../../shared/words/refusals'
import { isHeld } from '../../database/in-office'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { leadsGroup } from '../people/leads-group'

/** Of whom a file may be read, beside one's own: of everybody, of one group, or of nobody. */
export type Reach = 'all' | { groupId: string } | null

/** The office and whoever chairs the presidium read all of them, a leader those of the own group (代表法 58; nobody else). */
export async function reachOfFiles(reader: Reader, actor: Actor): Promise<Reach> {
  const { townId, roles, person, groupId } = actor
  if (roles.includes('congressOffice')) return 'all'
  if (roles.includes('presidiumMember') && (await isChair(reader, townId, person?.id ?? ''))) return 'all'
  return groupId !== null && (await leadsGroup(reader, actor)) ? { groupId } : null
}

async function isChair(reader: Reader, townId: string, personId: string) {
  const found = await reader.query<unknown[]>(
    `SELECT o.id FROM post o WHERE o.town_id = ? AND o.person_id = ? AND o.post_kind = 'presidiumMember'
       AND o.presidium_post = 'chairperson' AND ${isHeld('o')}`,
    [townId, personId],
  )
  return found.length > 0
}

/** Deputies, those who have been ones too, in the order of the register. */
const deputies = `FROM person p LEFT JOIN deputy_group g ON g.id = p.deputy_group_id
  WHERE p.town_id = ? AND p.merged_into_id IS NULL
    AND EXISTS (SELECT 1 FROM mandate held WHERE held.person_id = p.id)`

export interface FileOwner {
  id: string
  name: string
  group: string | null
}

export async function filesWithin(reader: Reader, townId: string, reach: Reach): Promise<FileOwner[]> {
  if (reach === null) return []
  return reader.query<FileOwner[]>(
    `SELECT p.id, p.name, g.name AS \`group\` ${deputies}
       ${reach === 'all' ? '' : 'AND p.deputy_group_id = ?'} ORDER BY p.position, p.id`,
    reach === 'all' ? [townId] : [townId, reach.groupId],
  )
}

/** @throws Refusal `not_found` unless it is a deputy of the town whose file somebody may read */
export async function mustReach(reader: Reader, townId: string, reach: Reach, personId: string) {
  if (reach === null) throw new Refusal('not_found')
  const found = await reader.query<unknown[]>(
    `SELECT p.id ${deputies} AND p.id = ? ${reach === 'all' ? '' : 'AND p.deputy_group_id = ?'}`,
    [townId, personId, ...(reach === 'all' ? [] : [reach.groupId])],
  )
  if (found.length === 0) throw new Refusal('not_found')
}
