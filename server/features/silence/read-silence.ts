import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showSilence } from '../../../shared/api/silence'
import { addMonths, beijingDay, type Day, startOfDay } from '../../../shared/rules/days'
import { silenceOf, silentMonths, type VillageVoices } from '../../../shared/rules/silence'
import { isOfTownship } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { isoInstant, sqlInstant } from '../../database/sql'
import { partsOf } from '../places/areas'
import { readPartsSaid } from './parts-said'

const months = { counted: 6, shown: 12, own: 36 } as const

/**
 * The silence of a town, or of the villages of one group; what is expected is reckoned over the whole town all the same.
 * It reads three years of messages, and so in a process of its own.
 */
export async function readSilence(
  reader: Reader,
  townId: string,
  groupId: string | null,
  today: Day,
): Promise<OutputOf<typeof showSilence>> {
  const villages = await readPeople(reader, townId)
  const said = await readSaid(reader, townId, today)
  const groups = await groupsOfVillages(reader, townId)
  const since = addMonths(today, -months.counted)
  const recent = said.filter(({ on }) => on >= since)
  const known = villages.filter(({ population }) => population > 0)
  const voices = known.map(({ id, name, population }): VillageVoices => ({
    ...{ id, name, population, groupId: groups.get(id) ?? null },
    messages: recent.filter(({ villageId }) => villageId === id).length,
  }))
  const found = silenceOf(voices)
  const parts = await readPartsSaid(reader, townId, recent)
  const isMine = (id: string) => groupId === null || groups.get(id) === groupId
  return {
    messages: recent.filter(({ villageId }) => villageId !== null).length,
    withoutVillage: recent.filter(({ villageId }) => villageId === null).length,
    withoutPeople: villages.filter((one) => !known.includes(one) && isMine(one.id)).map(({ name }) => name),
    tooFew: found === undefined,
    villages: (found ?? [])
      .filter(({ id }) => isMine(id))
      .map(({ groupId: _, expected, ...one }) => ({
        ...{ ...one, expected: Math.round(expected * 10) / 10 },
        parts: parts.get(one.id) ?? [],
      })),
    months: villages
      .filter(({ id }) => isMine(id))
      .flatMap(({ id, name }) =>
        monthsOf(
          said.filter(({ villageId }) => villageId === id).map(({ on }) => on),
          today,
        ).map((month) => ({ village: name, month })),
      ),
  }
}

/**
 * The whole months of the last year without a word, newest last; `2026-10`. Before the first word ever nothing can be told:
 * the town may not have begun.
 */
function monthsOf(days: readonly Day[], today: Day): string[] {
  const first = [...days].sort()[0]
  if (first === undefined) return []
  const names = Array.from({ length: months.own }, (_, at) =>
    addMonths(`${today.slice(0, 8)}01`, at - months.own).slice(0, 7),
  ).filter((name) => name >= first.slice(0, 7))
  const whole = days.filter((day) => names.includes(day.slice(0, 7)))
  const shown = names.slice(-months.shown)
  const counts = shown.map((name) => whole.filter((day) => day.startsWith(name)).length)
  return silentMonths(counts, whole.length / Math.max(1, names.length)).flatMap((at) => shown[at] ?? [])
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

async function readSaid(reader: Reader, townId: string, today: Day) {
  const rows = await reader.query<{ at: string; villageId: string | null; areaId: string | null }[]>(
    `SELECT o.created_at AS at, o.village_id AS villageId, o.area_id AS areaId FROM resident_opinion o
     WHERE o.town_id = ? AND o.created_at >= ?`,
    [townId, sqlInstant(startOfDay(addMonths(today, -months.own)))],
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
