import { addWorkingDays, type Calendar, endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay } from '../../../shared/rules/days'
import { type Due, dueOf, dueOn } from '../../../shared/grammar/due'
import type { Profile } from '../../../shared/rules/profiles'
import { type SuggestionGate, suggestionStates } from '../../../shared/matters/suggestion/states'
import { motionSigners } from '../../../shared/words/words'
import { isoInstant } from '../../database/sql'
import type { SuggestionRecord } from './record'

/** The facts of the table: which gates are open for a suggestion, and what its steps lead by. */
export function gatesOf(
  record: SuggestionRecord,
  rules: Profile,
  calendar: Calendar,
  now: Date,
): Set<SuggestionGate> {
  const opens: Record<SuggestionGate, boolean> = {
    textComplete: record.isComplete === 1,
    coSignersAnswered: record.openInvitations === 0,
    enoughSigners: signersMissing(record) === 0,
    isMotion: record.kind === 'motion',
    isNoMotion: record.kind !== 'motion',
    invitationOpen: record.openInvitations > 0,
    consultationOpen: record.openConsultations > 0,
    consultationConfirmed: record.confirmedConsultations > 0,
    returnOpen: returnOpen(record, rules, calendar, now),
    extensionOpen:
      record.extensions === 0 && record.deadlineOn !== null && beijingDay(now) <= record.deadlineOn,
    coOpinionWanted: record.myOpenCoOpinions > 0,
    coOpinionToSendBack: record.returnableCoOpinions > 0,
    coOpinionsOpen: record.openCoOpinions > 0,
    coOpinionsIn: record.openCoOpinions === 0,
    clockNeverStopped: record.informationDueOn === null,
    informationWanted: informationWanted(record, now),
    commitmentOpen: record.commitmentDueOn !== null && record.commitmentReportedAt === null,
    commitmentReported: record.commitmentReportedAt !== null,
    commitmentLapsed:
      record.state === 'tracking' && isPast(ratingOfCommitmentDue(record, rules, calendar, now)),
    roundLeft: record.currentRound < rules.maxRounds,
    noRoundLeft: record.currentRound >= rules.maxRounds,
    noReferralOpen: record.openReferrals === 0,
    referralOpen: record.openReferrals > 0,
    siteReviewHeld: record.siteReviewOn !== null && record.siteReviewOn <= beijingDay(now),
    summonsUnrecorded: record.summonsRecordedAt === null,
    summonsRecorded: record.summonsRecordedAt !== null,
    inGroup: record.leadGroupId !== null,
    notConfidential: record.confidential === 0,
    ballotUnopened: record.roundBallots === 0 && record.openBallots === 0,
    ballotOpen: record.openBallots > 0,
    isKey: record.keySuggestionId !== null,
    isNotKey: record.keySuggestionId === null,
    resultRejected: record.currentResultRating === 'notSatisfied',
    nothingPromised: record.commitmentDueOn === null,
    evaluationLapsed: record.state === 'replied' && isPast(dueOfRecord(record, rules, calendar, now)),
  }
  return new Set((Object.keys(opens) as SuggestionGate[]).filter((gate) => opens[gate]))
}

export const factsOf = (record: SuggestionRecord, rules: Profile): Readonly<Record<string, string>> => ({
  missing: String(signersMissing(record)),
  cameFrom: record.cameFrom ?? '',
  extensionRule: rules.extensionNeedsApproval ? 'approval' : 'statement',
  promise: record.commitmentDueOn === null ? 'kept' : 'promised',
})

/** How many deputies a motion still lacks: the lead deputy counts as one, and only who has signed this text. */
export const signersMissing = ({ kind, signatures }: SuggestionRecord) =>
  kind === 'motion' ? Math.max(0, motionSigners - 1 - signatures) : 0

/** When whoever is awaited must have moved. A question to the deputy and a promise to be rated have days of their own. */
export function dueOfRecord(
  record: SuggestionRecord,
  rules: Profile,
  calendar: Calendar,
  now: Date,
): Due | null {
  if (record.informationDueOn !== null && informationWanted(record, now)) {
    return dueOn(record.informationDueOn, rules, now)
  }
  return (
    ratingOfCommitmentDue(record, rules, calendar, now) ??
    dueOf(
      suggestionStates[record.state],
      new Date(isoInstant(record.stateSince)),
      record.deadlineOn,
      rules,
      now,
      calendar,
    )
  )
}

function ratingOfCommitmentDue(
  record: SuggestionRecord,
  rules: Profile,
  calendar: Calendar,
  now: Date,
): Due | null {
  if (record.state !== 'tracking' || record.commitmentReportedAt === null) return null
  const reportedOn = beijingDay(new Date(isoInstant(record.commitmentReportedAt)))
  return dueOn(addWorkingDays(reportedOn, rules.evaluationWorkingDays, calendar), rules, now)
}

/** Asked once by the same unit in a round, within the days of the rules after hand-over. */
function returnOpen(record: SuggestionRecord, rules: Profile, calendar: Calendar, now: Date): boolean {
  if (record.handedOverOn === null || record.returnRequests > 0) return false
  return beijingDay(now) <= endOfSpan(record.handedOverOn, rules.returnSpan, calendar)
}

/** The clock goes on by itself once the deputy's days are over. */
const informationWanted = (record: SuggestionRecord, now: Date) =>
  record.informationDueOn !== null &&
  record.informationAnsweredAt === null &&
  beijingDay(now) <= record.informationDueOn

const isPast = (due: Due | null) => due?.urgency === 'overdue'
