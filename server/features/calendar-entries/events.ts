import { reportTitle } from '../../../shared/api/calendar-entries'
import type { ReceptionDayRow } from '../../../shared/api/reception'
import { receptionWords } from '../../../shared/words/reception'
import type { KeptDay } from '../reception/days'
import type { Event } from './calendar-file'
import type { readPublicCalendar } from './read-calendar'

const saidOf = ({ time, lunar, movedFrom }: Pick<ReceptionDayRow, 'time' | 'lunar' | 'movedFrom'>) =>
  [time, lunar, movedFrom && `原来是 ${movedFrom}，改到这一天`].filter(Boolean).join('；')

/** A day on which deputies receive, for a calendar file: where and when, and never who sits there. */
export const receptionEvent =
  (townId: string) =>
  ({ station, on, ruleOn, time, word, place, changes, calledOff, ...day }: KeptDay): Event => ({
    ...{ uid: `${station.id}-${ruleOn}@${townId}`, changes, calledOff },
    ...{ day: on, until: null, at: time },
    ...{ title: `${receptionWords[word]}：${station.name}`, place: place ?? station.name },
    note: saidOf({ time, ...day }),
  })

/** The public calendar as a file has it. */
export const eventsOf = ({
  sessions,
  receptions,
  reports,
  entries,
}: Awaited<ReturnType<typeof readPublicCalendar>>): Event[] => [
  ...sessions.map(({ at, ...one }) => ({ ...one, at: at ?? '', until: null, note: at ?? '' })),
  ...receptions.map(({ at, station, word, place, ...one }) => ({
    ...{ ...one, at: at ?? '', until: null, note: at ?? '' },
    ...{ title: `${receptionWords[word]}：${station}`, place: place ?? station },
  })),
  ...reports.map(({ at, district, ...one }) => ({
    ...{ ...one, at: at ?? '', until: null, note: at ?? '', title: reportTitle(district) },
  })),
  ...entries.map(({ at, ...one }) => ({ ...one, at: at ?? '', note: at ?? '' })),
]
