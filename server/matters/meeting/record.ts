import type { MeetingState } from '../../../shared/matters/meeting/table'
import { decidedOnIn } from '../../../shared/matters/opinion/in-meeting'
import type { OpinionState } from '../../../shared/matters/opinion/table'
import { uncheckedStates } from '../../../shared/matters/opinion/states'
import type { MeetingKind } from '../../../shared/matters/meeting/kinds'
import { effective, isThere, type Marked } from '../../../shared/matters/meeting/roll'
import {
  type Gone,
  lastDayOfQuarter,
  type Mark,
  meetingTitle,
  type ReviewDecision,
} from '../../../shared/matters/meeting/words'
import { addDays, type Day } from '../../../shared/rules/days'
import type { OpinionKind } from '../../../shared/words/words'
import { isDeputy, isTownshipDeputy } from '../../database/in-office'
import { instantText, isoInstant } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { askedPart } from '../../engine/asks/read'
import type { MatterRecord } from '../../engine/kind'

export interface Member {
  id: string
  name: string
  leads: boolean
  ofTownship: boolean
}

export interface Item {
  id: string
  opinionId: string
  opinionState: OpinionState
  opinionKind: OpinionKind
  receivedAt: string
  deputyId: string
  deputyName: string
  deputyGroupId: string | null
  gist: string | null
  decision: ReviewDecision | null
  said: string | null
  suggestionId: string | null
  lead: string | null
  notedBy: string | null
}

interface MeetingRow extends MatterRecord<MeetingState> {
  meetingKind: MeetingKind
  groupId: string
  groupName: string
  heldBy: Day
  day: Day | null
  startsAt: string | null
  place: string | null
  openedAt: string | null
  endedAt: string | null
  remarks: string | null
  minutesText: string | null
  minutesDigest: string | null
}

/** A meeting with whoever is expected, the marks of its roll, and what is on its list. */
export interface MeetingRecord extends MeetingRow {
  members: Member[]
  marks: readonly Marked[]
  /** Of each the last reason for a leave. */
  leaves: ReadonlyMap<string, string | null>
  items: Item[]
  /** Until when the minutes are to be approved: the next one is held by then. */
  approveBy: Day
  /** Of the same group, what waits to be approved at a meeting; the oldest first. */
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
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}
const from = `FROM meeting v JOIN matter m ON m.id = v.id JOIN deputy_group g ON g.id = v.deputy_group_id
  JOIN town t ON t.id = v.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id WHERE v.town_id = ?`

type PersonRow = Omit<Member, 'leads' | 'ofTownship'> & { leads: number; ofTownship: number }
const personColumns = {
  ...{ id: 'p.id', name: 'p.name' },
  leads: `CASE WHEN p.group_leader = 1 AND ${isTownshipDeputy('p.id')} THEN 1 ELSE 0 END`,
  ofTownship: `CASE WHEN ${isTownshipDeputy('p.id')} THEN 1 ELSE 0 END`,
}

/** Whoever sits in the group now, of whatever level. */
const membersPart = (id: string) =>
  part<PersonRow & { position: number }>({
    columns: { ...personColumns, position: 'p.position' },
    from: `FROM meeting v JOIN person p ON p.deputy_group_id = v.deputy_group_id
      WHERE v.id = ? AND ${isDeputy('p.id')}`,
    order: 'p.position, p.id',
    parameters: [id],
  })

const marksPart = (id: string) =>
  part<PersonRow & { mark: Mark; at: string; reason: string | null; position: number; no: number }>({
    columns: {
      ...personColumns,
      ...{ mark: 'x.mark', at: instantText('x.at'), reason: 'x.reason' },
      ...{ position: 'p.position', no: 'x.position' },
    },
    from: 'FROM roll_mark x JOIN person p ON p.id = x.person_id WHERE x.meeting_id = ?',
    order: 'x.position, x.id',
    parameters: [id],
  })

const itemsPart = (id: string) =>
  part<Item & { position: number }>({
    columns: {
      ...{ id: 'i.id', opinionId: 'i.opinion_id', opinionState: 'om.state', opinionKind: 'o.opinion_kind' },
      receivedAt: instantText('o.created_at'),
      ...{ deputyId: 'd.id', deputyName: 'd.name', deputyGroupId: 'd.deputy_group_id' },
      ...{ gist: 'i.gist', decision: 'i.decision', said: 'i.said', suggestionId: 'i.suggestion_id' },
      ...{ lead: 'l.name', notedBy: 'n.name', position: 'i.position' },
    },
    from: `FROM review_item i JOIN resident_opinion o ON o.id = i.opinion_id JOIN matter om ON om.id = o.id
      JOIN person d ON d.id = o.deputy_id LEFT JOIN person l ON l.id = i.lead_id
      LEFT JOIN person n ON n.id = i.noted_by_id WHERE i.meeting_id = ?`,
    order: 'i.position, i.id',
    parameters: [id],
  })

const lastMinutesPart = (id: string) =>
  part<{ id: string; meetingKind: MeetingKind; groupName: string; heldBy: Day; objections: number }>({
    columns: {
      ...{ id: 'v.id', meetingKind: 'v.meeting_kind', groupName: 'g.name', heldBy: 'v.held_by' },
      objections: `(SELECT COUNT(*) FROM matter_event e
        WHERE e.matter_id = v.id AND e.kind = 'meeting' AND e.action = 'object')`,
    },
    from: `FROM meeting o JOIN meeting v ON v.deputy_group_id = o.deputy_group_id AND v.id <> o.id
      JOIN matter m ON m.id = v.id JOIN deputy_group g ON g.id = v.deputy_group_id
      WHERE o.id = ? AND m.state = 'drafted'`,
    order: 'v.held_by, v.id',
    parameters: [id],
  })

export async function readMeeting(
  reader: Reader,
  townId: string,
  id: string,
): Promise<MeetingRecord | undefined> {
  const { rows, members, marks, items, asked, last } = await readTogether(reader, {
    rows: part<MeetingRow>({
      columns,
      from: `${from} AND v.id = ?`,
      order: 'v.id',
      parameters: [townId, id],
    }),
    members: membersPart(id),
    marks: marksPart(id),
    items: itemsPart(id),
    asked: askedPart([id]),
    last: lastMinutesPart(id),
  })
  const [row] = rows
  if (row === undefined) return undefined
  const marked = marks.map(({ id: personId, mark, at }) => ({
    personId,
    mark,
    at: Date.parse(isoInstant(at)),
  }))
  const leaves = marks.filter(({ mark }) => mark === 'leave').map((one) => [one.id, one.reason] as const)
  return {
    ...row,
    ...{ members: expectedIn(row, members, marks), marks: marked, leaves: new Map(leaves), items, asked },
    approveBy: lastDayOfQuarter(addDays(row.heldBy, 1)),
    lastMinutes: last.map(({ id: of, meetingKind, groupName, heldBy, objections }) => ({
      ...{ id: of, title: meetingTitle(meetingKind, groupName, heldBy), objections: Number(objections) },
    })),
  }
}

/** Whoever is in the group; of a meeting that is over, whoever was called then. */
function expectedIn(
  { state }: Pick<MeetingRow, 'state'>,
  members: readonly (PersonRow & { position: number })[],
  marks: readonly (PersonRow & { position: number })[],
): Member[] {
  const isOver = state === 'ended' || state === 'drafted' || state === 'approved'
  const those = isOver
    ? [...new Map(marks.map((one) => [one.id, one])).values()].sort(
        (one, other) => Number(one.position) - Number(other.position) || (one.id < other.id ? -1 : 1),
      )
    : members
  return those.map(({ id, name, leads, ofTownship }) => ({
    ...{ id, name, leads: Number(leads) === 1, ofTownship: Number(ofTownship) === 1 },
  }))
}

export const marksOf = ({ marks }: MeetingRecord) => effective(marks)

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
