import type { UnitKind } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { unit } from '../../engine/holders'
import { reachOf } from '../places/reach'

export interface UnitOfTown {
  id: string
  name: string
  kind: UnitKind
  endedOn: string | null
  mergedIntoId: string | null
  formerNames: string | null
}

/** Every unit that there is or was. */
export const unitsPart = (townId: string) =>
  part<UnitOfTown>({
    columns: {
      ...{ id: 'u.id', name: 'u.name', kind: 'u.unit_kind', endedOn: 'u.ended_on' },
      ...{ mergedIntoId: 'u.merged_into_id', formerNames: 'u.former_names' },
    },
    from: 'FROM handling_unit u WHERE u.town_id = ?',
    order: 'u.position, u.id',
    parameters: [townId],
  })
export const readUnits = async (reader: Reader, townId: string) =>
  (await readTogether(reader, { units: unitsPart(townId) })).units

/** Those to which something may be given, and whether anybody would hear of it. */
export async function unitsToPick(reader: Reader, townId: string) {
  const units = (await readUnits(reader, townId)).filter(({ endedOn }) => endedOn === null)
  const reach = await reachOf(
    reader,
    townId,
    units.map(({ id }) => unit(id)),
  )
  return units.map(({ id, name, kind }) => ({ id, name, kind, reached: reach.get(id)?.reached === true }))
}
