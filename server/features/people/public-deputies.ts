import type { PublicDeputy } from '../../../shared/api/stations'
import type { CongressLevel } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { addressOf, shownDigestSql } from '../register-pictures/pictures'
import { marks } from '../../database/sql'
import { isActing, isDeputy } from '../../database/in-office'

/** Deputies in office with what the law lets everyone know of them, in the order of the roster (or of a station's turns). */
export async function publicDeputies(
  reader: Reader,
  townId: string,
  stationId?: string,
): Promise<PublicDeputy[]> {
  const ofStation = stationId !== undefined
  const rows = await reader.query<
    {
      id: string
      name: string
      groupName: string | null
      occupation: string | null
      portrait: string | null
    }[]
  >(
    `SELECT p.id, p.name, g.name AS groupName, p.occupation, ${shownDigestSql('portrait', 'p')} AS portrait
     FROM person p LEFT JOIN deputy_group g ON g.id = p.deputy_group_id
     ${ofStation ? 'JOIN station_deputy sd ON sd.person_id = p.id AND sd.liaison_station_id = ?' : ''}
     WHERE p.town_id = ? AND ${isDeputy('p.id')}
     ORDER BY ${ofStation ? 'sd.position' : 'p.position'}, p.id`,
    ofStation ? [stationId, townId] : [townId],
  )
  const mandates = await readMandates(
    reader,
    townId,
    rows.map((row) => row.id),
  )
  return rows.map(({ groupName, portrait, ...row }) => {
    const held = mandates.filter((mandate) => mandate.personId === row.id)
    return {
      ...row,
      levels: held.map((mandate) => mandate.level),
      district: held.find((mandate) => mandate.district !== null)?.district ?? null,
      group: groupName,
      portrait: portrait ? addressOf('portrait', townId, row.id, portrait) : null,
    }
  })
}

const readMandates = (reader: Reader, townId: string, personIds: readonly string[]) =>
  reader.query<{ personId: string; level: CongressLevel; district: string | null }[]>(
    `SELECT m.person_id AS personId, m.congress_level AS level, e.name AS district FROM mandate m
     LEFT JOIN electoral_district e ON e.id = m.electoral_district_id
     WHERE m.town_id = ? AND ${isActing('m')} AND m.person_id IN (${marks(personIds)})
     ORDER BY m.congress_level DESC, m.id`,
    [townId, ...personIds],
  )

/** The villages for which each deputy stands: those of their district, else those of the stations where they listen. */
export async function villagesOfDeputies(reader: Reader, townId: string): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ personId: string; villageId: string; elected: number }[]>(
    `SELECT m.person_id AS personId, ev.village_id AS villageId, 1 AS elected FROM mandate m
     JOIN electoral_district_village ev ON ev.electoral_district_id = m.electoral_district_id
     WHERE m.town_id = ? AND ${isActing('m')}
     UNION ALL SELECT sd.person_id, st.village_id, 0 FROM liaison_station st
     JOIN station_deputy sd ON sd.liaison_station_id = st.id
     WHERE st.town_id = ? AND st.ended_on IS NULL AND st.village_id IS NOT NULL`,
    [townId, townId],
  )
  const elected = new Set(rows.flatMap((row) => (Number(row.elected) === 1 ? [row.personId] : [])))
  const villages = new Map<string, string[]>()
  for (const { personId, villageId, elected: how } of rows)
    if (Number(how) === 1 || !elected.has(personId))
      villages.set(personId, [...new Set([...(villages.get(personId) ?? []), villageId])].sort())
  return villages
}
