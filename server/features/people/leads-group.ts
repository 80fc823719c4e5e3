import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'

/** Whether somebody leads the deputy group that they are in. */
export async function leadsGroup(
  reader: Reader,
  { townId, person, groupId }: Pick<Actor, 'townId' | 'person' | 'groupId'>,
): Promise<boolean> {
  if (person === null || groupId === null) return false
  const found = await reader.query<{ leads: number | boolean }[]>(
    'SELECT p.group_leader AS leads FROM person p WHERE p.town_id = ? AND p.id = ?',
    [townId, person.id],
  )
  return Number(found[0]?.leads) === 1
}
