import type { Day } from '../../../shared/rules/days'
import { droppedStates, ratingStates } from '../../../shared/matters/suggestion/state-lists'
import { quoted } from '../../database/sql'

/** Which suggestions are counted together: those first handed over within these days, both included. */
export interface Period {
  from?: Day | undefined
  to?: Day | undefined
}

/**
 * The suggestions (`s`) of one town that were handed over in the period, with their first round (`f`) and their first
 * and last reply (`fa`, `la`) and evaluation (`fe`, `le`). First means the lowest round that has one.
 */
export function cohortSql(townId: string, { from, to }: Period) {
  const joined = `
    FROM suggestion s JOIN matter sm ON sm.id = s.id
    JOIN suggestion_round f ON f.suggestion_id = s.id AND f.round_no = 1
    LEFT JOIN reply fa ON fa.suggestion_id = s.id AND fa.round_no = ${edge('MIN', 'reply')}
    LEFT JOIN reply la ON la.suggestion_id = s.id AND la.round_no = ${edge('MAX', 'reply')}
    LEFT JOIN evaluation fe ON fe.suggestion_id = s.id AND fe.round_no = fa.round_no
    LEFT JOIN evaluation le ON le.suggestion_id = s.id AND le.round_no = ${edge('MAX', 'evaluation')}`
  const where = `
    WHERE s.town_id = ? AND sm.state NOT IN (${quoted(droppedStates)})
      ${from === undefined ? '' : 'AND f.handed_over_on >= ?'} ${to === undefined ? '' : 'AND f.handed_over_on <= ?'}`
  return { joined, where, parameters: [townId, from, to].filter((value) => value !== undefined) }
}

const edge = (which: 'MIN' | 'MAX', table: 'reply' | 'evaluation') =>
  `(SELECT ${which}(x.round_no) FROM ${table} x WHERE x.suggestion_id = s.id)`

/** The deputy let the time for rating the last reply pass (未表态), so no earlier word of theirs counts either. */
export const lapsedSql = `(la.round_no = s.current_round AND sm.state NOT IN (${quoted(ratingStates)})
    AND (le.id IS NULL OR le.round_no < la.round_no))`
