import type { listDeputies } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'

export type TownDeputy = OutputOf<typeof listDeputies>['deputies'][number]

interface Village {
  id: string
  name: string
}

export interface VillageGroup {
  /** Null where they stand for no one village. */
  village: Village | null
  deputies: readonly TownDeputy[]
}

/** Whoever stands for a village, or listens at its stations. */
export const deputiesOf = (village: string, deputies: readonly TownDeputy[]) =>
  deputies.filter(({ villages }) => villages.includes(village))

/** The deputies of each village that has one, one's own first; then those who stand for no one village. */
export function byVillage(
  deputies: readonly TownDeputy[],
  villages: readonly Village[],
  own: string | undefined,
): VillageGroup[] {
  const known = new Set(villages.map(({ id }) => id))
  const order = [...villages].sort((one, other) => Number(other.id === own) - Number(one.id === own))
  const groups: VillageGroup[] = order.map((village) => ({
    village,
    deputies: deputiesOf(village.id, deputies),
  }))
  const rest = deputies.filter(({ villages: theirs }) => !theirs.some((id) => known.has(id)))
  return [...groups, { village: null, deputies: rest }].filter((group) => group.deputies.length > 0)
}

/** Those whose name, group, district or village holds these words, each once. */
export function deputiesFound(
  words: string,
  deputies: readonly TownDeputy[],
  villages: readonly Village[],
): TownDeputy[] {
  const meant = villages.filter(({ name }) => name.includes(words)).map(({ id }) => id)
  return deputies.filter(
    ({ name, group, district, villages: theirs }) =>
      [name, group, district].some((text) => text?.includes(words)) ||
      theirs.some((id) => meant.includes(id)),
  )
}
