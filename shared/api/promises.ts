import * as z from 'zod/mini'
import { id } from '../grammar/fields'
import { cursor, get, pageOf } from '../grammar/endpoint'

/** How a promise stands today: computed, so that it is late without any job having run. */
export const promiseStandings = {
  open: '正在落实',
  late: '超期未落实',
  kept: '已经落实',
  notKept: '没有落实',
} as const
export type PromiseStanding = keyof typeof promiseStandings

export const promiseRow = z.strictObject({
  /** Of the suggestion it was made in. */
  id: id(),
  item: z.string(),
  unit: z.string(),
  promise: z.string(),
  promisedOn: z.iso.date(),
  dueOn: z.iso.date(),
  standing: z.enum(Object.keys(promiseStandings) as PromiseStanding[]),
  result: z.nullable(z.string()),
  /** Made before the turn of the year, or by the last congress, and not ended then. */
  carriedOver: z.nullable(z.enum(['term', 'year'])),
})
export type PromiseRow = z.output<typeof promiseRow>

export const listPromises = get('/towns/:town/promises', {
  who: 'anyone',
  says: '承诺台账：每项承诺由谁、哪天以前落实，落实了没有；新的在前',
  query: z.strictObject({
    standing: z.optional(
      z.enum(Object.keys(promiseStandings) as PromiseStanding[], '没有这种情况，请重新选择。'),
    ),
    cursor,
  }),
  output: pageOf(promiseRow),
})
