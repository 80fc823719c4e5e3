import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'
import { countedKind, fileFields } from './duty-files'

/** 年册 and 届册: a duty file as it goes on paper. */
const dutyBook = z.strictObject({
  ...fileFields,
  /** Null for the book of a year. */
  termNo: z.nullable(z.int()),
  /** Each year of it, with what counts by kind. */
  years: z.array(z.strictObject({ year: z.int(), counted: z.array(countedKind) })),
  /** Of a term: what was proposed first by this deputy, and what came of it. */
  suggestions: z.array(
    z.strictObject({
      no: z.nullable(z.string()),
      on: z.iso.date(),
      subject: z.string(),
      outcome: z.string(),
    }),
  ),
  /** Of a term: the reports to voters. */
  reports: z.array(
    z.strictObject({ on: z.iso.date(), district: z.string(), result: z.nullable(z.string()) }),
  ),
  /** The terms of the town, the newest first; the last day of one that is running is not known. */
  terms: z.array(z.strictObject({ no: z.int(), from: z.iso.date(), to: z.nullable(z.iso.date()) })),
  /** How many lines stand in it. */
  count: z.int(),
  /** 校验码: the same as long as nothing in it has changed. */
  check: z.string(),
})
export type DutyBook = z.output<typeof dutyBook>

/** This year where nothing is said. */
const asked = z.strictObject({
  year: z.optional(z.string().check(z.regex(/^20\d\d$/, '年份请写成“2026”这样。'))),
  term: z.optional(z.string().check(z.regex(/^(now|\d{1,2})$/, '第几届请写成“19”这样，本届写“now”。'))),
})

export const showOwnDutyBook = get('/towns/:town/duty-books/mine', {
  who: 'followOwnDuties',
  says: '我的履职年册、届册：一年一本，一届一本，条数和校验码印在最后',
  query: asked,
  output: dutyBook,
})

export const showDutyBook = get('/towns/:town/duty-books/of/:id', {
  who: 'readDutyFiles',
  says: '一位代表的履职年册、届册：能看档案的人看；不公开的只说有几条',
  query: asked,
  output: dutyBook,
})
