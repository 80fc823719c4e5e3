import type { openBox } from '../../../shared/api/box-openings'
import type { StationPage } from '../../../shared/api/stations'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { Refusal } from '../../../shared/words/refusals'
import { BoxOpening } from '../../database/entities/people/box-opening'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
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

/** Day and letters of the last time that the box of a station `st` was opened, in one text; null where it never was. */
export const lastOpeningSql = `(SELECT CONCAT(b.opened_on, ' ', b.letters) FROM box_opening b
  WHERE b.town_id = st.town_id AND b.liaison_station_id = st.id ORDER BY b.opened_on DESC, b.id DESC LIMIT 1)`

export function openingOf(text: string | null): StationPage['box'] {
  if (text === null) return null
  const [openedOn = '', letters] = text.split(' ')
  return { openedOn, letters: Number(letters) }
}
