import {
  type CalendarEntry,
  entriesOf,
  inOrder,
  type PublicCalendar,
} from '../../../shared/api/calendar-entries'
import { nameOfMeeting } from '../../../shared/matters/meeting/words'
import type { CalendarAudience } from '../../../shared/words/calendar-entries'
import type { Reader } from '../../database/source'
import { readTogether } from '../../database/together'
import { person as holderOf } from '../../engine/holders'
import type { Actor } from '../../http/actor'
import { readReceptionDays } from '../reception/days'
import {
  activitiesPart,
  entriesPart,
  type Gathering,
  type MeetingRow,
  meetingsPart,
  reportsPart,
  sessionsPart,
  type Span,
} from './parts'

/** What a calendar file needs besides what everybody reads. */
interface Kept {
  uid: string
  /** How often it was changed since it was first said. */
  changes: number
}
type KeptCalendar = {
  [list in 'sessions' | 'receptions' | 'reports' | 'entries']: (PublicCalendar[list][number] & Kept)[]
}

/** What everybody may read: no meeting of a group, and no person. */
export async function readPublicCalendar(reader: Reader, townId: string, span: Span): Promise<KeptCalendar> {
  const [receptions, { sessions, reports, entries }] = await Promise.all([
    readReceptionDays(reader, townId, undefined, span),
    readTogether(reader, {
      sessions: sessionsPart(townId, span),
      reports: reportsPart(townId, span),
      entries: entriesPart(townId, span, ['everyone']),
    }),
  ])
  const uidOf = (id: string) => `${id}@${townId}`
  return {
    sessions: sessions.map(({ id, state, changes, title, day, at, place }) => ({
      ...{ uid: uidOf(id), changes: timesMoved(changes), calledOff: state === 'calledOff' },
      ...{ title: title ?? '', day, at, place },
    })),
    receptions: receptions.map(({ station, ruleOn, on, time, place, word, changes, calledOff }) => ({
      ...{ uid: uidOf(`${station.id}-${ruleOn}`), changes, calledOff },
      ...{ day: on, at: time || null, place, word, station: station.name },
    })),
    reports: reports.map(({ id, state, changes, ...row }) => ({
      ...{ ...row, uid: uidOf(id), changes: timesMoved(changes), calledOff: state === 'calledOff' },
    })),
    entries: entries.map(({ id, version, endedOn, ...row }) => ({
      ...{ ...row, uid: uidOf(id), changes: Number(version), calledOff: endedOn !== null },
    })),
  }
}

/** As everybody reads it. */
export function shownOf({
  sessions,
  receptions,
  reports,
  entries,
}: KeptCalendar): Omit<PublicCalendar, 'month'> {
  const shown = <Row extends Kept>({ uid: _, changes: _changes, ...row }: Row) => row
  return {
    sessions: sessions.map(shown),
    receptions: receptions.map(shown),
    reports: reports.map(shown),
    entries: entries.map(shown),
  }
}

/** As whoever works with the congress reads it: also what they are asked to; office and presidium all of it. */
export async function readCalendarOf(reader: Reader, actor: Actor, span: Span): Promise<CalendarEntry[]> {
  const { townId, person, roles } = actor
  const isOffice = roles.includes('congressOffice')
  const whose = { holder: holderOf(person?.id ?? ''), all: isOffice || roles.includes('presidiumMember') }
  const audiences: readonly CalendarAudience[] = [
    'everyone',
    'deputies',
    ...(isOffice ? ['office' as const] : []),
  ]
  const [receptions, { meetings, activities, reports, entries }] = await Promise.all([
    readReceptionDays(reader, townId, undefined, span),
    readTogether(reader, {
      meetings: meetingsPart(townId, span, whose),
      activities: activitiesPart(townId, span, whose),
      reports: reportsPart(townId, span),
      entries: entriesPart(townId, span, audiences),
    }),
  ])
  return inOrder([
    ...meetings.map(ofMeeting),
    ...activities.map((row): CalendarEntry => ({
      ...{
        ...gathered(row),
        kind: 'activity',
        title: row.title ?? '',
        opens: { kind: 'activity', id: row.id },
      },
    })),
    ...entriesOf({
      sessions: [],
      receptions: receptions.map(({ on, time, place, word, station, calledOff }) => ({
        ...{ day: on, at: time || null, place, word, station: station.name, calledOff },
      })),
      reports: reports.map(({ id: _, state, changes: _changes, ...row }) => ({
        ...{ ...row, calledOff: state === 'calledOff' },
      })),
      entries: entries.map(({ id: _, version: _version, endedOn, ...row }) => ({
        ...{ ...row, calledOff: endedOn !== null },
      })),
    }),
  ])
}

/** The first notice is none of its changes. */
const timesMoved = (told: number) => Math.max(0, Number(told) - 1)

const gathered = ({ day, until, at, place, state, open, asked }: Gathering) => ({
  ...{ day, until, at, place, calledOff: state === 'calledOff' },
  expected: Number(open) > 0 ? ('asked' as const) : Number(asked) > 0 ? ('answered' as const) : null,
})

const ofMeeting = (row: MeetingRow): CalendarEntry => ({
  ...gathered(row),
  kind: row.meetingKind === 'congressSession' ? 'congressSession' : 'meeting',
  title: nameOfMeeting(row),
  opens: { kind: 'meeting', id: row.id },
})
