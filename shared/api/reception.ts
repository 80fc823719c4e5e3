import * as z from 'zod/mini'
import { get, named } from '../grammar/endpoint'
import { id } from '../grammar/fields'
import { receptionWords, type ReceptionWord } from '../words/reception'

/** So far ahead the calendar says when deputies receive whoever comes. */
export const daysAhead = 92

const day = z.strictObject({
  on: z.iso.date(),
  /** The day off on which it would have been. */
  movedFrom: z.nullable(z.iso.date()),
  /** Of a market day: how the moon counts it. */
  lunar: z.nullable(z.string()),
  time: z.string(),
  word: z.enum(Object.keys(receptionWords) as ReceptionWord[]),
  /** Where it is, if not in the station itself. */
  place: z.nullable(z.string()),
  station: named,
  /** Who sits there, where the roster is made. */
  sitters: z.array(z.string()),
})
export type ReceptionDayRow = z.output<typeof day>

const query = z.strictObject({ stationId: z.optional(id()) })

export const showReceptionDays = get('/towns/:town/reception-days', {
  who: 'anyone',
  says: `今后 ${daysAhead} 天的接访日：哪天、几点、在哪里；顺延的写明原来是哪天`,
  query,
  output: z.strictObject({ days: z.array(day) }),
})

/** For the calendar of a phone or a desk (RFC 5545). */
export const takeReceptionDays = get('/towns/:town/reception-days.ics', {
  who: 'anyone',
  says: '接访日，日历文件',
  query,
  mediaType: 'text/calendar',
  output: z.unknown(),
})
