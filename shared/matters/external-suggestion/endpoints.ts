import * as z from 'zod/mini'
import { id } from '../../grammar/fields'
import { get, post } from '../../grammar/endpoint'
import { matterView } from '../../grammar/matter-view'
import {
  type ExternalEntry,
  externalEntries,
  type ExternalOutcome,
  externalOutcomes,
  type Satisfaction,
  satisfactions,
} from '../../words/words'
import { seenVersion } from '../suggestion/inputs'
import { entryInput, ratingInput } from './inputs'
import { externalTable } from './table'

/** 上级代表建议 (catalogue 48, 49): handled elsewhere, so the town's office follows them by hand. */
const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

/** How far it is; what is written down of it is answered by its register. */
const externalView = z.strictObject({
  ...matterView(externalTable),
  repliedOn: z.nullable(z.iso.date()),
  outcome: z.nullable(z.enum(keys<ExternalOutcome>(externalOutcomes))),
  satisfaction: z.nullable(z.enum(keys<Satisfaction>(satisfactions))),
  publicResult: z.nullable(z.string()),
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
})
export type ExternalView = z.output<typeof externalView>

export const showExternal = get('/towns/:town/external-suggestions/:id', {
  who: 'followExternal',
  says: '一件上级代表建议办到哪一步，有什么进展和答复',
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
