import { isDeputy } from '../../database/in-office'
import { namedRows, type Option, type Picks } from '../../engine/registers/kept-register'

/** Whoever stands in the register of a town, told apart by village. */
const sql = `SELECT p.id, p.name, v.name AS note FROM person p LEFT JOIN village v ON v.id = p.village_id
  WHERE p.town_id = ?`

export const personPicks: Picks = {
  of: 'person',
  options: (reader, townId) =>
    reader.query<Option[]>(`${sql} AND p.ended_on IS NULL ORDER BY p.position, p.id`, [townId]),
  names: namedRows('person'),
}

/** Of these, the deputies. */
export const deputiesToPick: Picks = {
  ...personPicks,
  options: (reader, townId) =>
    reader.query<Option[]>(`${sql} AND ${isDeputy('p.id')} ORDER BY p.position, p.id`, [townId]),
}
