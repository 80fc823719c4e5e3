import { closedStates, endedStates } from '../../../shared/matters/suggestion/state-lists'
import { quoted } from '../../database/sql'

/**
 * What each word of `figureWords` counts, wherever it stands: of a suggestion `s` with its matter `sm` and, once it was
 * handed over, its current round `r`.
 */
export const closedSql = `(r.suggestion_id IS NOT NULL AND sm.state IN (${quoted(closedStates)}))`
export const inHandSql = `(r.suggestion_id IS NOT NULL AND sm.state NOT IN (${quoted(endedStates)}))`

/** By the reply and the evaluation of the current round: whoever let the time pass says nothing against it. */
export const solvedSql = (reply: string, evaluation: string) =>
  `(${closedSql} AND ${reply}.outcome = 'solved' AND COALESCE(${evaluation}.result_rating, '') <> 'notSatisfied')`
