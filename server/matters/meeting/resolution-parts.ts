import type { MeetingKind } from '../../../shared/matters/meeting/kinds'
import { type ResolutionState, unsettledIn } from '../../../shared/matters/resolution/table'
import type { Day } from '../../../shared/rules/days'
import { parties } from '../../../shared/words/parties'
import { quoted } from '../../database/sql'
import { part } from '../../database/together'

export interface GivenRow {
  id: string
  what: string
  unit: string | null
  person: string | null
  firstDueOn: Day
  state: ResolutionState
  position: number
}

/** What this meeting gave somebody to do. */
export const resolutionsPart = (id: string) =>
  part<GivenRow>({
    columns: {
      ...{ id: 'r.id', what: 'r.what', unit: 'u.name', person: 'p.name', state: 'rm.state' },
      ...{ firstDueOn: 'r.first_due_on', position: 'r.position' },
    },
    from: `FROM resolution r JOIN matter rm ON rm.id = r.id LEFT JOIN handling_unit u ON u.id = r.unit_id
      LEFT JOIN person p ON p.id = r.person_id WHERE r.meeting_id = ?`,
    order: 'r.position, r.id',
    parameters: [id],
  })

export interface Unsettled {
  id: string
  what: string
}

/** What earlier meetings of the body gave somebody to do, and is not settled; the oldest first. */
export const unsettledPart = ({
  id,
  townId,
  meetingKind,
}: {
  id: string
  townId: string
  meetingKind: MeetingKind
}) =>
  part<Unsettled & { heldBy: Day; position: number }>({
    columns: { id: 'r.id', what: 'r.what', heldBy: 'v.held_by', position: 'r.position' },
    from: `FROM resolution r JOIN matter rm ON rm.id = r.id JOIN meeting v ON v.id = r.meeting_id
      WHERE r.town_id = ? AND v.meeting_kind = ? AND v.id <> ? AND rm.state IN (${quoted(unsettledIn)})`,
    order: 'v.held_by, r.position, r.id',
    parameters: [townId, meetingKind, id],
  })

export const whoseOf = ({ unit, person }: Pick<GivenRow, 'unit' | 'person'>) =>
  unit ?? person ?? parties.congressOffice
