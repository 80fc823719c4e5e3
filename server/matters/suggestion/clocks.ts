import { endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { type Due, dueOn, shortDueOn } from '../../../shared/grammar/due'
import { lateSentences } from '../../../shared/words/messages'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { whileHandled } from '../../../shared/matters/suggestion/rows/teamwork'
import { isoInstant } from '../../database/sql'
import { unit } from '../../engine/holders'
import type { At, SideClock } from '../../engine/kind'
import type { SuggestionRecord } from './record'

/** Clocks beside the turn: the progress reports, and the opinions that co-units owe. */
export const clocksOf = (record: SuggestionRecord, at: At): SideClock<SuggestionParty>[] => [
  ...progressClock(record, at),
  ...coOpinionClocks(record, at),
]

function progressClock(record: SuggestionRecord, at: At): SideClock<SuggestionParty>[] {
  const due = progressDueOf(record, at)
  return due === null
    ? []
    : [
        {
          ladder: 'progress',
          due,
          party: 'leadUnit',
          says: lateSentences.progress,
          waitsForTurn: true,
          ...(isTurnToReport(due, at) ? { turn: { step: 'reportProgress' } } : {}),
        },
      ]
}

/** From when on it is the unit's turn to report: under the same rule as it is asked for, late steps come first. */
const isTurnToReport = (due: Due, at: At) => due.urgency !== 'inTime' && at.due?.urgency !== 'overdue'

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

/** Those that are due on the same day are asked for together. */
function coOpinionClocks({ state, coUnits }: SuggestionRecord, { now }: At): SideClock<SuggestionParty>[] {
  if (!(state in suggestionActions.giveCoOpinion.moves)) return []
  const owed = coUnits.filter(({ isOwed, dueOn: on }) => isOwed === 1 && on !== null)
  const days = [...new Set(owed.map((one) => one.dueOn as Day))].sort()
  return days.map((day) => {
    const together = owed.filter((one) => one.dueOn === day)
    return {
      ladder: 'coOpinion',
      due: shortDueOn(day, now),
      party: 'coUnit',
      holders: together.map(({ unitId }) => unit(unitId)),
      says: lateSentences.coOpinion,
      words: { unit: together.map(({ name }) => name).join('、') },
    }
  })
}
