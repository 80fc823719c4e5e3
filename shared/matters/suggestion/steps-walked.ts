import { type OpinionState, opinionStates } from '../opinion/states'
import { closedStates } from './state-lists'
import { type SuggestionState, suggestionStates } from './states'
import type { Step } from '../../words/words'

/** How far a matter came on the six steps. Only what happened counts as passed: nothing here knows of a commendation. */
export interface Walk {
  at: Step
  /** The step it stands at is passed too. */
  ended: boolean
}

export const walkOfSuggestion = (state: SuggestionState): Walk => ({
  at: suggestionStates[state].step,
  ended: closedStates.includes(state),
})

/** Whoever wrote has said nothing more since. */
const isOver = (state: OpinionState) => state === 'closed' || state === 'inSuggestion'

/** What a deputy answered at once was never gathered, assigned or supervised; what became a suggestion goes its way. */
export const walkOfOpinion = (state: OpinionState, suggestion: SuggestionState | null): Walk =>
  suggestion === null
    ? { at: opinionStates[state].step, ended: opinionStates[state].waitsFor === null }
    : { ...walkOfSuggestion(suggestion), ended: isOver(state) && closedStates.includes(suggestion) }
