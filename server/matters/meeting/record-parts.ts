import type { SummaryState } from '../../../shared/matters/deliberation-summary/table'
import type { NoteKind } from '../../../shared/matters/deliberation-summary/words'
import { type MeetingKind, meetingKinds } from '../../../shared/matters/meeting/kinds'
import type { ItemOutcome, Mark, ReviewDecision, VoteMethod } from '../../../shared/matters/meeting/words'
import type { OpinionState } from '../../../shared/matters/opinion/table'
import type { OpinionKind } from '../../../shared/words/words'
import type { ResolutionState } from '../../../shared/matters/resolution/table'
import type { Day } from '../../../shared/rules/days'
import type { Seat } from '../../../shared/rules/quorum'
import { isDeputy, isHeld, isTownshipDeputy } from '../../database/in-office'
import { instantText, quoted } from '../../database/sql'
import { part } from '../../database/together'

/** What is read of one meeting, all in one statement: who sits there, the roll, and what is on the list or the agenda. */

export interface Member {
  id: string
  name: string
  groupName: string | null
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

export type PersonRow = Omit<Member, 'leads' | 'ofTownship'> & {
  leads: number
  ofTownship: number
  position: number
}
const personColumns = {
  ...{ id: 'p.id', name: 'p.name', groupName: 'pg.name', position: 'p.position' },
  leads: `CASE WHEN p.group_leader = 1 AND ${isTownshipDeputy('p.id')} THEN 1 ELSE 0 END`,
  ofTownship: `CASE WHEN ${isTownshipDeputy('p.id')} THEN 1 ELSE 0 END`,
}
const ownGroup = 'LEFT JOIN deputy_group pg ON pg.id = p.deputy_group_id'

/** Whoever sits in the group now, of whatever level. */
export const membersPart = (id: string) =>
  part<PersonRow>({
    columns: personColumns,
    from: `FROM meeting v JOIN person p ON p.deputy_group_id = v.deputy_group_id ${ownGroup}
      WHERE v.id = ? AND ${isDeputy('p.id')}`,
    order: 'p.position, p.id',
    parameters: [id],
  })

/** 代表小组长会议: who leads a group; 年中议政会: every deputy who is in the town, of whatever level. */
export const invitedPart = (id: string) =>
  part<PersonRow>({
    columns: personColumns,
    from: `FROM meeting v JOIN person p ON p.town_id = v.town_id ${ownGroup}
      WHERE v.id = ? AND ((v.meeting_kind = 'leadersMeeting' AND p.group_leader = 1 AND ${isTownshipDeputy('p.id')})
        OR (v.meeting_kind = 'midYearDeliberation' AND ${isDeputy('p.id')}))`,
    order: 'p.position, p.id',
    parameters: [id],
  })

export type SeatRow = Seat & Pick<Member, 'name' | 'groupName'> & { position: number; seat: string }

/** Of a session: the mandates of the township that have not ended, also those that are suspended. */
export const seatsPart = (id: string) =>
  part<SeatRow>({
    columns: {
      ...{ seat: 'h.id', personId: 'h.person_id', congressLevel: 'h.congress_level' },
      ...{ begunOn: 'h.begun_on', endedOn: 'h.ended_on', suspendedOn: 'h.suspended_on' },
      ...{ name: 'p.name', groupName: 'pg.name', position: 'p.position' },
    },
    from: `FROM meeting v JOIN mandate h ON h.town_id = v.town_id AND h.congress_level = 'township'
        AND h.ended_on IS NULL
      JOIN person p ON p.id = h.person_id ${ownGroup}
      WHERE v.id = ? AND v.meeting_kind = 'congressSession'`,
    order: 'p.position, p.id, h.id',
    parameters: [id],
  })

/** Whoever is in the presidium, its chair first: they convene, or are themselves the meeting. */
export const presidiumPart = (id: string) =>
  part<PersonRow & { chairs: number; post: string }>({
    columns: {
      ...personColumns,
      post: 'o.id',
      chairs: 'CASE WHEN o.presidium_post IS NULL THEN 0 ELSE 1 END',
    },
    from: `FROM meeting v JOIN post o ON o.town_id = v.town_id AND o.post_kind = 'presidiumMember' AND ${isHeld('o')}
      JOIN person p ON p.id = o.person_id ${ownGroup}
      WHERE v.id = ? AND v.meeting_kind <> 'groupMeeting'`,
    order: 'p.position, p.id, o.id',
    parameters: [id],
  })

export type MarkRow = PersonRow & {
  markId: string
  mark: Mark
  at: string
  reason: string | null
  undoes: string | null
  no: number
}
export const marksPart = (id: string) =>
  part<MarkRow>({
    columns: {
      ...personColumns,
      ...{ markId: 'x.id', mark: 'x.mark', at: instantText('x.at'), reason: 'x.reason' },
      ...{ undoes: 'x.undoes', no: 'x.position' },
    },
    from: `FROM meeting v JOIN roll_mark x ON x.meeting_id = v.id AND x.roll_no = v.roll_no
      JOIN person p ON p.id = x.person_id ${ownGroup} WHERE v.id = ?`,
    order: 'x.position, x.id',
    parameters: [id],
  })

export const itemsPart = (id: string) =>
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

export interface AgendaRow {
  id: string
  title: string
  outcome: ItemOutcome | null
  note: string | null
  /** Of an earlier meeting, which is talked about under it. */
  resolutionId: string | null
  resolutionState: ResolutionState | null
  resolutionTimes: number | null
  position: number
}
export const agendaPart = (id: string) =>
  part<AgendaRow>({
    columns: {
      ...{ id: 'a.id', title: 'COALESCE(r.what, a.title)', outcome: 'a.outcome', note: 'a.outcome_note' },
      ...{ resolutionId: 'a.resolution_id', resolutionState: 'rm.state', resolutionTimes: 'r.times' },
      position: 'a.position',
    },
    from: `FROM agenda_item a LEFT JOIN resolution r ON r.id = a.resolution_id LEFT JOIN matter rm ON rm.id = r.id
      WHERE a.meeting_id = ?`,
    order: 'a.position, a.id',
    parameters: [id],
  })

export interface DecisionRow {
  id: string
  itemId: string
  text: string
  method: VoteMethod
  inOffice: number
  present: number
  yes: number
  no: number
  abstain: number
  at: string
}
export const decisionsPart = (id: string) =>
  part<DecisionRow>({
    columns: {
      ...{ id: 'd.id', itemId: 'd.agenda_item_id', text: 'd.text', method: 'd.method' },
      ...{ inOffice: 'd.in_office', present: 'd.present', yes: 'd.yes', no: 'd.no', abstain: 'd.abstain' },
      at: instantText('d.decided_at'),
    },
    from: 'FROM decision d WHERE d.meeting_id = ?',
    order: 'd.decided_at, d.id',
    parameters: [id],
  })

export interface ElectionRow {
  id: string
  itemId: string
  office: string
  seats: number
  inOffice: number
  present: number
  issued: number
  returned: number
  valid: number
  counted: string
  at: string
}
export const electionsPart = (id: string) =>
  part<ElectionRow>({
    columns: {
      ...{ id: 'e.id', itemId: 'e.agenda_item_id', office: 'e.office', seats: 'e.seats' },
      ...{ inOffice: 'e.in_office', present: 'e.present', issued: 'e.issued', returned: 'e.returned' },
      ...{ valid: 'e.valid', counted: 'e.counted', at: instantText('e.noted_at') },
    },
    from: 'FROM election_result e WHERE e.meeting_id = ?',
    order: 'e.noted_at, e.id',
    parameters: [id],
  })

export interface NoteRow {
  id: string
  agendaItemId: string
  groupId: string | null
  groupName: string | null
  noteKind: NoteKind
  text: string
  speaker: string | null
  position: number
}
export const notesPart = (id: string) =>
  part<NoteRow>({
    columns: {
      ...{ id: 'n.id', agendaItemId: 'n.agenda_item_id', groupId: 'n.deputy_group_id', groupName: 'g.name' },
      ...{ noteKind: 'n.note_kind', text: 'n.text', speaker: 'p.name', position: 'n.position' },
    },
    from: `FROM deliberation_note n LEFT JOIN deputy_group g ON g.id = n.deputy_group_id
      LEFT JOIN person p ON p.id = n.speaker_id WHERE n.meeting_id = ?`,
    order: 'n.position, n.id',
    parameters: [id],
  })

export const summaryPart = (id: string) =>
  part<{ id: string; state: SummaryState }>({
    columns: { id: 's.id', state: 'sm.state' },
    from: 'FROM deliberation_summary s JOIN matter sm ON sm.id = s.id WHERE s.meeting_id = ?',
    order: 's.id',
    parameters: [id],
  })

/** What waits to be approved here: of the same group, or of the bodies for whom this one does it. */
export const lastMinutesPart = (id: string) =>
  part<{
    id: string
    meetingKind: MeetingKind
    title: string | null
    groupName: string | null
    heldBy: Day
    objections: number
  }>({
    columns: {
      ...{ id: 'v.id', meetingKind: 'v.meeting_kind', title: 'v.title', groupName: 'g.name' },
      heldBy: 'v.held_by',
      objections: `(SELECT COUNT(*) FROM matter_event e
        WHERE e.matter_id = v.id AND e.kind = 'meeting' AND e.action = 'object')`,
    },
    from: `FROM meeting o JOIN meeting v ON v.town_id = o.town_id AND v.id <> o.id
      JOIN matter m ON m.id = v.id LEFT JOIN deputy_group g ON g.id = v.deputy_group_id
      WHERE o.id = ? AND m.state = 'drafted' AND (v.deputy_group_id = o.deputy_group_id
        OR (o.meeting_kind = 'presidiumMeeting'
          AND v.meeting_kind IN (${quoted(meetingKinds.presidiumMeeting.approves)})))`,
    order: 'v.held_by, v.id',
    parameters: [id],
  })
