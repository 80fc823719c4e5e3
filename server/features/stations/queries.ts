import type { StationPage } from '../../../shared/api/stations'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { nextReceptionDay, turnOfWeek } from '../../../shared/rules/reception-days'
import { readReceptionDays } from '../../../shared/rules/reception-rules'
import { Refusal } from '../../../shared/words/refusals'
import type { StationKind } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { readCalendar } from '../../engine/read-calendar'
import { readVillage } from '../board/queries'
import { publicDeputies } from '../people/public-deputies'
import { addressOf, shownDigestSql } from '../register-pictures/pictures'

interface StationRow {
  id: string
  townId: string
  townName: string
  name: string
  kind: StationKind
  villageId: string | null
  villageName: string | null
  address: string | null
  mapPlace: string | null
  photo: string | null
  manager: string | null
  openingHours: string | null
  receptionDays: string | null
  receptionTime: string | null
  openedOn: Day | null
  letters: number | null
  issueNo: number | null
  asOf: Day | null
  nextOn: Day | null
}

const shownOnDoor = 3

/** The door of the house: who is here, when is the next reception day, what is in hand. @throws Refusal `not_found` */
export async function readStation(
  reader: Reader,
  townId: string,
  id: string,
  now: Date,
): Promise<StationPage> {
  const [station] = await reader.query<StationRow[]>(
    `SELECT st.id, st.town_id AS townId, t.name AS townName, st.name, st.station_kind AS kind,
       v.id AS villageId, v.name AS villageName, st.address, st.map_place AS mapPlace, ${shownDigestSql('stationPhoto', 'st')} AS photo,
       st.manager_name AS manager, st.opening_hours AS openingHours,
       st.reception_days AS receptionDays, st.reception_time AS receptionTime,
       lb.opened_on AS openedOn, lb.letters,
       po.issue_no AS issueNo, po.as_of AS asOf, po.next_on AS nextOn
     FROM liaison_station st JOIN town t ON t.id = st.town_id LEFT JOIN village v ON v.id = st.village_id
     LEFT JOIN letter_box lb ON lb.hung_station_id = st.id
     LEFT JOIN poster po ON po.hanging_station_id = st.id
     WHERE st.town_id = ? AND st.id = ? AND st.ended_on IS NULL`,
    [townId, id],
  )
  if (!station) throw new Refusal('not_found')
  const today = beijingDay(now)
  const deputies = await publicDeputies(reader, townId, id)
  const turn = deputies.length === 0 ? 0 : turnOfWeek(deputies.length, today)
  const next = nextReceptionDay(
    readReceptionDays(station.receptionDays ?? '') ?? [],
    today,
    await readCalendar(reader, townId),
  )
  const village = station.villageId
    ? await readVillage(reader, townId, station.villageId, shownOnDoor, now)
    : { items: [], inHand: 0, confirmed: 0 }
  return {
    id: station.id,
    townId,
    townName: station.townName,
    name: station.name,
    kind: station.kind,
    village:
      station.villageId && station.villageName ? { id: station.villageId, name: station.villageName } : null,
    address: station.address,
    photo: station.photo && addressOf('stationPhoto', townId, station.id, station.photo),
    mapPlace: station.mapPlace,
    manager: station.manager,
    openingHours: station.openingHours,
    onDuty: deputies[turn] ?? null,
    deputies: [...deputies.slice(turn), ...deputies.slice(0, turn)],
    nextReceptionDay: next ? { on: next.on, time: station.receptionTime ?? '' } : null,
    box: station.openedOn === null ? null : { openedOn: station.openedOn, letters: Number(station.letters) },
    poster: posterOf(station),
    inHand: village.items,
    inHandCount: village.inHand,
    confirmedCount: village.confirmed,
  }
}

const posterOf = ({ issueNo, asOf, nextOn }: StationRow) =>
  issueNo === null || asOf === null || nextOn === null ? null : { issueNo: Number(issueNo), asOf, nextOn }
