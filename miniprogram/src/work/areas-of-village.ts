import { type AreaOfVillage, listAreas } from '../../../shared/api/towns'
import { ask } from '../client/ask'
import type { Lists } from '../pieces/field'

/** Nobody has to say in which part of a village: without the list the question is not asked, and all else goes on. */
export const loadAreas = (town: string): Promise<readonly AreaOfVillage[]> =>
  ask(listAreas, { params: { town } }).then(
    ({ areas }) => areas,
    () => [],
  )

/** The same lists, with the parts of the village that is chosen; of none as long as none is. */
export const ofVillage = (lists: Lists, villageId: unknown): Lists => ({
  ...lists,
  area:
    (lists.area as readonly AreaOfVillage[] | undefined)?.filter((one) => one.villageId === villageId) ?? [],
})
