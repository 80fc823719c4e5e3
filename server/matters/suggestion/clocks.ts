import { endOfSpan } from '../../../shared/rules/calendar'
import { addDays, beijingDay, type Day } from '../../../shared/rules/days'
import { type Due, dueOn } from '../../../shared/grammar/due'
import { lateSentences } from '../../../shared/words/messages'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { whileHandled } from '../../../shared/matters/suggestion/rows/teamwork'
import { isoInstant } from '../../database/sql'
import { person } from '../../engine/holders'
import type { At, SideClock } from '../../engine/kind'
import { confirmationDue, waitsForDeputy } from './gates'
import { mergedAsked } from './proposers'
import type { SuggestionRecord } from './record'

/** The clocks beside the turn: the progress reports, the day from which it is gravely late, and who proposed what is handled along with it. */
export function clocksOf(record: SuggestionRecord, at: At): SideClock<SuggestionParty>[] {
  return [...confirmationsOfMerged(record, at), ...reportsOf(record, at), ...graveOf(record, at)]
}

function reportsOf(record: SuggestionRecord, at: At): SideClock<SuggestionParty>[] {
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

/** Late by more days than the rule of the town, while it is the unit's to move (catalogue 71, P5). */
function graveOf(record: SuggestionRecord, { rules, now }: At): SideClock<SuggestionParty>[] {
  const { state, roundDeadlineOn } = record
  if (roundDeadlineOn === null || !(state in whileGiven) || waitsForDeputy(record)) return []
  const due = dueOn(addDays(roundDeadlineOn, rules.longOverdueDays), rules, now)
  return [{ ladder: 'grave', due, party: 'leadUnit', says: lateSentences.grave }]
}
const whileGiven = { assigned: 'assigned', ...whileHandled }

/** Each says for themselves that they were consulted. */
function confirmationsOfMerged(record: SuggestionRecord, at: At): SideClock<SuggestionParty>[] {
  const holders = mergedAsked(record).map(({ leadDeputyId }) => person(leadDeputyId))
  const due = confirmationDue(record, at)
  if (holders.length === 0 || due === null) return []
  const turn = { step: 'confirmConsultation' satisfies SuggestionAction }
  return [{ ladder: 'deputy', due, party: 'mergedDeputy', holders, turn }]
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
