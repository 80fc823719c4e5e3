import { addMonths, beijingDay, type Day, startOfDay } from '../../../shared/rules/days'
import { silenceOf, type VillageVoices } from '../../../shared/rules/silence'
import { isOfTownship } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { isoInstant, sqlInstant } from '../../database/sql'
import { partsOf } from '../places/areas'

/** So many months are counted. */
const countedMonths = 6

type Said = Awaited<ReturnType<typeof readSaid>>

/**
 * Which villages of a town are silent: the one answer to it, for whoever plans visits, for a deputy, and for the number that
 * the county reads.
 * @param said what was read of further back as well; where nothing was, it is read here
 */
export async function readMarked(reader: Reader, townId: string, today: Day, said?: Said) {
  const since = addMonths(today, -countedMonths)
  const villages = await readPeople(reader, townId)
  const groups = await groupsOfVillages(reader, townId)
  const recent = (said ?? (await readSaid(reader, townId, since))).filter(({ on }) => on >= since)
  const known = villages.filter(({ population }) => population > 0)
  const voices = known.map(({ id, name, population }): VillageVoices => ({
    ...{ id, name, population, groupId: groups.get(id) ?? null },
    messages: recent.filter(({ villageId }) => villageId === id).length,
  }))
  return { villages, known, groups, recent, found: silenceOf(voices) }
}

/** The villages in the order of the register; one that does not say how many live there is what its parts add up to. */
async function readPeople(reader: Reader, townId: string) {
  const rows = await reader.query<{ id: string; name: string; population: number | null }[]>(
    'SELECT id, name, population FROM village WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id',
    [townId],
  )
  const parts = await partsOf(
    reader,
    townId,
    'village_id',
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, name, population }) => ({
    ...{ id, name },
    population: Number(population ?? parts.get(id)?.population ?? 0),
  }))
}

/** What was said since that day, and of which village and part it is. */
export async function readSaid(reader: Reader, townId: string, since: Day) {
  const rows = await reader.query<{ at: string; villageId: string | null; areaId: string | null }[]>(
    `SELECT o.created_at AS at, o.village_id AS villageId, o.area_id AS areaId FROM resident_opinion o
     WHERE o.town_id = ? AND o.created_at >= ?`,
    [townId, sqlInstant(startOfDay(since))],
  )
  return rows.map(({ at, ...where }) => ({ on: beijingDay(new Date(isoInstant(at))), ...where }))
}

/** To which group a village belongs: that of the first deputy whose district covers it, or who lives there. */
async function groupsOfVillages(reader: Reader, townId: string): Promise<Map<string, string>> {
  const rows = await reader.query<{ villageId: string; groupId: string }[]>(
    `SELECT COALESCE(v.village_id, p.village_id) AS villageId, p.deputy_group_id AS groupId FROM mandate d
     JOIN person p ON p.id = d.person_id
     LEFT JOIN electoral_district_village v ON v.electoral_district_id = d.electoral_district_id
     WHERE d.town_id = ? AND ${isOfTownship('d')} AND p.deputy_group_id IS NOT NULL
       AND COALESCE(v.village_id, p.village_id) IS NOT NULL ORDER BY p.position, p.id`,
    [townId],
  )
  const groups = new Map<string, string>()
  for (const { villageId, groupId } of rows) if (!groups.has(villageId)) groups.set(villageId, groupId)
  return groups
}
