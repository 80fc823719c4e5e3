import type { MeetingKind } from '../../../shared/matters/meeting/kinds'
import type { Day } from '../../../shared/rules/days'
import type { CalendarAudience } from '../../../shared/words/calendar-entries'
import { quoted } from '../../database/sql'
import { part } from '../../database/together'
import type { Holder } from '../../engine/holders'

/** What stands on a calendar, each from where it is kept, all in one statement. */

export interface Span {
  from: Day
  to: Day
}

interface Dated {
  id: string
  title: string | null
  day: Day
  at: string | null
  place: string | null
  state: string
}
export interface Gathering extends Dated {
  until: Day | null
  /** Open questions to whoever looks, and all that were asked. */
  open: number
  asked: number
}
export interface MeetingRow extends Gathering {
  meetingKind: MeetingKind
  groupName: string | null
  heldBy: Day
}

/** Whose calendar it is: theirs who are asked to come, or of whoever follows all of it. */
interface Whose {
  holder: Holder
  all: boolean
}

/** Sessions of the congress are everybody's from their notice on. */
export const sessionsPart = (townId: string, { from, to }: Span) =>
  part<Dated & { changes: number }>({
    columns: {
      ...{
        id: 'v.id',
        title: 'v.title',
        day: 'v.day',
        at: 'v.starts_at',
        place: 'v.place',
        state: 'm.state',
      },
      changes: `(SELECT COUNT(*) FROM matter_event e WHERE e.matter_id = v.id AND e.kind = 'meeting'
        AND e.action IN ('conveneBody', 'move', 'callOff'))`,
    },
    from: `FROM meeting v JOIN matter m ON m.id = v.id
      WHERE v.town_id = ? AND v.day BETWEEN ? AND ? AND v.meeting_kind = 'congressSession'`,
    order: 'v.day, v.id',
    parameters: [townId, from, to],
  })

/** 述职评议会: everybody reads of it from its notice on. */
export const reportsPart = (townId: string, { from, to }: Span) =>
  part<Omit<Dated, 'title'> & { district: string; changes: number }>({
    columns: {
      ...{ id: 'v.id', district: 'd.name', day: 'v.held_on', at: 'v.starts_at', place: 'v.place' },
      state: 'm.state',
      changes: `(SELECT COUNT(*) FROM matter_event e WHERE e.matter_id = v.id AND e.kind = 'dutyReportMeeting'
        AND e.action IN ('notice', 'moveMeeting', 'callOff'))`,
    },
    from: `FROM duty_report_meeting v JOIN matter m ON m.id = v.id
      JOIN electoral_district d ON d.id = v.electoral_district_id
      WHERE v.town_id = ? AND v.held_on BETWEEN ? AND ?`,
    order: 'v.held_on, v.id',
    parameters: [townId, from, to],
  })

const askedIn = (ask: string, more = '') =>
  `(SELECT COUNT(*) FROM ask a WHERE a.matter_id = v.id AND a.ask = '${ask}' AND a.holder = ?${more})`
const isOpen = ' AND a.answer IS NULL AND a.ended_how IS NULL'
const questions = (ask: string) => ({ open: askedIn(ask, isOpen), asked: askedIn(ask) })
const isAsked = (ask: string) =>
  `EXISTS (SELECT 1 FROM ask q WHERE q.matter_id = v.id AND q.ask = '${ask}' AND q.holder = ?)`

export const meetingsPart = (townId: string, { from, to }: Span, { holder, all }: Whose) =>
  part<MeetingRow>({
    columns: {
      ...{
        id: 'v.id',
        title: 'v.title',
        meetingKind: 'v.meeting_kind',
        groupName: 'g.name',
        heldBy: 'v.held_by',
      },
      ...{ day: 'v.day', until: 'NULL', at: 'v.starts_at', place: 'v.place', state: 'm.state' },
      ...questions('attend'),
    },
    from: `FROM meeting v JOIN matter m ON m.id = v.id LEFT JOIN deputy_group g ON g.id = v.deputy_group_id
      WHERE v.town_id = ? AND v.day BETWEEN ? AND ?
        ${all ? '' : `AND (v.meeting_kind = 'congressSession' OR ${isAsked('attend')})`}`,
    order: 'v.day, v.id',
    parameters: [holder, holder, townId, from, to, ...(all ? [] : [holder])],
  })

export const activitiesPart = (townId: string, { from, to }: Span, { holder, all }: Whose) =>
  part<Gathering>({
    columns: {
      ...{ id: 'v.id', title: 'v.title', day: 'v.day', until: 'v.until', at: 'v.meet_at', place: 'v.place' },
      ...{ state: 'm.state', ...questions('join') },
    },
    from: `FROM activity v JOIN matter m ON m.id = v.id WHERE v.town_id = ? AND v.day BETWEEN ? AND ?
      ${all ? '' : `AND ${isAsked('join')}`}`,
    order: 'v.day, v.id',
    parameters: [holder, holder, townId, from, to, ...(all ? [] : [holder])],
  })

export const entriesPart = (townId: string, { from, to }: Span, audiences: readonly CalendarAudience[]) =>
  part<
    Omit<Dated, 'title' | 'state'> & {
      title: string
      until: Day | null
      version: number
      endedOn: Day | null
    }
  >({
    columns: {
      ...{ id: 'v.id', title: 'v.title', day: 'v.day', until: 'v.until', at: 'v.at', place: 'v.place' },
      ...{ version: 'v.version', endedOn: 'v.ended_on' },
    },
    from: `FROM calendar_entry v WHERE v.town_id = ? AND v.day BETWEEN ? AND ? AND v.audience IN (${quoted(audiences)})`,
    order: 'v.day, v.id',
    parameters: [townId, from, to],
  })
