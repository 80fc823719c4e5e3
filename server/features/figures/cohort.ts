import type { Day } from '../../../shared/rules/days'
import { droppedStates, ratingStates } from '../../../shared/matters/suggestion/state-lists'
import { marks, quoted } from '../../database/sql'

/** Which suggestions are counted together: those first handed over within these days, both included. */
export interface Period {
  from?: Day | undefined
  to?: Day | undefined
}

/** Which of these: a unit and a category with all that is counted in them. */
export interface Narrowed extends Period {
  session?: string | undefined
  units?: readonly string[] | undefined
  categories?: readonly string[] | undefined
  state?: string | undefined
}

/** Over a suggestion `s`, its matter `sm`, its first round `f` and a round `r`: that at hand. */
export function narrowedSql({ from, to, session, units, categories, state }: Narrowed) {
  const parts: [sql: string, ...parameters: string[]][] = [
    ...(from === undefined ? [] : [['f.handed_over_on >= ?', from] as [string, string]]),
    ...(to === undefined ? [] : [['f.handed_over_on <= ?', to] as [string, string]]),
    ...(session === undefined ? [] : [['s.congress_session_id = ?', session] as [string, string]]),
    ...(state === undefined ? [] : [['sm.state = ?', state] as [string, string]]),
    ...(units === undefined ? [] : [[`r.lead_unit_id IN (${marks(units)})`, ...units] as [string]]),
    ...(categories === undefined
      ? []
      : [[`s.category IN (${marks(categories)})`, ...categories] as [string]]),
  ]
  return {
    sql: parts.map(([sql]) => ` AND ${sql}`).join(''),
    parameters: parts.flatMap(([, ...parameters]) => parameters),
  }
}

/**
 * The suggestions (`s`) of one town that were handed over in the period, with their first round (`f`) and their first
 * and last reply (`fa`, `la`) and evaluation (`fe`, `le`). First means the lowest round that has one.
 */
export function cohortSql(townId: string, which: Narrowed) {
  const narrowed = narrowedSql(which)
  const joined = `
    FROM suggestion s JOIN matter sm ON sm.id = s.id
    JOIN suggestion_round f ON f.suggestion_id = s.id AND f.round_no = 1
    LEFT JOIN reply fa ON fa.suggestion_id = s.id AND fa.round_no = ${edge('MIN', 'reply')}
    LEFT JOIN reply la ON la.suggestion_id = s.id AND la.round_no = ${edge('MAX', 'reply')}
    LEFT JOIN evaluation fe ON fe.suggestion_id = s.id AND fe.round_no = fa.round_no
    LEFT JOIN evaluation le ON le.suggestion_id = s.id AND le.round_no = ${edge('MAX', 'evaluation')}`
  const where = `
    WHERE s.town_id = ? AND sm.state NOT IN (${quoted(droppedStates)})${narrowed.sql}`
  return { joined, where, parameters: [townId, ...narrowed.parameters] }
}

const edge = (which: 'MIN' | 'MAX', table: 'reply' | 'evaluation') =>
  `(SELECT ${which}(x.round_no) FROM ${table} x WHERE x.suggestion_id = s.id)`

/** The deputy let the time for rating the last reply pass (未表态), so no earlier word of theirs counts either. */
export const lapsedSql = `(la.round_no = s.current_round AND sm.state NOT IN (${quoted(ratingStates)})
    AND (le.id IS NULL OR le.round_no < la.round_no))`
