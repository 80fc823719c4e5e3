import type { Reader } from '../../database/source'

export interface TreeRow {
  id: string
  name: string
  villageId: string
  areaId: string | null
}

/** Figures of one place, by their names. */
type Counts = Readonly<Record<string, number>>
export type PartCounted<T extends Counts> = T & { name: string; below: (T & { name: string })[] }

/** What lies in which village, in the order of the register. */
export const readTree = (reader: Reader, townId: string) =>
  reader.query<TreeRow[]>(
    `SELECT a.id, a.name, a.village_id AS villageId, a.area_id AS areaId FROM area a
     WHERE a.town_id = ? AND a.ended_on IS NULL ORDER BY a.position, a.id`,
    [townId],
  )

/**
 * The figures of each part of a village, by the village: whoever names a group has named the natural village that it lies
 * in, so that those of its groups count there too. A village of which nobody named a part has none.
 */
export function rollUp<T extends Counts>(
  tree: readonly TreeRow[],
  own: (areaId: string) => T,
): ReadonlyMap<string, PartCounted<T>[]> {
  const parts = new Map<string, PartCounted<T>[]>()
  for (const { id, name, villageId } of tree.filter(({ areaId }) => areaId === null)) {
    const below = tree
      .filter(({ areaId }) => areaId === id)
      .map((group) => ({ ...own(group.id), name: group.name }))
    const counts = below.reduce<T>(addedUp, own(id))
    parts.set(villageId, [...(parts.get(villageId) ?? []), { ...counts, name, below }])
  }
  return new Map([...parts].filter(([, those]) => those.some((one) => Object.values(one).some(isSome))))
}

const isSome = (value: unknown) => typeof value === 'number' && value > 0

const addedUp = <T extends Counts>(sum: T, more: T): T =>
  Object.fromEntries(Object.keys(sum).map((name) => [name, (sum[name] ?? 0) + (more[name] ?? 0)])) as T
