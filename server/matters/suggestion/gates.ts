import type { AskGate } from '../../../shared/grammar/ask'
import { addWorkingDays, endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { type Due, dueOf, dueOn, shortDueOn } from '../../../shared/grammar/due'
import type { Profile } from '../../../shared/rules/profiles'
import { type SuggestionGate, suggestionStates } from '../../../shared/matters/suggestion/states'
import { motionSigners } from '../../../shared/words/words'
import { isoInstant } from '../../database/sql'
import type { At } from '../../engine/kind'
import { holdersOf, person, unit } from '../../engine/holders'
import { isInDaysOfObjection, isOpenToObjection } from '../../engine/typed-for'
import { concernedOf, isUnconcerned, othersThan } from './deciders'
import { isLeadAsked, mergedAsked, notConsulted, talksOf } from './proposers'
import type { SuggestionRecord } from './record'

/** The facts of the table: which gates are open for a suggestion, and what its steps lead by. */
export function gatesOf(record: SuggestionRecord, at: At): Record<Exclude<SuggestionGate, AskGate>, boolean> {
  const { rules, today } = at
  const isMotion = record.kind === 'motion'
  const isUnread = Number(record.unreadByPresidium) === 1
  const isKey = record.keySuggestionId !== null
  return {
    // What was handed in while in office goes on.
    mayHandIn: Number(record.leadCounts) === 1 || record.submittedAt !== null,
    decidesOnOthers: !isOwnMatter(record, at.asker),
    unconcerned: isUnconcerned(record, at.asker),
    concernNamed: concernedOf(record).length > 0,
    textComplete: record.isComplete === 1,
    coSignersAnswered: openInvitations(record).length === 0,
    enoughSigners: signersMissing(record) === 0,
    isMotion,
    isNoMotion: !isMotion,
    invitationOpen: openInvitations(record).length > 0,
    consultationOpen: isLeadAsked(record),
    mergedConsultationOpen: mergedAsked(record).length > 0,
    ownConsultationOpen: record.replyOpenedAt === null && talksOf(record, at.asker).length > 0,
    consultationConfirmed: notConsulted(record).length === 0 || record.replyOpenedAt !== null,
    presidiumRead: !isUnread,
    presidiumUnread: isUnread,
    headUnasked: record.consultations.every(({ headAsked }) => Number(headAsked) === 0),
    deputySilent: isDeputySilent(record, at),
    recordOpen: record.typed?.party === 'leadDeputy' && isOpenToObjection(record, at),
    consultationRecordOpen: isTypedTalkOpen(record, at),
    ownObjection: isOwnObjection(record, at.asker),
    handInOpen: record.handInTypedAt !== null && isInDaysOfObjection(record, record.handInTypedAt, at),
    returnOpen: returnOpen(record, at),
    extensionOpen:
      record.extensionAnswer === null && record.deadlineOn !== null && today <= record.deadlineOn,
    commitmentOpen: record.commitmentDueOn !== null && record.commitmentReportedAt === null,
    commitmentReported: record.commitmentReportedAt !== null,
    promiseUnreported: record.commitmentReportedAt === null,
    commitmentLapsed: record.state === 'tracking' && isPast(ratingOfCommitmentDue(record, at)),
    roundLeft: record.currentRound < rules.maxRounds,
    noRoundLeft: record.currentRound >= rules.maxRounds,
    noReferralOpen: record.openReferralId === null,
    referralOpen: record.openReferralId !== null,
    siteReviewHeld: record.siteReviews.some(({ heldOn }) => heldOn <= today),
    summonsUnrecorded: record.summonsRecordedAt === null,
    summonsDayCome: record.summonsHeldOn !== null && record.summonsHeldOn <= today,
    summonsRecorded: record.summonsRecordedAt !== null,
    inGroup: record.leadGroupId !== null,
    notConfidential: record.confidential === 0,
    ballotUnopened: record.ballots.every(
      ({ roundNo, isOpen }) => roundNo !== record.currentRound && isOpen === 0,
    ),
    ballotOpen: record.ballots.some(({ isOpen }) => isOpen === 1),
    isKey,
    isNotKey: !isKey,
    resultRejected: record.currentResultRating === 'notSatisfied',
    nothingPromised: record.commitmentDueOn === null,
    evaluationLapsed: record.state === 'replied' && isPast(dueOfState(record, at)),
  }
}

export function proposersOf({ leadDeputyId, coSignatures, merged }: SuggestionRecord): string[] {
  const signed = coSignatures.filter(({ answer }) => answer === 'signed').map(({ personId }) => personId)
  return [leadDeputyId, ...signed, ...merged.map((other) => other.leadDeputyId)]
}

/** Proposed or co-signed by the one who asks, or in the hands of a unit in which they have a post. */
function isOwnMatter(record: SuggestionRecord, asker: At['asker']) {
  const { leadUnitId } = record
  if (asker === null) return false
  const mine = holdersOf(asker)
  return [...proposersOf(record).map(person), ...(leadUnitId === null ? [] : [unit(leadUnitId)])].some(
    (one) => mine.includes(one),
  )
}

export const factsOf = (record: SuggestionRecord, rules: Profile): Readonly<Record<string, string>> => ({
  missing: String(signersMissing(record)),
  others: othersThan(record),
  cameFrom: record.cameFrom ?? '',
  extensionRule: rules.extensionNeedsApproval ? 'approval' : 'statement',
  recordedIn: record.typed?.fromState ?? '',
  consultedIn: record.typed?.fromState ?? '',
  promise: record.commitmentDueOn === null ? 'kept' : 'promised',
})

/** Who is asked to co-sign the text as it stands: also who has signed an older one. Nobody waits for who has left. */
export const openInvitations = ({ coSignatures, textVersion }: SuggestionRecord) =>
  coSignatures.filter(
    (one) =>
      Number(one.counts) === 1 &&
      (one.answer === 'open' || (one.answer === 'signed' && one.textVersion !== textVersion)),
  )

/** Co-signers of the text as it stands. */
export const signatures = ({ coSignatures, textVersion }: SuggestionRecord) =>
  coSignatures.filter((one) => one.answer === 'signed' && one.textVersion === textVersion)

/**
 * How many deputies of the township a motion still lacks: the lead deputy counts as one, and only who has signed this text
 * (地方组织法 22).
 */
export function signersMissing(record: SuggestionRecord) {
  if (record.kind !== 'motion') return 0
  const signed = signatures(record).filter(({ counts }) => Number(counts) === 1)
  return Math.max(0, motionSigners - Number(record.leadCounts) - signed.length)
}

/** When whoever is awaited must have moved, where that is not the limit of the state: a rating, a confirmation has its own. */
export const dueOfRecord = (record: SuggestionRecord, at: At): Due | undefined =>
  ratingOfCommitmentDue(record, at) ?? confirmationDue(record, at) ?? undefined

const dueOfState = ({ state, stateSince, deadlineOn }: SuggestionRecord, { rules, now, calendar }: At) =>
  dueOf(suggestionStates[state], new Date(isoInstant(stateSince)), deadlineOn, rules, now, calendar)

function ratingOfCommitmentDue(record: SuggestionRecord, { rules, calendar, now }: At): Due | null {
  if (record.state !== 'tracking' || record.commitmentReportedAt === null) return null
  const reportedOn = beijingDay(new Date(isoInstant(record.commitmentReportedAt)))
  return dueOn(addWorkingDays(reportedOn, rules.evaluationWorkingDays, calendar), rules, now)
}

/** What was typed for the unit is its own to take back until the deputy has said whether it was so. */
function isTypedTalkOpen(record: SuggestionRecord, at: At) {
  const { typed, consultations } = record
  if (typed?.party !== 'leadUnit' || !isOpenToObjection(record, at)) return false
  const typedAt = isoInstant(typed.at)
  return consultations.some(
    ({ answer, recordedAt }) => answer === 'open' && isoInstant(recordedAt) === typedAt,
  )
}

/** Whoever leads it now stands for who led it before. */
function isOwnObjection({ objectedBy, leadDeputyId }: SuggestionRecord, asker: At['asker']) {
  if (asker === null || 'system' in asker || objectedBy?.personId === undefined) return true
  const { personId, party } = objectedBy
  const own = asker.person?.id
  return personId === own || (party === 'leadDeputy' && leadDeputyId === own)
}

/** Until then the unit cannot reply. */
export const waitsForDeputy = (record: SuggestionRecord) =>
  inHand.includes(record.state) && (waitsForLead(record) || mergedAsked(record).length > 0)
const inHand: readonly string[] = ['handling', 'reHandling']
const waitsForLead = (record: SuggestionRecord) => isLeadAsked(record) && notConsulted(record).includes(null)

/** Since when a deputy is awaited: the last 面商, or since somebody else leads. */
const awaitedSince = (record: SuggestionRecord): Day => {
  const { consultations, ledSince } = record
  const ofLead = isLeadAsked(record)
  const open = consultations.filter(
    ({ answer, mergedId }) => answer === 'open' && (mergedId === null) === ofLead,
  )
  const all = [
    ...open.map(({ recordedAt }) => recordedAt),
    ...(ledSince === null || !ofLead ? [] : [ledSince]),
  ]
  const [last = ''] = all.sort().reverse()
  return beijingDay(new Date(isoInstant(last)))
}

/** While a deputy is awaited the unit is not: what is shown as late is the confirmation, under the deputy's own day. */
export function confirmationDue(record: SuggestionRecord, { rules, calendar, now }: At): Due | null {
  if (!waitsForDeputy(record)) return null
  return shortDueOn(addWorkingDays(awaitedSince(record), rules.consultationWorkingDays, calendar), now)
}
/** Whoever has left need not be waited for at all. */
function isDeputySilent(record: SuggestionRecord, { rules, calendar, today }: At): boolean {
  const { replyOpenedAt, leadCounts } = record
  const missing = notConsulted(record)
  if (replyOpenedAt !== null || missing.length === 0) return false
  if (Number(leadCounts) === 0 && missing.includes(null)) return true
  return (
    (waitsForLead(record) || mergedAsked(record).length > 0) &&
    today > addWorkingDays(awaitedSince(record), rules.silenceWorkingDays, calendar)
  )
}

/** Asked once after each hand-over, within the days of the rules. */
function returnOpen(record: SuggestionRecord, { rules, calendar, today }: At): boolean {
  // What was approved is done with; a unit that has it once more may ask once more.
  const asked = record.returns.some(
    ({ roundNo, unitId, answer, handedOverOn }) =>
      roundNo === record.currentRound &&
      unitId === record.leadUnitId &&
      answer !== 'approved' &&
      handedOverOn === record.handedOverOn,
  )
  if (record.handedOverOn === null || asked) return false
  return today <= endOfSpan(record.handedOverOn, rules.returnSpan, calendar)
}

/** A site review and a summons can be written down from their day on. */
export const daysOfChange = ({ siteReviews, summonsHeldOn }: SuggestionRecord): Day[] => [
  ...siteReviews.map(({ heldOn }) => heldOn),
  ...(summonsHeldOn === null ? [] : [summonsHeldOn]),
]

const isPast = (due: Due | null) => due?.urgency === 'overdue'
