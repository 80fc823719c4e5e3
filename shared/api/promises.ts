import * as z from 'zod/mini'
import { id } from '../grammar/fields'
import { type ToldStanding, toldStandings } from '../matters/suggestion/promise-standings'
import { cursor, get, pageOf } from '../grammar/endpoint'

export const promiseRow = z.strictObject({
  /** Of the suggestion it was made in. */
  id: id(),
  item: z.string(),
  unit: z.string(),
  promise: z.string(),
  promisedOn: z.iso.date(),
  dueOn: z.iso.date(),
  standing: z.enum(Object.keys(toldStandings) as ToldStanding[]),
  result: z.nullable(z.string()),
  /** How far it is, as the unit last reported it. */
  percent: z.nullable(z.int()),
  /** Made before the turn of the year, or by the last congress, and not ended then. */
  carriedOver: z.nullable(z.enum(['term', 'year'])),
})
export type PromiseRow = z.output<typeof promiseRow>

export const listPromises = get('/towns/:town/promises', {
  who: 'anyone',
  says: '承诺台账：每项承诺由谁、哪天以前落实，落实了没有；新的在前',
  query: z.strictObject({
    standing: z.optional(z.enum(Object.keys(toldStandings) as ToldStanding[], '没有这种情况，请重新选择。')),
    cursor,
  }),
  output: pageOf(promiseRow),
})
