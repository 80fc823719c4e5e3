import { succeededEnds } from '../../../shared/matters/suggestion/promise-standings'
import type { Day } from '../../../shared/rules/days'
import { quoted } from '../../database/sql'

/** The promise of a suggestion that counts: open, or the last word on it; there is at most one. */
export const countsSql = (promise: string) =>
  `COALESCE(${promise}.ended_how, '') NOT IN (${quoted(succeededEnds)})`

/**
 * How it stands today, in a word of `promiseStandings`: reported as kept, and the deputy has not said otherwise, or not;
 * ended without a report, in a word of its own; or still to be kept.
 */
export const standingSql = (promise: string, today: Day) => `CASE
  WHEN ${promise}.result = 'fulfilled' AND COALESCE(${promise}.rating, '') <> 'notSatisfied' THEN 'kept'
  WHEN ${promise}.result IS NOT NULL THEN 'notKept'
  WHEN ${promise}.ended_how IS NOT NULL THEN ${promise}.ended_how
  WHEN ${promise}.due_on < ${quoted([today])} THEN 'late' ELSE 'open' END`
