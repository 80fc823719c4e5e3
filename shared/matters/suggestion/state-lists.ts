import { stateNames } from '../../grammar/decide'
import { type SuggestionState, suggestionStates } from './states'
import { suggestionActions } from './table'

/** Lists of states, read from the table, so that a state added there is counted without a second thought. */
const names = stateNames({ states: suggestionStates })

/** Nobody's turn any more. */
export const endedStates: readonly SuggestionState[] = names.filter(
  (state) => suggestionStates[state].waitsFor === null,
)

/** Ended by having been handled to the end. */
export const closedStates = endedStates.filter((state) => suggestionStates[state].step === 'appraise')

/** Ended without that: refused or withdrawn. Left out of every rate. */
export const droppedStates = endedStates.filter((state) => !closedStates.includes(state))

/** It may be handed over to a unit. */
export const assignableStates = Object.keys(suggestionActions.assign.moves) as SuggestionState[]

/** The reply is there and the deputy may still rate it. */
export const ratingStates = Object.keys(suggestionActions.evaluate.moves) as SuggestionState[]
