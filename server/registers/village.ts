import type { Keeping } from '../engine/registers/kept-register'
import { tellParts } from '../features/places/areas'
import { namedPlace } from '../features/places/named'

export const village: Keeping = {
  ...namedPlace('village'),
  tells: (reader, townId, ids) => tellParts(reader, townId, 'village_id', ids, 'parts'),
}
