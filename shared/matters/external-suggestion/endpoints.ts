import * as z from 'zod/mini'
import { choice, day, id, line, maybe, picked } from '../../grammar/fields'
import { courseInput, entryInput, ratingInput } from './inputs'
import { seenVersion } from '../suggestion/inputs'
import {
  type ExternalEntry,
  externalEntries,
  type ExternalOutcome,
  externalOutcomes,
  type HigherLevel,
  higherCongresses,
  type Satisfaction,
  satisfactions,
} from '../../words/words'
import { cursor, get, named, pageOf, post, put } from '../../grammar/endpoint'

/** 上级代表建议 (catalogue 48, 49): handled elsewhere, so the town's office follows them by hand. */
const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

const row = {
  id: id(),
  version: z.int(),
  subject: z.string(),
  deputy: z.string(),
  level: z.enum(keys<HigherLevel>(higherCongresses)),
  externalNo: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  submittedOn: z.iso.date(),
  deadlineOn: z.nullable(z.iso.date()),
  /** Past its deadline without a reply. */
  overdue: z.boolean(),
  repliedOn: z.nullable(z.iso.date()),
  outcome: z.nullable(z.enum(keys<ExternalOutcome>(externalOutcomes))),
  satisfaction: z.nullable(z.enum(keys<Satisfaction>(satisfactions))),
}
const externalRow = z.strictObject(row)
export type ExternalRow = z.output<typeof externalRow>

const externalView = z.strictObject({
  ...row,
  deputyId: id(),
  publicResult: z.nullable(z.string()),
  /** The town's own suggestion that it grew out of, where there is one. */
  suggestion: z.nullable(named),
  /** Whether a resident's words are behind it; the words themselves stay where they are. */
  fromOpinion: z.boolean(),
  entries: z.array(
    z.strictObject({
      id: id(),
      kind: z.enum(keys<ExternalEntry>(externalEntries)),
      on: z.iso.date(),
      note: z.string(),
      by: z.string(),
    }),
  ),
  mayKeep: z.boolean(),
})
export type ExternalView = z.output<typeof externalView>

export const listExternal = get('/towns/:town/external-suggestions', {
  who: 'followExternal',
  says: '本镇的上级代表向上级人大提出的建议，新的在前',
  query: z.strictObject({ cursor }),
  output: pageOf(externalRow),
})

export const showExternalOptions = get('/towns/:town/external-options', {
  who: 'keepExternal',
  says: '登记上级代表建议时可以选的代表、本镇建议和群众留言',
  output: z.strictObject({
    deputies: z.array(z.strictObject({ ...named.shape, note: z.string() })),
    suggestions: z.array(named),
    opinions: z.array(named),
  }),
})

export const showExternal = get('/towns/:town/external-suggestions/:id', {
  who: 'followExternal',
  says: '一件上级代表建议和它的经过',
  output: externalView,
})

export const registerExternal = post('/towns/:town/external-suggestions', {
  who: 'keepExternal',
  says: '登记一件上级代表建议',
  input: z.strictObject({
    deputyId: picked('提出的代表', 'higherDeputy'),
    level: choice('向哪一级人大提出', higherCongresses),
    subject: line('事项', 60, { help: '一件事写一句，不要写群众的姓名和电话。' }),
    submittedOn: day('提出日期'),
    ...courseInput.shape,
    suggestionId: maybe(picked('本镇已向上反映的建议', 'referredSuggestion')),
    opinionId: maybe(picked('群众留言', 'opinion')),
  }),
  output: externalView,
})

export const changeExternal = put('/towns/:town/external-suggestions/:id', {
  who: 'keepExternal',
  says: '补上或更正编号、承办单位和期限',
  input: z.strictObject({ ...seenVersion.shape, form: courseInput }),
  output: externalView,
})

export const addExternalEntry = post('/towns/:town/external-suggestions/:id/entries', {
  who: 'keepExternal',
  says: '登记进展或答复；登记答复时告诉代表和有关群众',
  input: z.strictObject({
    ...seenVersion.shape,
    form: entryInput,
  }),
  output: externalView,
})

export const rateExternal = post('/towns/:town/external-suggestions/:id/rating', {
  who: 'keepExternal',
  says: '登记代表对上级答复是否满意',
  input: z.strictObject({ ...seenVersion.shape, form: ratingInput }),
  output: externalView,
})
