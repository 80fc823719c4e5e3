import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'
import { monthPattern } from '../rules/months'
import { type CalendarKind, calendarKinds, expectedWords } from '../words/calendar-entries'
import { receptionWords, type ReceptionWord } from '../words/reception'

/** 日历 of a town (C.F 5): what meets, goes out and receives, from where it is kept, and what stands only here. */
const month = z.string().check(z.regex(monthPattern, '月份请写成“2026-06”的样子。'))
const query = z.strictObject({ month: z.optional(month) })

const when = {
  day: z.iso.date(),
  /** As it was written, mostly an hour. */
  at: z.nullable(z.string()),
  place: z.nullable(z.string()),
  calledOff: z.boolean(),
}
/** The last day, where it is another one. */
const until = z.nullable(z.iso.date())

const entry = z.strictObject({
  ...when,
  kind: z.enum(Object.keys(calendarKinds) as CalendarKind[]),
  title: z.string(),
  until,
  /** Whoever looks is expected there: and whether they have said of it what they were asked. */
  expected: z.nullable(z.enum(Object.keys(expectedWords) as (keyof typeof expectedWords)[])),
  /** The matter behind it, where whoever looks may open it. */
  opens: z.nullable(z.strictObject({ kind: z.enum(['meeting', 'activity']), id: z.string() })),
})
export type CalendarEntry = z.output<typeof entry>

const planned = z.strictObject({
  title: z.string(),
  /** `3 月到 5 月`. */
  months: z.string(),
  /** How often it is still to be held. */
  times: z.int(),
})
export type PlannedThing = z.output<typeof planned>

export const showCalendarEntries = get('/towns/:town/calendar-entries', {
  who: 'followWork',
  says: '本镇一个月的日历：会议、活动、接访日和登记的事；请了您的写明回话没有',
  query,
  output: z.strictObject({
    month,
    entries: z.array(entry),
    /** Of the plan of the year what is still to be held in this month; without a day, because it has none. */
    planned: z.array(planned),
  }),
})

/** What each holds was typed in another place: so they stand apart. */
const publicCalendar = z.strictObject({
  month,
  sessions: z.array(z.strictObject({ ...when, title: z.string() })),
  receptions: z.array(
    z.strictObject({
      ...when,
      word: z.enum(Object.keys(receptionWords) as ReceptionWord[]),
      station: z.string(),
    }),
  ),
  /** 述职评议会, by the district that it is of. */
  reports: z.array(z.strictObject({ ...when, district: z.string() })),
  entries: z.array(z.strictObject({ ...when, title: z.string(), until })),
})
export type PublicCalendar = z.output<typeof publicCalendar>

export const showPublicCalendar = get('/towns/:town/public-calendar', {
  who: 'anyone',
  says: '公开的日历：人代会、接访日、述职评议会和公开的事，没有人名',
  query,
  output: publicCalendar,
})

/** So far back and ahead the file reaches, in days. */
export const fileReaches = { back: 31, ahead: 184 } as const

/** For the calendar of a phone or a desk (RFC 5545): what moves or is called off changes there as well. */
export const takePublicCalendar = get('/towns/:town/public-calendar.ics', {
  who: 'anyone',
  says: '公开的日历，日历文件：改期、取消的跟着变',
  mediaType: 'text/calendar',
  output: z.unknown(),
})

const nobodys = { expected: null, opens: null } as const

/** What everybody may read, as one list by day and hour. */
export const entriesOf = ({
  sessions,
  receptions,
  reports,
  entries,
}: Omit<PublicCalendar, 'month'>): CalendarEntry[] =>
  inOrder([
    ...sessions.map((one): CalendarEntry => ({ ...one, ...nobodys, kind: 'congressSession', until: null })),
    ...receptions.map(({ word, station, place, ...one }): CalendarEntry => ({
      ...{ ...one, ...nobodys, kind: 'reception', until: null },
      ...{ title: receptionWords[word], place: place ?? station },
    })),
    ...reports.map(({ district, ...one }): CalendarEntry => ({
      ...{ ...one, ...nobodys, kind: 'report', until: null, title: reportTitle(district) },
    })),
    ...entries.map((one): CalendarEntry => ({ ...one, ...nobodys, kind: 'entry' })),
  ])

export const reportTitle = (district: string) => `${district}代表述职评议会`

/** Whole days first, then by the hour: 9:00 before 10:00. */
export const inOrder = (entries: readonly CalendarEntry[]) =>
  [...entries].sort((one, other) => (early(one) < early(other) ? -1 : 1))
const early = ({ day, at, title }: CalendarEntry) =>
  `${day} ${(at ?? '').replace(/^(\d)[:：]/, '0$1:')} ${title}`

/** Many stations receive at the same hour: that is one line, with the places beside each other. */
export function together(entries: readonly CalendarEntry[]): (CalendarEntry & { places: string[] })[] {
  const found = new Map<string, CalendarEntry & { places: string[] }>()
  for (const [index, one] of entries.entries()) {
    const { day, at, title, calledOff } = one
    const key = one.kind === 'reception' ? [day, at, title, calledOff].join() : String(index)
    const places = [...(found.get(key)?.places ?? []), ...(one.place === null ? [] : [one.place])]
    found.set(key, { ...one, places })
  }
  return [...found.values()]
}
