import type * as z from 'zod/mini'
import type { MessageWords } from '../../../shared/words/messages'
import type { suggestionActions, SuggestionAction } from '../../../shared/matters/suggestion/table'
import type { StepOf } from '../../engine/kind'
import type { SuggestionRecord } from './record'

/** A step whose form was checked against its own row. */
export type EffectOf<A extends SuggestionAction = SuggestionAction> = Omit<
  StepOf<SuggestionRecord>,
  'form'
> & { form: z.output<(typeof suggestionActions)[A]['input']> }

/** What a step changes besides the state, and the words that only this step knows. */
export type EffectFor<A extends SuggestionAction> = (
  effect: EffectOf<A>,
) => Promise<Partial<MessageWords> | void>
