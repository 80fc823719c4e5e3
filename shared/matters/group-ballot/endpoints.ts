import * as z from 'zod/mini'
import { id } from '../../grammar/fields'
import { voteForm } from './table'
import { type SuggestionState, suggestionStates } from '../suggestion/states'
import { outcomes, satisfactions } from '../../words/words'
import { get, post } from '../../grammar/endpoint'

export { voteForm }

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]
const rating = z.enum(keys(satisfactions))

export const tally = z.strictObject({
  satisfied: z.int(),
  basicallySatisfied: z.int(),
  notSatisfied: z.int(),
})

/** Beside each other, and never added up. */
export const verdicts = z.strictObject({
  deputy: z.nullable(z.strictObject({ attitude: rating, result: rating })),
  /** How many of the residents behind it said what. */
  residents: z.nullable(tally),
  group: z.nullable(
    z.strictObject({
      name: z.string(),
      voters: z.int(),
      closedOn: z.nullable(z.iso.date()),
      tally: z.nullable(tally),
    }),
  ),
})
export type Verdicts = z.output<typeof verdicts>

const ballot = z.strictObject({
  id: id(),
  suggestionId: id(),
  no: z.nullable(z.string()),
  subject: z.string(),
  group: z.string(),
  unit: z.string(),
  outcome: z.enum(keys(outcomes)),
  reply: z.string(),
  openedOn: z.iso.date(),
  closedOn: z.nullable(z.iso.date()),
  members: z.int(),
  voters: z.int(),
  voted: z.boolean(),
  mayVote: z.boolean(),
  /** Ends it, as a step of the suggestion. */
  mayClose: z.boolean(),
  /** Null while it is open, and for good where too few have voted. */
  tally: z.nullable(tally),
})
export type Ballot = z.output<typeof ballot>

const appraisals = z.strictObject({
  group: z.nullable(z.string()),
  supervises: z.boolean(),
  ballots: z.array(ballot),
  candidates: z.array(
    z.strictObject({
      id: id(),
      no: z.nullable(z.string()),
      subject: z.string(),
      state: z.enum(keys<SuggestionState>(suggestionStates)),
    }),
  ),
})
export type Appraisals = z.output<typeof appraisals>

export const listAppraisals = get('/towns/:town/appraisals', {
  who: 'followAppraisals',
  says: '代表小组评议办理结果：正在投票的、已经结束的、还可以提请评议的',
  output: appraisals,
})

export const castVote = post('/towns/:town/appraisals/:ballot/vote', {
  who: 'castVote',
  says: '不记名评议一件建议的办理结果，每人一票',
  input: z.strictObject({
    ...voteForm.shape,
    /** Random, made by the phone and kept nowhere: what is kept of a request must not tell what was in it. */
    blind: id(),
  }),
  output: appraisals,
})
