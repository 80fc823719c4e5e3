import { LiaisonStation } from '../../database/entities/people/liaison-station'
import { StationDeputy } from '../../database/entities/people/station-deputy'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { Plan, PlannedPerson } from './plan'
import type { Tally } from './tally'
import type { Places } from './places'

/** Adds or changes the stations; the turns on duty become exactly what the file says. */
export async function writeStations(
  tx: Tx,
  plan: Plan,
  { townId, villages }: Places,
  ids: ReadonlyMap<PlannedPerson, string>,
  tally: Tally,
) {
  const known = await tx.query<{ id: string; name: string; formerNames: string | null }[]>(
    'SELECT id, name, former_names AS formerNames FROM liaison_station WHERE town_id = ?',
    [townId],
  )
  for (const [position, station] of plan.stations.entries()) {
    const before =
      known.find(({ name }) => name === station.name) ??
      known.find((one) => one.formerNames?.split('、').includes(station.name))
    const id = before?.id ?? newId()
    const row = {
      // A file from before a change of name means the same place.
      name: before?.name ?? station.name,
      stationKind: station.kind,
      villageId: (station.village && villages.get(station.village)) ?? null,
      address: station.address ?? null,
      openingHours: station.openingHours ?? null,
      receptionDays: station.receptionDays ?? null,
      receptionTime: station.receptionTime ?? null,
      position,
    }
    if (before) await tx.update(LiaisonStation, { id }, row)
    else await tx.insert(LiaisonStation, { id, townId, ...row })
    tally.add('stations', before ? 'kept' : 'added')

    await tx.delete(StationDeputy, { liaisonStationId: id })
    const turns = [...new Set(station.deputies)].map((person, turn) => ({
      liaisonStationId: id,
      personId: ids.get(person) ?? '',
      position: turn,
    }))
    if (turns.length > 0) await tx.insert(StationDeputy, turns)
  }
}
