import type { Reader } from '../../database/source'
import { readTree, rollUp } from '../places/roll-up'

/** How much came from each part of a village, by the village; a village of which nobody named a part has none. */
export const readPartsSaid = async (
  reader: Reader,
  townId: string,
  said: readonly { areaId: string | null }[],
) =>
  rollUp(await readTree(reader, townId), (id) => ({
    messages: said.filter(({ areaId }) => areaId === id).length,
  }))
