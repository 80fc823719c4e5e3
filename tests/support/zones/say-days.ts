import { addWorkingDays, endOfSpan, isWorkingDay } from '../../../shared/rules/calendar'
import { beijingDay, spokenInstant, startOfDay, weekday } from '../../../shared/rules/days'
import { nextReceptionDay } from '../../../shared/rules/reception-days'
import type { Span } from '../../../shared/rules/spans'

/** Says what the product says of these days, in the time zone in which it was started. */
const { days, spans } = JSON.parse(process.argv[2] ?? '') as { days: string[]; spans: Span[] }
const newYear = new Date('2027-12-31T16:30:00Z')
console.log(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    worked: days.filter(isWorkingDay),
    deadlines: spans.map((span) => days.map((day) => endOfSpan(day, span))),
    others: [
      beijingDay(newYear),
      spokenInstant(newYear, '2027-12-31'),
      startOfDay('2028-02-29').toISOString(),
      weekday('2028-02-29'),
      nextReceptionDay([{ dayOfMonth: 31 }], '2028-02-01')?.on,
      addWorkingDays('2026-12-31', 1),
    ],
  }),
)
