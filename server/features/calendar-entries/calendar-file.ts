import { addDays, type Day, startOfDay } from '../../../shared/rules/days'

/** One event of a calendar file. */
export interface Event {
  /** The same for as long as it is the same thing, whatever day it is moved to. */
  uid: string
  /** How often it was changed since it was first said. */
  changes: number
  calledOff: boolean
  day: Day
  /** The last day, where it is another one. */
  until: Day | null
  /** As it is written: "9:00" is a time, anything else lasts the whole day. */
  at: string
  title: string
  place: string | null
  note: string
}

/**
 * A calendar file as RFC 5545 has it: lines end with CRLF and hold no more than 75 bytes; commas, semicolons and
 * backslashes of texts are escaped. A day with a time lasts an hour. What is moved keeps its UID and has a higher SEQUENCE;
 * what is called off says so.
 */
export function calendarFile(name: string, events: readonly Event[], now: Date): string {
  const stamp = instant(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//deputies-home//calendar//ZH',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      `SEQUENCE:${event.changes}`,
      `STATUS:${event.calledOff ? 'CANCELLED' : 'CONFIRMED'}`,
      `DTSTAMP:${stamp}`,
      ...when(event),
      `SUMMARY:${escaped(event.title)}`,
      ...(event.place === null ? [] : [`LOCATION:${escaped(event.place)}`]),
      ...(event.note === '' ? [] : [`DESCRIPTION:${escaped(event.note)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

const plainDay = (day: string) => day.replace(/-/g, '')
const instant = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

function when({ day, until, at }: Event): string[] {
  const [, hour, minute] = /^(\d{1,2})[:：](\d{2})/.exec(at) ?? []
  if (hour === undefined || until !== null || Number(hour) > 23 || Number(minute) > 59)
    return [`DTSTART;VALUE=DATE:${plainDay(day)}`, `DTEND;VALUE=DATE:${plainDay(addDays(until ?? day, 1))}`]
  const begin = new Date(startOfDay(day).getTime() + (Number(hour) * 60 + Number(minute)) * 60_000)
  return [`DTSTART:${instant(begin)}`, `DTEND:${instant(new Date(begin.getTime() + 3_600_000))}`]
}

const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')

/** No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > 74) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}
