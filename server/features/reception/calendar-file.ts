import type { ReceptionDayRow } from '../../../shared/api/reception'
import { addDays, startOfDay } from '../../../shared/rules/days'
import { receptionWords } from '../../../shared/words/reception'

/** What each station of a calendar needs besides its days. */
interface Named {
  townId: string
  townName: string
}

/**
 * A calendar file as RFC 5545 has it: lines end with CRLF and hold no more than 75 bytes; commas, semicolons and
 * backslashes of texts are escaped. A day with a time that is one ("9:00") lasts an hour; any other lasts the whole day.
 */
export function calendarFile(
  days: readonly ReceptionDayRow[],
  { townId, townName }: Named,
  now: Date,
): string {
  const stamp = instant(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//deputies-home//reception days//ZH',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`${townName}代表接访日`)}`,
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${day.station.id}-${day.on}@${townId}`,
      `DTSTAMP:${stamp}`,
      ...when(day),
      `SUMMARY:${escaped(`${receptionWords[day.word]}：${day.station.name}`)}`,
      `LOCATION:${escaped(day.place ?? day.station.name)}`,
      ...(said(day) === '' ? [] : [`DESCRIPTION:${escaped(said(day))}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

const plainDay = (day: string) => day.replace(/-/g, '')
const instant = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

function when({ on, time }: ReceptionDayRow): string[] {
  const [, hour, minute] = /^(\d{1,2})[:：](\d{2})/.exec(time) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
    return [`DTSTART;VALUE=DATE:${plainDay(on)}`, `DTEND;VALUE=DATE:${plainDay(addDays(on, 1))}`]
  const begin = new Date(startOfDay(on).getTime() + (Number(hour) * 60 + Number(minute)) * 60_000)
  return [`DTSTART:${instant(begin)}`, `DTEND:${instant(new Date(begin.getTime() + 3_600_000))}`]
}

const said = ({ time, lunar, movedFrom }: ReceptionDayRow) =>
  [time, lunar, movedFrom && `原来是 ${movedFrom}，改到这一天`].filter(Boolean).join('；')

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
