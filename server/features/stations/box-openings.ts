import type { openBox } from '../../../shared/api/box-openings'
import type { StationPage } from '../../../shared/api/stations'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { Refusal } from '../../../shared/words/refusals'
import { BoxOpening } from '../../database/entities/people/box-opening'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { readTogether } from '../../database/together'
import { inTown } from '../people/in-town'

/** That two persons opened the box of a station. @throws Refusal `not_found` where the town has no such station */
export async function keepOpening(
  tx: Tx,
  { townId, person }: Actor,
  stationId: string,
  opened: InputOf<typeof openBox>,
) {
  const { stations } = await readTogether(tx, { stations: inTown('liaison_station', townId, [stationId]) })
  if (stations.length === 0) throw new Refusal('not_found')
  await tx.insert(BoxOpening, {
    ...{ id: newId(), townId, liaisonStationId: stationId, typedById: person?.id ?? null },
    ...opened,
  })
}

/** The last time; null where there is no box, or nobody has opened it yet. */
export async function readLastOpening(
  reader: Reader,
  townId: string,
  stationId: string,
): Promise<StationPage['box']> {
  const [last] = await reader.query<{ openedOn: string; letters: number }[]>(
    `SELECT opened_on AS openedOn, letters FROM box_opening WHERE town_id = ? AND liaison_station_id = ?
     ORDER BY opened_on DESC, id LIMIT 1`,
    [townId, stationId],
  )
  return last === undefined ? null : { openedOn: last.openedOn, letters: Number(last.letters) }
}
