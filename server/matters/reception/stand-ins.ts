import { wrongField } from '../../../shared/words/refusals'
import { isDeputy, isHeld } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import type { ReceptionRecord } from './record'

/** Who takes turns at a station: its deputies, and leaders who hold a post (catalogue 30). */
const turnsParts = (townId: string, stationId: string, personId?: string) => {
  const of = (table: string, counts: string) =>
    part<{ id: string; name: string; position: number }>({
      columns: { id: 'p.id', name: 'p.name', position: 'p.position' },
      from: `FROM ${table} x JOIN person p ON p.id = x.person_id AND p.town_id = ?
        WHERE x.liaison_station_id = ? AND ${counts}${personId === undefined ? '' : ' AND x.person_id = ?'}`,
      order: 'p.position, p.id',
      parameters: [townId, stationId, ...(personId === undefined ? [] : [personId])],
    })
  return {
    deputies: of('station_deputy', isDeputy('p.id')),
    leaders: of(
      'station_leader',
      `EXISTS (SELECT 1 FROM post o WHERE o.person_id = p.id AND ${isHeld('o')})`,
    ),
  }
}

/** Who can be put on the roster of a station, each once, in the order of the register. */
export async function whoTakesTurns(reader: Reader, townId: string, stationId: string) {
  const { deputies, leaders } = await readTogether(reader, turnsParts(townId, stationId))
  const all = [...deputies, ...leaders.filter(({ id }) => !deputies.some((one) => one.id === id))]
  return all
    .sort((one, other) => Number(one.position) - Number(other.position) || (one.id < other.id ? -1 : 1))
    .map(({ id, name }) => ({ id, name }))
}

/** The station's receptions ahead, with whose they are: what may be had in return. */
export const receptionsAhead = ({ townId, id, stationId }: ReceptionRecord, today: string) =>
  part<{ id: string; heldOn: string; station: string; who: string; personId: string }>({
    columns: { id: 'v.id', heldOn: 'v.held_on', station: 'st.name', who: 'p.name', personId: 'p.id' },
    from: `FROM reception v JOIN matter m ON m.id = v.id AND m.state = 'planned'
      JOIN liaison_station st ON st.id = v.liaison_station_id
      JOIN reception_sitter s ON s.reception_id = v.id JOIN person p ON p.id = s.person_id
      WHERE v.town_id = ? AND v.liaison_station_id = ? AND v.held_on >= ? AND v.id <> ?`,
    order: 'v.held_on, v.id, p.id',
    parameters: [townId, stationId, today, id],
  })

/** @throws Refusal `bad_input` where this person has no turns there, or sits there already */
export async function mayStandIn(reader: Reader, record: ReceptionRecord, personId: string, field: string) {
  const { townId, stationId, sitters } = record
  if (sitters.some(({ id }) => id === personId)) throw wrongField(field, '这位这次已经排了班，请选别人。')
  const { deputies, leaders } = await readTogether(reader, turnsParts(townId, stationId, personId))
  if (deputies.length + leaders.length === 0)
    throw wrongField(field, '这位不在这个站点值守，请选别人，或先在站点的“值守代表”里加上。')
}
