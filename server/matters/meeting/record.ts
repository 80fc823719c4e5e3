import type { SummaryState } from '../../../shared/matters/deliberation-summary/table'
import type { Named } from '../../../shared/grammar/endpoint'
import { isVoting, type MeetingKind, meetingKinds } from '../../../shared/matters/meeting/kinds'
import { effective, inOrder, isThere, type Marked } from '../../../shared/matters/meeting/roll'
import type { MeetingState } from '../../../shared/matters/meeting/table'
import { type Gone, lastDayOfQuarter, nameOfMeeting } from '../../../shared/matters/meeting/words'
import { decidedOnIn } from '../../../shared/matters/opinion/in-meeting'
import { uncheckedStates } from '../../../shared/matters/opinion/states'
import type { OpinionState } from '../../../shared/matters/opinion/table'
import { addDays, addMonths, type Day } from '../../../shared/rules/days'
import { instantText, isoInstant } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { askedPart } from '../../engine/asks/read'
import { type Election, electionOf } from './elections'
import type { MatterRecord } from '../../engine/kind'
import {
  agendaPart,
  type AgendaRow,
  decisionsPart,
  type DecisionRow,
  electionsPart,
  invitedPart,
  type Item,
  itemsPart,
  lastMinutesPart,
  type MarkRow,
  marksPart,
  type Member,
  membersPart,
  type NoteRow,
  notesPart,
  type PersonRow,
  presidiumPart,
  type SeatRow,
  seatsPart,
  summaryPart,
} from './record-parts'
import { type DecidedRow, onSuggestionsPart } from './on-suggestions'
import { type GivenRow, resolutionsPart } from './resolution-parts'

interface MeetingRow extends MatterRecord<MeetingState> {
  meetingKind: MeetingKind
  /** Null where it is no group that meets. */
  groupId: string | null
  groupName: string | null
  title: string | null
  heldBy: Day
  day: Day | null
  startsAt: string | null
  place: string | null
  openedAt: string | null
  endedAt: string | null
  remarks: string | null
  minutesText: string | null
  minutesDigest: string | null
  shortNotice: string | null
  rollNo: number
  observers: number
}

/** A meeting with whoever is expected, the marks of its roll, and what is on its list. */
export interface MeetingRecord extends MeetingRow {
  members: Member[]
  /** Of a session: the mandates that it is counted from. */
  seats: readonly SeatRow[]
  /** Where it is no group: who calls it together. */
  conveners: readonly string[]
  /** Where it is no group: who sits in the presidium, once each. */
  presidium: readonly Named[]
  marks: readonly Marked[]
  /** Of each the last reason for a leave. */
  leaves: ReadonlyMap<string, string | null>
  items: Item[]
  agenda: AgendaRow[]
  decisions: DecisionRow[]
  elections: Election[]
  /** What was said to the items. */
  notes: NoteRow[]
  /** What it gave somebody to do. */
  given: GivenRow[]
  /** What it decided of suggestions. */
  onSuggestions: DecidedRow[]
  /** What became of it, when the meeting was over. */
  summary: { id: string; state: SummaryState } | null
  /** Until when the minutes are to be approved: the next one is held by then. */
  approveBy: Day
  /** Of the same body, what waits to be approved at a meeting; the oldest first. */
  lastMinutes: readonly LastMinutes[]
}

export interface LastMinutes {
  id: string
  title: string
  /** How often somebody found something wrong in them. */
  objections: number
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ meetingKind: 'v.meeting_kind', groupId: 'g.id', groupName: 'g.name' },
  ...{ heldBy: 'v.held_by', day: 'v.day', startsAt: 'v.starts_at', place: 'v.place' },
  ...{ openedAt: instantText('v.opened_at'), endedAt: instantText('v.ended_at') },
  ...{ remarks: 'v.remarks', minutesText: 'v.minutes_text', minutesDigest: 'v.minutes_digest' },
  ...{ title: 'v.title', shortNotice: 'v.short_notice', rollNo: 'v.roll_no', observers: 'v.observers' },
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}
const from = `FROM meeting v JOIN matter m ON m.id = v.id LEFT JOIN deputy_group g ON g.id = v.deputy_group_id
  JOIN town t ON t.id = v.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id WHERE v.town_id = ?`

export async function readMeeting(
  reader: Reader,
  townId: string,
  id: string,
): Promise<MeetingRecord | undefined> {
  const {
    rows,
    members,
    invited,
    seats,
    presidium,
    marks,
    items,
    agenda,
    decisions,
    elections,
    notes,
    summaries,
    given,
    onSuggestions,
    asked,
    last,
  } = await readTogether(reader, {
    rows: part<MeetingRow>({
      columns,
      from: `${from} AND v.id = ?`,
      order: 'v.id',
      parameters: [townId, id],
    }),
    members: membersPart(id),
    invited: invitedPart(id),
    seats: seatsPart(id),
    presidium: presidiumPart(id),
    marks: marksPart(id),
    items: itemsPart(id),
    agenda: agendaPart(id),
    decisions: decisionsPart(id),
    elections: electionsPart(id),
    notes: notesPart(id),
    summaries: summaryPart(id),
    given: resolutionsPart(id),
    onSuggestions: onSuggestionsPart(id),
    asked: askedPart([id]),
    last: lastMinutesPart(id),
  })
  const [row] = rows
  if (row === undefined) return undefined
  const chairs = presidium.filter(({ chairs: isChair }) => Number(isChair) === 1)
  const sitting = {
    group: members,
    presidium,
    congress: seats.flatMap(memberOf),
    leaders: invited,
    deputies: invited,
  }
  const { body } = meetingKinds[row.meetingKind]
  const conveners = (body === 'presidium' || body === 'leaders') && chairs.length > 0 ? chairs : presidium
  const marked = marks.map(({ id: personId, markId, mark, at, undoes }) => ({
    ...{ id: markId, personId, mark, undoes },
    at: Date.parse(isoInstant(at)),
  }))
  const leaves = marks
    .filter(({ mark }) => mark === 'leave' || mark === 'asked')
    .map((one) => [one.id, one.reason] as const)
  return {
    ...row,
    ...{ rollNo: Number(row.rollNo), observers: Number(row.observers) },
    members: expectedIn(row, sitting[body], marks),
    seats,
    conveners: [...new Set(conveners.map((one) => one.id))],
    presidium: [...new Map(presidium.map(({ id: of, name }) => [of, { id: of, name }])).values()],
    // A group writes its roll down as it was called; elsewhere two clerks may send theirs one after the other.
    marks: isVoting(row.meetingKind) ? inOrder(marked) : marked,
    ...{
      leaves: new Map(leaves),
      items,
      agenda,
      asked,
      notes,
      given,
      onSuggestions,
      summary: summaries[0] ?? null,
    },
    decisions: decisions.map((one) => ({
      ...one,
      ...{ inOffice: Number(one.inOffice), present: Number(one.present) },
      ...{ yes: Number(one.yes), no: Number(one.no), abstain: Number(one.abstain) },
    })),
    elections: elections.map(electionOf),
    approveBy: isVoting(row.meetingKind)
      ? addMonths(row.day ?? row.heldBy, 3)
      : lastDayOfQuarter(addDays(row.heldBy, 1)),
    lastMinutes: last.map(({ id: of, objections, ...meeting }) => ({
      ...{ id: of, title: nameOfMeeting(meeting), objections: Number(objections) },
    })),
  }
}

/** Whoever is suspended is not expected; the mandate counts all the same. */
const memberOf = ({ personId, name, groupName, position, suspendedOn }: SeatRow): PersonRow[] =>
  suspendedOn === null ? [{ id: personId, name, groupName, position, leads: 0, ofTownship: 1 }] : []

/** Whoever sits in the body, once each; of a meeting that is over, whoever was called then. */
function expectedIn(
  { state }: Pick<MeetingRow, 'state'>,
  members: readonly PersonRow[],
  marks: readonly MarkRow[],
): Member[] {
  const isOver = state === 'ended' || state === 'drafted' || state === 'approved'
  const once = [...new Map((isOver ? marks : members).map((one) => [one.id, one] as const)).values()]
  const those = isOver
    ? once.sort((one, other) => Number(one.position) - Number(other.position) || (one.id < other.id ? -1 : 1))
    : once
  return those.map(({ id, name, groupName, leads, ofTownship }) => ({
    ...{ id, name, groupName, leads: Number(leads) === 1, ofTownship: Number(ofTownship) === 1 },
  }))
}

export const marksOf = ({ marks }: MeetingRecord) => effective(marks)

/** Asked for a leave after it, and was not answered. */
export const asksAfterwards = (record: MeetingRecord, personId: string) =>
  marksOf(record).get(personId)?.at(-1)?.mark === 'asked'

/** Somebody was called, and not only given leave before. */
export const isRollBegun = ({ marks }: MeetingRecord) =>
  marks.some(({ mark }) => mark === 'arrived' || mark === 'absent')

/** Each who is expected has been called. */
export const isRollCalled = (record: MeetingRecord) => {
  const called = marksOf(record)
  return record.marks.length > 0 && record.members.every(({ id }) => (called.get(id) ?? []).length > 0)
}

const withOffice: readonly OpinionState[] = ['deputyLeft', 'unsolvedAgain', 'held']

/** Why nobody talks of it any more, while the meeting is not over; null where it is to be decided, or was. */
export function goneOf(
  { groupId, state }: Pick<MeetingRecord, 'groupId' | 'state'>,
  item: Pick<Item, 'decision' | 'opinionState' | 'deputyGroupId'>,
): Gone | null {
  if (item.decision !== null || (state !== 'convened' && state !== 'open')) return null
  const { opinionState: at } = item
  if (at === 'closed') return 'ended'
  if (at === 'inSuggestion') return 'raised'
  if (at === 'askedBack') return 'asked'
  if (withOffice.includes(at)) return 'withOffice'
  if (at === 'sent' || (uncheckedStates as readonly OpinionState[]).includes(at)) return 'checking'
  return item.deputyGroupId === groupId && (decidedOnIn as readonly OpinionState[]).includes(at)
    ? null
    : 'passedOn'
}

export const areItemsLeft = (record: MeetingRecord) =>
  record.items.some((item) => item.decision === null && goneOf(record, item) === null)

export const isSomebodyThere = (record: MeetingRecord) =>
  [...marksOf(record).values()].some((own) => isThere(own))
