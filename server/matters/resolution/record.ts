import { type MeetingKind, meetingKinds } from '../../../shared/matters/meeting/kinds'
import { nameOfMeeting } from '../../../shared/matters/meeting/words'
import type { ResolutionState } from '../../../shared/matters/resolution/table'
import { nextMeetingBy } from '../../../shared/rules/cadence'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { parties } from '../../../shared/words/parties'
import { isTownshipDeputy } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { instantText, isoInstant } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

interface ResolutionRow extends MatterRecord<ResolutionState> {
  meetingId: string
  meetingKind: MeetingKind
  meetingTitle: string | null
  heldBy: Day
  what: string
  unitId: string | null
  unit: string | null
  personId: string | null
  person: string | null
  dueOn: Day
  times: number
  result: string | null
}

/** As it is kept, with who stands to it. */
export interface ResolutionRecord extends ResolutionRow {
  meeting: string
  whose: string
  /** The body meets again until then. */
  hearBy: Day
  /** Of the congress: each who sits in it. */
  deputies: string[]
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ meetingId: 'r.meeting_id', meetingKind: 'v.meeting_kind', meetingTitle: 'v.title' },
  ...{ heldBy: 'v.held_by', what: 'r.what', unitId: 'r.unit_id', unit: 'u.name' },
  ...{ personId: 'r.person_id', person: 'p.name', dueOn: 'r.due_on', times: 'r.times', result: 'r.result' },
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

/** Of a session everybody who sits in the congress reads what it decided. */
const deputiesPart = (id: string) =>
  part<{ id: string; position: number }>({
    columns: { id: 'p.id', position: 'p.position' },
    from: `FROM resolution r JOIN meeting v ON v.id = r.meeting_id AND v.meeting_kind = 'congressSession'
      JOIN person p ON p.town_id = r.town_id WHERE r.id = ? AND ${isTownshipDeputy('p.id')}`,
    order: 'p.position, p.id',
    parameters: [id],
  })

export async function readResolution(
  reader: Reader,
  townId: string,
  id: string,
): Promise<ResolutionRecord | undefined> {
  const { found, deputies } = await readTogether(reader, {
    found: part<ResolutionRow>({
      columns,
      from: `FROM resolution r JOIN matter m ON m.id = r.id JOIN meeting v ON v.id = r.meeting_id
        LEFT JOIN handling_unit u ON u.id = r.unit_id LEFT JOIN person p ON p.id = r.person_id
        JOIN town t ON t.id = r.town_id ${rulesOfMatter('r')} WHERE r.town_id = ? AND r.id = ?`,
      order: 'r.id',
      parameters: [townId, id],
    }),
    deputies: deputiesPart(id),
  })
  const [row] = found
  if (row === undefined) return undefined
  return {
    ...row,
    times: Number(row.times),
    meeting: nameOfMeeting({ ...row, title: row.meetingTitle, groupName: null }),
    whose: row.unit ?? row.person ?? parties.congressOffice,
    hearBy: nextMeetingBy(
      meetingKinds[row.meetingKind].body,
      beijingDay(new Date(isoInstant(row.stateSince))),
    ),
    deputies: deputies.map((one) => one.id),
  }
}
