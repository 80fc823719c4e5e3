import { beijingDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { isShownSql, shownTextSql } from '../../matters/content-check/shown'
import { photosPart, publicFilesOf, publicPhotosOf } from '../photos/queries'
import {
  type BoardRow,
  disclose,
  disclosedColumns,
  disclosedFrom,
  ofTheTown,
  readShownBy,
} from './disclosures'
import { linesOf, linesPart } from './timeline'

interface ItemRow extends BoardRow {
  /** Of the reply as it stands. */
  roundNo: number
  replyVersion: number | null
  toSee: string | null
  fundsYuan: number | null
  lengthMetres: number | null
  beneficiaries: number | null
  personTimes: number | null
  vehicleTrips: number | null
  /** Where the deputy agreed to it and the office has looked through it. */
  facts: string | null
  proposal: string | null
  /** 重点建议: the year that it was picked for, and the official who leads it. Both are public offices. */
  keyYear: number | null
  keyLeader: string | null
  villageId: string | null
  village: string | null
}

const textSql = (column: string) =>
  `CASE WHEN ${isShownSql('kt')} AND s.full_text_cleared_at IS NOT NULL THEN s.${column} END`

const itemSql = (now: Date) => `
  SELECT ${disclosedColumns(beijingDay(now))}, s.current_round AS roundNo, a.version AS replyVersion,
    ${shownTextSql('kv', 'a.to_see')} AS toSee, a.funds_yuan AS fundsYuan, a.length_metres AS lengthMetres,
    a.beneficiaries, a.person_times AS personTimes, a.vehicle_trips AS vehicleTrips,
    ${textSql('facts')} AS facts, ${textSql('proposal')} AS proposal, ks.year AS keyYear,
    ${shownTextSql('kl', 'CONCAT(ks.leading_post, ks.leading_official)')} AS keyLeader,
    v.id AS villageId, v.name AS village
  ${disclosedFrom}
  LEFT JOIN matter kv ON kv.id = a.to_see_check_id
  LEFT JOIN matter kt ON kt.id = s.text_check_id
  LEFT JOIN key_suggestion ks ON ks.suggestion_id = s.id AND ks.ended_at IS NULL
  LEFT JOIN matter kl ON kl.id = ks.leader_check_id
  LEFT JOIN village v ON v.id = s.village_id
  ${ofTheTown} AND s.id = ?`

/** What was granted, and not taken back. */
const awardsPart = (townId: string, id: string) =>
  part<{ year: number; title: string }>({
    columns: { year: 'w.year', title: 'w.title' },
    from: `FROM award w JOIN matter wm ON wm.id = w.id AND wm.state = 'granted'
      WHERE w.suggestion_id = ? AND w.town_id = ?`,
    order: 'w.year DESC, w.id',
    parameters: [id, townId],
  })

/** All that everyone may read of one suggestion; undefined where it is not public (yet). */
export async function readItem(reader: Reader, townId: string, id: string, now: Date) {
  const [[row], { lines, photos, awards }] = await Promise.all([
    reader.query<ItemRow[]>(itemSql(now), [townId, id]),
    readTogether(reader, {
      lines: linesPart(townId, id),
      photos: photosPart(id),
      awards: awardsPart(townId, id),
    }),
  ])
  if (!row) return undefined
  const { facts, proposal, keyYear, keyLeader, villageId, village, roundNo, replyVersion, toSee } = row
  const { fundsYuan, lengthMetres, beneficiaries, personTimes, vehicleTrips } = row
  const isReplied = replyVersion !== null
  return {
    disclosures: disclose(row, await readShownBy(reader, townId, [id]), now),
    key: keyYear === null || keyLeader === null ? null : { year: keyYear, leader: keyLeader },
    awards: awards.map(({ year, title }) => ({ year: Number(year), title })),
    village: villageId === null || village === null ? null : { id: villageId, name: village },
    text: facts === null || proposal === null ? null : { facts, proposal },
    toSee,
    card: { fundsYuan, lengthMetres, beneficiaries, personTimes, vehicleTrips },
    // Those of a consultation are never public.
    photos: publicPhotosOf(isReplied ? photos : [], { roundNo, version: replyVersion ?? 0 }),
    files: isReplied ? publicFilesOf(photos, { roundNo, version: replyVersion }) : [],
    timeline: linesOf(lines),
  }
}

/** The photos of the reply as it stands; those of a consultation are never public. */
export async function readPublicPhotos(reader: Reader, townId: string, id: string) {
  const reply = await readItemReply(reader, townId, id)
  const { photos } = await readTogether(reader, { photos: reply ? photosPart(id) : undefined })
  return publicPhotosOf(photos, reply ?? { roundNo: 0, version: 0 })
}

/** The files of the reply as it stands that everyone may take. */
export async function readPublicFiles(reader: Reader, townId: string, id: string) {
  const reply = await readItemReply(reader, townId, id)
  const { photos } = await readTogether(reader, { photos: reply ? photosPart(id) : undefined })
  return reply ? publicFilesOf(photos, reply) : []
}

async function readItemReply(reader: Reader, townId: string, id: string) {
  const [reply] = await reader.query<{ roundNo: number; version: number }[]>(
    `SELECT a.round_no AS roundNo, a.version FROM suggestion s
     JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round ${ofTheTown} AND s.id = ?`,
    [townId, id],
  )
  return reply
}
