import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'
import { keyNote } from '../matters/suggestion/key-notes'
import { suggestionRow } from '../matters/suggestion/endpoints'

const keyRow = z.strictObject({
  ...suggestionRow.shape,
  leadingOfficial: z.string(),
  leadingPost: z.string(),
  plan: z.string(),
  progressNotes: z.int(),
  dispatches: z.int(),
  lastNote: z.nullable(keyNote),
})
export type KeyRow = z.output<typeof keyRow>

export const listKeySuggestions = get('/towns/:town/key-suggestions', {
  who: 'followKeySuggestions',
  says: '一年的重点建议：谁领办、办到哪一步、调度几次，逾期的在前',
  query: z.strictObject({
    year: z.optional(z.string().check(z.regex(/^20\d\d$/, '年份请写成“2026”这样。'))),
  }),
  output: z.strictObject({ year: z.int(), items: z.array(keyRow) }),
})
