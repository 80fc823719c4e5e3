import type { Keeping } from '../engine/registers/kept-register'
import { stationInTown } from '../features/people/in-town'
import { placesToPick } from '../features/places/named'

export const stationAsset: Keeping = {
  async check(tx, { townId, before, values: { liaisonStationId } }) {
    if (liaisonStationId !== before?.values.liaisonStationId)
      await stationInTown(tx, townId, String(liaisonStationId))
  },
  picks: { station: placesToPick('liaison_station') },
}
