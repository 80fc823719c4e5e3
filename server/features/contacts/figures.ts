import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showContactFigures } from '../../../shared/api/contacts'
import { daysOf, type HalfYear, spokenHalfYear } from '../../../shared/rules/half-years'
import type { Profile } from '../../../shared/rules/profiles'
import { countedDeeds } from '../../../shared/words/visits'
import { isTownshipDeputy } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { quoted } from '../../database/sql'
import { readCameFrom, whereTheyLive } from './came-from'
import { type Of, readPlacesCounted } from './places-counted'

type Answer = OutputOf<typeof showContactFigures>
type Counts = Answer['total']

const none = '没有编组'

/**
 * 半年统计 (catalogue 41; source report 001: 共接待选民36人，走访选民126户，帮办实事52件). By group and never by person. A visit
 * to a home counts one household where nobody wrote how many.
 */
export async function readContactFigures(
  reader: Reader,
  townId: string,
  half: HalfYear,
  rules: Pick<Profile, 'contactVoters'> & { withPlaces: boolean },
): Promise<Answer> {
  const { groups, deputies, sat, cameFrom, visits, deeds } = await readRows(reader, townId, half)
  const received = whereTheyLive(firstOfEach(sat), cameFrom)
  const countsOf = (isOf: (of: Of) => boolean): Counts => ({
    received: sum(received.filter(isOf), (one) => Number(one.received)),
    visited: sum(visits.filter(isOf), ({ households, kind }) =>
      Number(households ?? (kind === 'home' || kind === 'care' ? 1 : 0)),
    ),
    deeds: deeds.filter((one) => isOf(one) && Number(one.confirmed) === 1).length,
  })
  const known = new Set(groups.map(({ id }) => id))
  const rowOf = (name: string, isOf: (groupId: string | null) => boolean) => {
    const own = deputies.filter(({ groupId }) => isOf(groupId))
    const enough = own.filter(({ voters }) => Number(voters) >= Math.max(1, Number(rules.contactVoters)))
    return {
      name,
      ...countsOf(({ groupId }) => isOf(groupId)),
      deputies: own.length,
      withVoters: enough.length,
    }
  }
  const rest = rowOf(none, (groupId) => groupId === null || !known.has(groupId))
  const total = countsOf(() => true)
  return {
    half,
    total,
    groups: [
      ...groups.map(({ id, name }) => rowOf(name, (groupId) => groupId === id)),
      ...(rest.received + rest.visited + rest.deeds + rest.deputies > 0 ? [rest] : []),
    ],
    unconfirmed: deeds.filter(({ confirmed }) => Number(confirmed) !== 1).length,
    places: rules.withPlaces ? await readPlacesCounted(reader, townId, countsOf) : null,
    sentence: sentenceOf(half, total),
  }
}

/** As reports have it; nought is said as 没有. */
function sentenceOf(half: HalfYear, { received, visited, deeds }: Counts) {
  const said = [
    received > 0 ? `共接待选民${received}人` : '没有接待选民',
    visited > 0 ? `走访选民${visited}户` : '没有走访选民',
    deeds > 0 ? `帮办实事${deeds}件` : '没有帮办实事',
  ]
  return `${spokenHalfYear(half)}，代表${said.join('，')}。`
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0)

/** Whoever sat first stands for a reception; it is counted once, however many sat there. */
const firstOfEach = <T extends { id: string; position: number | null }>(rows: readonly T[]) =>
  rows.filter(
    (row) => !rows.some((one) => one.id === row.id && Number(one.position ?? 0) < Number(row.position ?? 0)),
  )

/** Added up here: a database sorts what it tells apart. */
async function readRows(reader: Reader, townId: string, half: HalfYear) {
  const { from, to } = daysOf(half)
  const ofPeriod = [townId, from, to]
  return {
    groups: await reader.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM deputy_group WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id',
      [townId],
    ),
    deputies: await reader.query<{ groupId: string | null; voters: number | string }[]>(
      `SELECT p.deputy_group_id AS groupId, (SELECT COUNT(*) FROM contact_voter r
         WHERE r.town_id = p.town_id AND r.deputy_id = p.id AND r.ended_on IS NULL) AS voters
       FROM person p WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')}`,
      [townId],
    ),
    sat: await reader.query<({ id: string; received: number | null; position: number | null } & Of)[]>(
      `SELECT v.id, v.received, s.position, p.deputy_group_id AS groupId, st.village_id AS villageId, NULL AS areaId
       FROM reception v JOIN matter m ON m.id = v.id AND m.state = 'held'
       JOIN liaison_station st ON st.id = v.liaison_station_id
       LEFT JOIN reception_sitter s ON s.reception_id = v.id LEFT JOIN person p ON p.id = s.person_id
       WHERE v.town_id = ? AND v.held_on BETWEEN ? AND ?`,
      ofPeriod,
    ),
    cameFrom: await readCameFrom(reader, townId, [from, to]),
    visits: await reader.query<({ households: number | null; kind: string } & Of)[]>(
      `SELECT p.deputy_group_id AS groupId, r.village_id AS villageId, r.area_id AS areaId, r.households, r.visit_kind AS kind FROM visit r
       JOIN person p ON p.id = r.deputy_id
       WHERE r.town_id = ? AND r.visited_on BETWEEN ? AND ? AND r.ended_on IS NULL`,
      ofPeriod,
    ),
    deeds: await reader.query<({ confirmed: number | boolean } & Of)[]>(
      `SELECT p.deputy_group_id AS groupId, r.village_id AS villageId, r.area_id AS areaId, r.confirmed
       FROM good_deed r JOIN person p ON p.id = r.deputy_id
       WHERE r.town_id = ? AND r.done_on BETWEEN ? AND ? AND r.deed_kind IN (${quoted(countedDeeds)})
         AND r.ended_on IS NULL`,
      ofPeriod,
    ),
  }
}
