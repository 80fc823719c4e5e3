import { endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { type Due, dueOn } from '../../../shared/grammar/due'
import { lateSentences } from '../../../shared/words/messages'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import { whileHandled } from '../../../shared/matters/suggestion/rows/teamwork'
import { isoInstant } from '../../database/sql'
import type { At, SideClock } from '../../engine/kind'
import { waitsForDeputy } from './gates'
import type { SuggestionRecord } from './record'

/** The clock beside the turn: the progress reports. */
export function clocksOf(record: SuggestionRecord, at: At): SideClock<SuggestionParty>[] {
  const due = progressDueOf(record, at)
  return due === null
    ? []
    : [
        {
          ladder: 'progress',
          due,
          party: 'leadUnit',
          says: lateSentences.progress,
          ...(waitsForDeputy(record) ? {} : { waitsForTurn: true }),
          ...(isTurnToReport(record, due, at) ? { turn: { step: 'reportProgress' } } : {}),
        },
      ]
}

/**
 * From when on it is the unit's turn to report: under the same rule as it is asked for, late steps come first; but for
 * those that the deputy is late with.
 */
const isTurnToReport = (record: SuggestionRecord, due: Due, at: At) =>
  due.urgency !== 'inTime' && (at.due?.urgency !== 'overdue' || waitsForDeputy(record))

/** The day from which the next report counts as close, and that from which what is awaited is late itself. */
export function daysOfReport(record: SuggestionRecord, at: At): Day[] {
  const due = progressDueOf(record, at)
  if (due === null) return []
  return [due.soonFrom, ...(at.due === null ? [] : [beijingDay(at.due.lateFrom)])]
}

/**
 * 每两月报告进展: so many months after hand-over or the last report, while a unit has it in hand. Computed, never
 * stored; a new round or another unit begins to count with its own hand-over.
 */
export function progressDueOf(
  { state, handedOverOn, progressReportedAt }: SuggestionRecord,
  { rules, calendar, now }: At,
): Due | null {
  if (handedOverOn === null || !(state in whileHandled)) return null
  const reportedOn = progressReportedAt === null ? '' : beijingDay(new Date(isoInstant(progressReportedAt)))
  const from = reportedOn > handedOverOn ? reportedOn : handedOverOn
  return dueOn(endOfSpan(from, { months: rules.progressMonths }, calendar), rules, now)
}
