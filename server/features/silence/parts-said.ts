import type { Reader } from '../../database/source'

export interface PartSaid {
  name: string
  /** Those of the groups in a natural village count there too. */
  messages: number
  below: { name: string; messages: number }[]
}

interface AreaRow {
  id: string
  name: string
  villageId: string
  areaId: string | null
}

/**
 * How much came from each part of a village, by the village; a village of which nobody named a part has none. Whoever
 * names a group has named the natural village that it lies in.
 */
export async function readPartsSaid(
  reader: Reader,
  townId: string,
  said: readonly { areaId: string | null }[],
): Promise<ReadonlyMap<string, PartSaid[]>> {
  const areas = await reader.query<AreaRow[]>(
    `SELECT a.id, a.name, a.village_id AS villageId, a.area_id AS areaId FROM area a
     WHERE a.town_id = ? AND a.ended_on IS NULL ORDER BY a.position, a.id`,
    [townId],
  )
  const own = (id: string) => said.filter(({ areaId }) => areaId === id).length
  const parts = new Map<string, PartSaid[]>()
  for (const { id, name, villageId } of areas.filter(({ areaId }) => areaId === null)) {
    const below = areas
      .filter(({ areaId }) => areaId === id)
      .map((group) => ({ name: group.name, messages: own(group.id) }))
    const messages = below.reduce((sum, group) => sum + group.messages, own(id))
    parts.set(villageId, [...(parts.get(villageId) ?? []), { name, messages, below }])
  }
  return new Map([...parts].filter(([, those]) => those.some(({ messages }) => messages > 0)))
}
