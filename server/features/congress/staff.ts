import type { TownStaff } from '../../../shared/api/congress'
import { isHeld } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { mayDo } from '../../../shared/permissions'
import { Refusal } from '../../../shared/words/refusals'
import { actorIn } from '../../http/actor'
import { madeUpOf, structureColumns, structureGroups, type StructureRow } from './structure'

/** What reports say of those who lead the congresses (catalogue 5). */
const staffParts = ['gender', 'party', 'education'] as const
/** Of fewer everybody would know who is meant: what the register keeps to the office stays there. */
const fewestCounted = 5

const leadingIn = (reader: Reader, countyId: string) =>
  reader.query<StructureRow[]>(
    `SELECT ${structureColumns}, COUNT(DISTINCT p.id) AS count
     FROM town t JOIN post o ON o.town_id = t.id AND o.presidium_post IS NOT NULL AND ${isHeld('o')}
     JOIN person p ON p.id = o.person_id WHERE t.county_id = ? GROUP BY ${structureGroups}`,
    [countyId],
  )

/** Of each town of the county: how many lead its congress, and for how many that is all they do. @throws Refusal `not_allowed` */
export async function readCountyStaff(reader: Reader, accountId: string, countyId: string, now: Date) {
  const rows = await reader.query<(Record<keyof TownStaff, unknown> & { id: string; name: string })[]>(
    `SELECT t.id, t.name,
       SUM(CASE WHEN o.presidium_post = 'chairperson' THEN 1 ELSE 0 END) AS chairs,
       SUM(CASE WHEN o.presidium_post = 'viceChairperson' THEN 1 ELSE 0 END) AS viceChairs,
       SUM(CASE WHEN o.engagement = 'fullTime' THEN 1 ELSE 0 END) AS fullTime,
       SUM(CASE WHEN o.engagement = 'concurrent' THEN 1 ELSE 0 END) AS concurrent,
       MAX(o.other_duties) AS mostDuties
     FROM town t LEFT JOIN post o ON o.town_id = t.id AND o.presidium_post IS NOT NULL AND ${isHeld('o')}
     WHERE t.county_id = ? GROUP BY t.id, t.name ORDER BY t.name, t.id`,
    [countyId],
  )
  // Whoever serves the county serves it in each of its towns.
  const [first] = rows
  const { roles } = first ? await actorIn(reader, accountId, first.id) : { roles: [] }
  if (!mayDo('followCounty', roles)) throw new Refusal('not_allowed')
  const madeUp = madeUpOf(await leadingIn(reader, countyId), staffParts, now)
  return {
    madeUp: madeUp.total < fewestCounted ? null : madeUp,
    towns: rows.map(({ id, name, chairs, viceChairs, fullTime, concurrent, mostDuties }): TownStaff => ({
      ...{ id, name, chairs: Number(chairs), viceChairs: Number(viceChairs) },
      ...{ fullTime: Number(fullTime), concurrent: Number(concurrent) },
      mostDuties: mostDuties === null ? null : Number(mostDuties),
    })),
  }
}
