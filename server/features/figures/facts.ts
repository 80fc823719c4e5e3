import { closedStates, endedStates } from '../../../shared/matters/suggestion/state-lists'
import { quoted } from '../../database/sql'

/**
 * What each word of `figureWords` counts, wherever it stands: of a suggestion `s` with its matter `sm` and, once it was
 * handed over, its current round `r`.
 */
export const closedSql = `(r.suggestion_id IS NOT NULL AND sm.state IN (${quoted(closedStates)}))`
export const inHandSql = `(r.suggestion_id IS NOT NULL AND sm.state NOT IN (${quoted(endedStates)}))`

/** The unit's word, by the reply and the evaluation of the current round: whoever let the time pass says nothing against it. */
export const solvedSql = (reply: string, evaluation: string) =>
  `(${closedSql} AND ${reply}.outcome = 'solved' AND COALESCE(${evaluation}.result_rating, '') <> 'notSatisfied')`

const behind = "SELECT SUM(CASE WHEN v.rating = 'notSatisfied' THEN -1 ELSE 1 END) FROM resident_opinion v"
/** Of the residents behind it, also behind one handled with it, or where it broke again: how many more say yes than no. */
const residentsSql = [
  `${behind} WHERE v.suggestion_id = s.id AND v.rating IS NOT NULL`,
  `${behind} WHERE v.earlier_suggestion_id = s.id AND v.rating IS NOT NULL`,
  `${behind} JOIN suggestion b ON b.id = v.suggestion_id WHERE b.merged_into_id = s.id AND v.rating IS NOT NULL`,
]
  .map((sum) => `COALESCE((${sum}), 0)`)
  .join(' + ')

/** 办成 takes two: what the unit calls solved, and more others confirm than deny. The deputy counts as one of them. */
export const confirmedSql = (reply: string, evaluation: string) =>
  `(${solvedSql(reply, evaluation)}
    AND CASE WHEN ${evaluation}.result_rating IS NULL THEN 0 ELSE 1 END + ${residentsSql} > 0)`
