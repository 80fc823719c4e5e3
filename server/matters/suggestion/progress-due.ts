import { type Calendar, endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay } from '../../../shared/rules/days'
import { type Due, dueOn } from '../../../shared/grammar/due'
import type { Profile } from '../../../shared/rules/profiles'
import { whileHandled } from '../../../shared/matters/suggestion/rows/teamwork'
import { isoInstant } from '../../database/sql'
import type { SuggestionRecord } from './record'

/**
 * 每两月报告进展: so many months after hand-over or the last report, while a unit has it in hand. Computed, never
 * stored; a new round or another unit begins to count with its own hand-over.
 */
export function progressDueOf(
  { state, handedOverOn, progressReportedAt }: SuggestionRecord,
  rules: Profile,
  calendar: Calendar,
  now: Date,
): Due | null {
  if (handedOverOn === null || !(state in whileHandled)) return null
  const reportedOn = progressReportedAt === null ? '' : beijingDay(new Date(isoInstant(progressReportedAt)))
  const from = reportedOn > handedOverOn ? reportedOn : handedOverOn
  return dueOn(endOfSpan(from, { months: rules.progressMonths }, calendar), rules, now)
}
