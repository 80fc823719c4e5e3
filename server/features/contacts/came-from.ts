import type { Reader } from '../../database/source'
import type { Of } from './places-counted'

interface Sat extends Of {
  id: string
  received: number | null
}
interface Visitor {
  receptionId: string
  villageId: string
  areaId: string | null
}

/** Of those who were written down at the receptions of some days, the ones who said where they live. */
export const readCameFrom = (reader: Reader, townId: string, [from, to]: readonly [string, string]) =>
  reader.query<Visitor[]>(
    // What became a message says there where it is from.
    `SELECT r.reception_id AS receptionId, COALESCE(r.village_id, o.village_id) AS villageId,
       COALESCE(r.area_id, o.area_id) AS areaId
     FROM reception v JOIN reception_record r ON r.reception_id = v.id
     LEFT JOIN resident_opinion o ON o.id = r.opinion_id
     WHERE v.town_id = ? AND v.held_on BETWEEN ? AND ? AND COALESCE(r.village_id, o.village_id) IS NOT NULL`,
    [townId, from, to],
  )

/** Who came is counted where he lives, as far as somebody wrote it down; the others at the village of the station. */
export const whereTheyLive = (sat: readonly Sat[], visitors: readonly Visitor[]): Sat[] =>
  sat.flatMap((one) => {
    const count = Number(one.received ?? 0)
    const said = visitors.filter(({ receptionId }) => receptionId === one.id).slice(0, count)
    return [
      ...said.map(({ villageId, areaId }) => ({ ...one, villageId, areaId, received: 1 })),
      { ...one, received: count - said.length },
    ]
  })
