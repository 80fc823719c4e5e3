import type { SummaryState } from '../../../shared/matters/deliberation-summary/table'
import {
  type AnswerKind,
  needsAnswer,
  type NoteKind,
} from '../../../shared/matters/deliberation-summary/words'
import type { MeetingKind } from '../../../shared/matters/meeting/kinds'
import { nameOfMeeting } from '../../../shared/matters/meeting/words'
import type { Day } from '../../../shared/rules/days'
import { isTownshipDeputy } from '../../database/in-office'
import { instantText } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

interface SummaryRow extends MatterRecord<SummaryState> {
  meetingId: string
  meetingKind: MeetingKind
  meetingTitle: string | null
  heldBy: Day
  unitId: string | null
  unit: string | null
  dueOn: Day | null
  sentBack: number | boolean
}

export interface SummaryItemRow {
  id: string
  text: string
  unitId: string | null
  unit: string | null
  answerKind: AnswerKind | null
  answer: string | null
  missing: string | null
  isOpen: number | boolean
  position: number
}

export interface NoteRow {
  id: string
  agendaItem: string
  groupName: string | null
  noteKind: NoteKind
  text: string
  speakerId: string | null
  speaker: string | null
  itemId: string | null
  leftOut: string | null
  position: number
}

/** As it is kept, with what was said, and all deputies, who read it from when it is handed over. */
export interface SummaryRecord extends Omit<SummaryRow, 'sentBack'> {
  meeting: string
  isSentBack: boolean
  items: SummaryItemRow[]
  notes: NoteRow[]
  deputies: string[]
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ meetingId: 'v.id', meetingKind: 'v.meeting_kind', meetingTitle: 'v.title', heldBy: 'v.held_by' },
  ...{ unitId: 's.unit_id', unit: 'u.name', dueOn: 's.due_on', sentBack: 's.sent_back' },
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

const itemsPart = (id: string) =>
  part<SummaryItemRow>({
    columns: {
      ...{ id: 'i.id', text: 'i.text', unitId: 'i.unit_id', unit: 'u.name', position: 'i.position' },
      ...{ answerKind: 'i.answer_kind', answer: 'i.answer', missing: 'i.missing', isOpen: 'i.is_open' },
    },
    from: 'FROM summary_item i LEFT JOIN handling_unit u ON u.id = i.unit_id WHERE i.summary_id = ?',
    order: 'i.position, i.id',
    parameters: [id],
  })

const notesPart = (id: string) =>
  part<NoteRow>({
    columns: {
      ...{ id: 'n.id', agendaItem: 'a.title', groupName: 'g.name', noteKind: 'n.note_kind', text: 'n.text' },
      ...{ speakerId: 'n.speaker_id', speaker: 'p.name', itemId: 'n.summary_item_id' },
      ...{ leftOut: 'n.left_out', position: 'n.position' },
    },
    from: `FROM deliberation_summary s JOIN deliberation_note n ON n.meeting_id = s.meeting_id
      JOIN agenda_item a ON a.id = n.agenda_item_id LEFT JOIN deputy_group g ON g.id = n.deputy_group_id
      LEFT JOIN person p ON p.id = n.speaker_id WHERE s.id = ?`,
    order: 'n.position, n.id',
    parameters: [id],
  })

const deputiesPart = (townId: string) =>
  part<{ id: string; position: number }>({
    columns: { id: 'p.id', position: 'p.position' },
    from: `FROM person p WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')}`,
    order: 'p.position, p.id',
    parameters: [townId],
  })

export async function readSummary(
  reader: Reader,
  townId: string,
  id: string,
): Promise<SummaryRecord | undefined> {
  const { found, items, notes, deputies } = await readTogether(reader, {
    found: part<SummaryRow>({
      columns,
      from: `FROM deliberation_summary s JOIN matter m ON m.id = s.id JOIN meeting v ON v.id = s.meeting_id
        LEFT JOIN handling_unit u ON u.id = s.unit_id JOIN town t ON t.id = s.town_id ${rulesOfMatter('s')}
        WHERE s.town_id = ? AND s.id = ?`,
      order: 's.id',
      parameters: [townId, id],
    }),
    items: itemsPart(id),
    notes: notesPart(id),
    deputies: deputiesPart(townId),
  })
  const [row] = found
  if (row === undefined) return undefined
  const { sentBack, ...own } = row
  return {
    ...own,
    meeting: nameOfMeeting({ ...row, title: row.meetingTitle, groupName: null }),
    isSentBack: Number(sentBack) === 1,
    ...{ items, notes, deputies: deputies.map((one) => one.id) },
  }
}

/** Opinions and questions that stand in no item, and nobody has said why. */
export const unusedIn = ({ notes }: SummaryRecord) =>
  notes.filter(
    ({ noteKind, itemId, leftOut }) => needsAnswer(noteKind) && itemId === null && leftOut === null,
  )

export const openIn = ({ items }: SummaryRecord) => items.filter(({ isOpen }) => Number(isOpen) === 1)

/** Before it is handed over it is in the hands of office and presidium alone. */
export const isPrivate = ({ state }: Pick<SummaryRecord, 'state'>) =>
  state === 'sorting' || state === 'withoutItems'
