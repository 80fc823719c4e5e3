import type { ReceptionState } from '../../../shared/matters/reception/table'
import type { Day } from '../../../shared/rules/days'
import { instantText, marks } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { type Asked, askedPart } from '../../engine/asks/read'
import type { MatterRecord } from '../../engine/kind'

export interface Sitter {
  id: string
  name: string
  /** By the clerk's roll, as the database keeps it. */
  sat: number | boolean | null
}

interface ReceptionRow extends MatterRecord<ReceptionState> {
  stationId: string
  station: string
  time: string | null
  place: string | null
  heldOn: Day
  ruleOn: Day
  received: number | null
  note: string | null
  swapFromId: string | null
  inReturnId: string | null
  /** How many who came are written down. */
  recorded: number
}

/** As it is kept, with where it stands and who sits there. */
export interface ReceptionRecord extends ReceptionRow {
  sitters: Sitter[]
  asked: Asked[]
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ stationId: 'st.id', station: 'st.name', time: 'st.reception_time', place: 'st.reception_place' },
  ...{ heldOn: 'v.held_on', ruleOn: 'v.rule_on', received: 'v.received', note: 'v.note' },
  ...{ swapFromId: 'v.swap_from_id', inReturnId: 'v.in_return_id' },
  recorded: '(SELECT COUNT(*) FROM reception_record x WHERE x.reception_id = v.id)',
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

/** Those of these that the town has, in the order of their days. */
export async function readReceptions(
  reader: Reader,
  townId: string,
  ids: readonly string[],
): Promise<ReceptionRecord[]> {
  if (ids.length === 0) return []
  const { rows, sitters, asked } = await readTogether(reader, {
    rows: part<ReceptionRow>({
      columns,
      from: `FROM reception v JOIN matter m ON m.id = v.id JOIN liaison_station st ON st.id = v.liaison_station_id
        JOIN town t ON t.id = v.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
        WHERE v.town_id = ? AND v.id IN (${marks(ids)})`,
      order: 'v.held_on, v.id',
      parameters: [townId, ...ids],
    }),
    sitters: part<Sitter & { of: string }>({
      columns: { of: 's.reception_id', id: 's.person_id', name: 'p.name', sat: 's.sat' },
      from: `FROM reception_sitter s JOIN person p ON p.id = s.person_id WHERE s.reception_id IN (${marks(ids)})`,
      order: 's.reception_id, s.position, s.person_id',
      parameters: [...ids],
    }),
    asked: askedPart(ids),
  })
  const ofOne = <T extends { of: string }>(all: readonly T[], id: string) =>
    all.filter((one) => one.of === id).map(({ of: _, ...rest }) => rest)
  return rows.map((row) => ({
    ...row,
    sitters: ofOne(sitters, row.id),
    asked: ofOne(asked, row.id),
  }))
}

export const readReception = async (reader: Reader, townId: string, id: string) =>
  (await readReceptions(reader, townId, [id]))[0]
