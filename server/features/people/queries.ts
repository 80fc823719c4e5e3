import type { UnitKind } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'

export const unitsPart = (townId: string) =>
  part<{ id: string; name: string; kind: UnitKind }>({
    columns: { id: 'u.id', name: 'u.name', kind: 'u.unit_kind' },
    from: 'FROM handling_unit u WHERE u.town_id = ?',
    order: 'u.position, u.id',
    parameters: [townId],
  })
export const readUnits = async (reader: Reader, townId: string) =>
  (await readTogether(reader, { units: unitsPart(townId) })).units
