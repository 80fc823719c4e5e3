import * as z from 'zod/mini'
import { get, post } from '../grammar/endpoint'
import { id, line } from '../grammar/fields'
import { kindNames } from '../matters/kinds'

const person = {
  /** Of the person, whose page it leads to. */
  id: id(),
  name: z.string(),
  district: z.nullable(z.string()),
}
const elected = z.strictObject({ ...person, group: z.nullable(z.string()), leads: z.boolean() })

/** 换届 as a whole: the congress as it is and as it will be, and what is left to do for it. */
const term = z.strictObject({
  /** Nothing where nobody was elected for a next term yet. */
  term: z.nullable(
    z.strictObject({
      termNo: z.int(),
      /** The first session, where it is written down. */
      openedOn: z.nullable(z.iso.date()),
      begun: z.boolean(),
      /** Of the list as a whole: it grows with every change of a row. */
      version: z.int(),
    }),
  ),
  seats: z.strictObject({ before: z.int(), after: z.int() }),
  again: z.array(elected),
  fresh: z.array(elected),
  /** Who goes, with what of theirs is not ended: only what the asker may read is named. */
  leaving: z.array(
    z.strictObject({
      ...person,
      open: z.array(
        z.strictObject({
          kind: z.enum(kindNames),
          id: id(),
          title: z.string(),
          number: z.nullable(z.string()),
          state: z.string(),
        }),
      ),
      /** Residents who wait for an answer. */
      opinions: z.int(),
    }),
  ),
  unfilled: z.array(z.strictObject({ id: id(), name: z.string(), seats: z.int(), won: z.int() })),
  leaderless: z.array(z.strictObject({ id: id(), name: z.string() })),
})

export const showTerm = get('/towns/:town/term', {
  who: 'followMandates',
  says: '换届：新一届名单和这一届比，谁连任、新当选、没有当选，哪里没有选满，离任的还有什么没办完',
  output: term,
})

export const takeBackForm = z.strictObject({
  why: line('撤下的原因', 60, { help: '例如：选举结果有变，重新登记。' }),
})

export const takeBackElected = post('/towns/:town/term/take-back', {
  who: 'keepMandates',
  says: '把准备好的新一届名单整份撤下，第一次会议以前都可以',
  input: z.strictObject({ version: z.int().check(z.minimum(0)), form: takeBackForm }),
  output: term,
})
