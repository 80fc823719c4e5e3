import type * as z from 'zod/mini'
import type { Calendar } from '../../../shared/rules/calendar'
import type { MessageWords } from '../../../shared/words/messages'
import type { suggestionActions, SuggestionAction } from '../../../shared/matters/suggestion/table'
import type { Tx } from '../../database/source'
import type { Asker, SuggestionRecord } from './record'

export interface Step {
  /** The version of the suggestion that the person was looking at. */
  version: number
  /** Opens what lies sealed; the clock and what follows by itself have no need of it. */
  secretKey?: string | undefined
  form: Readonly<Record<string, unknown>>
}

/** What a step changes besides the state, and the words that only this step knows. */
export interface EffectOf<A extends SuggestionAction = SuggestionAction> {
  tx: Tx
  suggestion: SuggestionRecord
  asker: Asker
  form: z.output<(typeof suggestionActions)[A]['input']>
  /** The town's calendar. */
  calendar: Calendar
  /** Takes a step of another suggestion that follows from this one, as the same person. */
  take: (id: string, action: SuggestionAction, step: Step) => Promise<void>
  secretKey: string | undefined
  now: Date
}
export type Effect<A extends SuggestionAction> = (
  effect: EffectOf<A>,
) => Promise<Partial<MessageWords> | void>
