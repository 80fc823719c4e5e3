import { beijingDay } from '../../../shared/rules/days'
import type { StationKind } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { closedSql, confirmedSql, inHandSql, solvedSql } from '../figures/facts'
import { overdueSql } from '../figures/overdue'
import { knownTown } from './known-town'
import { isActing } from '../../database/in-office'

export const readTowns = (reader: Reader) =>
  reader.query<{ id: string; name: string; countyId: string | null }[]>(
    'SELECT id, name, county_id AS countyId FROM town ORDER BY name, id',
  )

/** The home of a town. @throws Refusal `not_found` */
export async function readTown(reader: Reader, townId: string, now: Date) {
  const town = await knownTown(reader, townId)
  const villages = await reader.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM village WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id',
    [townId],
  )
  const stations = await reader.query<
    { id: string; name: string; kind: StationKind; villageId: string | null }[]
  >(
    `SELECT id, name, station_kind AS kind, village_id AS villageId FROM liaison_station
     WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id`,
    [townId],
  )
  return { ...town, villages, stations, figures: await readFigures(reader, townId, stations.length, now) }
}

async function readFigures(reader: Reader, townId: string, stations: number, now: Date) {
  const [deputies] = await reader.query<{ count: number }[]>(
    `SELECT COUNT(DISTINCT person_id) AS count FROM mandate m WHERE town_id = ? AND ${isActing('m')}`,
    [townId],
  )
  const [work] = await reader.query<
    Record<'inHand' | 'overdue' | 'closed' | 'solved' | 'confirmed', number | string | null>[]
  >(
    `SELECT SUM(CASE WHEN ${inHandSql} THEN 1 ELSE 0 END) AS inHand,
       SUM(CASE WHEN ${overdueSql} THEN 1 ELSE 0 END) AS overdue,
       SUM(CASE WHEN ${closedSql} THEN 1 ELSE 0 END) AS closed,
       SUM(CASE WHEN ${solvedSql('a', 'e')} THEN 1 ELSE 0 END) AS solved,
       SUM(CASE WHEN ${confirmedSql('a', 'e')} THEN 1 ELSE 0 END) AS confirmed
     FROM suggestion s JOIN matter sm ON sm.id = s.id
     JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
     LEFT JOIN evaluation e ON e.suggestion_id = s.id AND e.round_no = s.current_round
     WHERE s.town_id = ?`,
    [beijingDay(now), beijingDay(now), townId],
  )
  return {
    deputies: Number(deputies?.count ?? 0),
    stations,
    inHand: Number(work?.inHand ?? 0),
    overdue: Number(work?.overdue ?? 0),
    closed: Number(work?.closed ?? 0),
    solved: Number(work?.solved ?? 0),
    confirmed: Number(work?.confirmed ?? 0),
  }
}
