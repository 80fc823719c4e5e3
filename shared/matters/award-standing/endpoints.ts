import * as z from 'zod/mini'
import { appealAnswers, itemStandings, standingYears } from './standing'
import { id } from '../../grammar/fields'
import { answerInput, appealInput, disqualifyInput } from './inputs'
import { type SuggestionState, suggestionStates } from '../suggestion/states'
import { get, named, post } from '../../grammar/endpoint'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]
const wrongYear = '年份请写成“2026”这样。'

const item = z.strictObject({
  id: id(),
  no: z.nullable(z.string()),
  subject: z.string(),
  state: z.enum(keys<SuggestionState>(suggestionStates)),
  ratedOn: z.iso.date(),
  /** The three conditions, each as it stands. */
  lowSatisfaction: z.boolean(),
  endNotAccepted: z.boolean(),
  noValidReason: z.boolean(),
  validReason: z.nullable(z.string()),
  standing: z.enum(keys(itemStandings)),
})
export type StandingItem = z.output<typeof item>

const disqualification = z.strictObject({
  id: id(),
  year: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  decision: z.string(),
  decidedOn: z.iso.date(),
  /** The suggestions as they stood on that day. */
  items: z.array(z.strictObject({ no: z.nullable(z.string()), subject: z.string(), ratedOn: z.iso.date() })),
  /** How many of them would still count today; null where the decision no longer stands. */
  stillCounted: z.nullable(z.int()),
  appeal: z.nullable(z.strictObject({ note: z.string(), on: z.iso.date() })),
  answer: z.nullable(
    z.strictObject({ verdict: z.enum(keys(appealAnswers)), text: z.string(), on: z.iso.date() }),
  ),
  actions: z.array(z.enum(['appeal', 'answer'])),
})
export type Disqualification = z.output<typeof disqualification>

const unitStanding = z.strictObject({
  unit: named,
  count: z.int(),
  level: z.enum(['clear', 'warned', 'over']),
  items: z.array(item),
  disqualifications: z.array(disqualification),
  actions: z.array(z.enum(['disqualify'])),
})
export type UnitStanding = z.output<typeof unitStanding>

const standings = z.strictObject({
  year: z.int(),
  counting: z.enum(keys(standingYears)),
  from: z.iso.date(),
  to: z.iso.date(),
  units: z.array(unitStanding),
})
export type AwardStandings = z.output<typeof standings>

const query = z.strictObject({ year: z.optional(z.string().check(z.regex(/^20\d\d$/, wrongYear))) })

export const listAwardStandings = get('/towns/:town/award-standings', {
  who: 'followAwardStandings',
  says: '评先资格：各单位这一年计入几件，是哪几件，够不够取消',
  query,
  output: standings,
})

export const showOwnAwardStanding = get('/towns/:town/award-standings/own', {
  who: 'seeOwnAwardStanding',
  says: '本单位的评先资格：计入几件，是哪几件',
  query,
  output: standings,
})

export const disqualifyUnit = post('/towns/:town/award-standings/:unit/disqualify', {
  who: 'decideAwardStanding',
  says: '主席团决定取消一个单位的评先资格，当时计入的建议一并记下',
  query,
  input: disqualifyInput,
  output: standings,
})

export const appealDisqualification = post('/towns/:town/disqualifications/:id/appeal', {
  who: 'seeOwnAwardStanding',
  says: '单位对取消评先资格提出申诉，只能一次',
  query,
  input: appealInput,
  output: standings,
})

export const answerAppeal = post('/towns/:town/disqualifications/:id/answer', {
  who: 'decideAwardStanding',
  says: '主席团答复单位的申诉',
  query,
  input: answerInput,
  output: standings,
})
