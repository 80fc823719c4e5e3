import * as z from 'zod/mini'
import { id } from '../../grammar/fields'
import { type SuggestionState, suggestionStates } from './states'
import { get, post } from '../../grammar/endpoint'

const text = (most: number) => z.optional(z.string().check(z.maxLength(most)))

export const similarRow = z.strictObject({
  id: id(),
  no: z.nullable(z.string()),
  subject: z.string(),
  leadDeputy: z.string(),
  state: z.enum(Object.keys(suggestionStates) as SuggestionState[]),
  acceptedOn: z.iso.date(),
  /** Everyone may open its public page. */
  isPublic: z.boolean(),
})
export type SimilarRow = z.output<typeof similarRow>

/** So much of what is written is enough to compare. */
export const comparedCharacters = { subject: 40, facts: 200 } as const

/** Its words travel in the body: addresses are written down by every proxy on the way. */
export const listSimilar = post('/towns/:town/similar-suggestions', {
  who: 'startSuggestion',
  says: '提交以前看看：本镇以前有没有人提过同样的事，最多 5 件',
  input: z.strictObject({
    subject: text(comparedCharacters.subject),
    facts: text(comparedCharacters.facts),
    village: z.optional(id()),
  }),
  output: z.strictObject({ similar: z.array(similarRow) }),
})

export const listMergeTargets = get('/towns/:town/suggestions/:id/merge-targets', {
  who: 'mergeSuggestions',
  says: '可以并入的建议：已经受理、还没有答复的，最像的在前',
  output: z.strictObject({ targets: z.array(similarRow) }),
})
