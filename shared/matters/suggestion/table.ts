import {
  type SuggestionGate,
  type SuggestionParty,
  type SuggestionState,
  suggestionStates as states,
} from './states'
import { suggestionAsks } from './asks'
import { defineMatter } from '../../grammar/matter'
import { archiving } from './rows/archiving'
import { byWord, consultedFrom, recordedFrom } from './rows/by-word'
import { awardStanding } from './rows/award-standing'
import { byOthers, concern } from './rows/concern'
import { drafting } from './rows/drafting'
import { evaluation } from './rows/evaluation'
import { extensions } from './rows/extensions'
import { groupAppraisal } from './rows/group-appraisal'
import { handling } from './rows/handling'
import { keySuggestions } from './rows/key-suggestions'
import { merging } from './rows/merging'
import { motions } from './rows/motions'
import { onPaper } from './rows/on-paper'
import { promises } from './rows/promises'
import { recalculation } from './rows/recalculation'
import { returns } from './rows/returns'
import { review } from './rows/review'
import { silence } from './rows/silence'
import { successors } from './rows/successors'
import { summons } from './rows/summons'
import { supervision } from './rows/supervision'
import { teamwork } from './rows/teamwork'
import { upward } from './rows/upward'
import { withdrawal } from './rows/withdrawal'

/**
 * THE table: what can happen to a suggestion, who may do it, what they fill in, who is told, and by when; its rows stand
 * in `rows/`, those together that belong together. Server, phone, messages and `workflow.md` are derived from it.
 * Source of the shape: 代表法 art. 51 and the local regulations; "rules §" means the project's digest of them.
 */
export const suggestionActions = byOthers({
  ...drafting,
  ...onPaper,
  ...review,
  ...handling,
  ...evaluation,
  ...withdrawal,
  ...silence,
  ...byWord,
  ...recalculation,
  ...successors,
  ...motions,
  ...merging,
  ...returns,
  ...extensions,
  ...suggestionAsks.rows,
  // Any of the deputies may object; each takes back what is their own.
  dropObjection: {
    ...suggestionAsks.rows.dropObjection,
    needs: [...suggestionAsks.rows.dropObjection.needs, 'ownObjection'],
  } as const,
  ...teamwork,
  ...upward,
  ...supervision,
  ...promises,
  ...summons,
  ...awardStanding,
  ...keySuggestions,
  ...groupAppraisal,
  ...archiving,
  ...concern,
})

export type SuggestionAction = keyof typeof suggestionActions

export const suggestionTable = defineMatter<
  SuggestionState,
  SuggestionAction,
  SuggestionParty,
  SuggestionGate
>({
  kind: 'suggestion',
  word: '建议',
  first: 'draft',
  states,
  actions: suggestionActions,
  asks: suggestionAsks.plans,
  gates: {
    textComplete: 'text_incomplete',
    coSignersAnswered: 'co_signers_unanswered',
    enoughSigners: 'signers_missing',
    mayHandIn: 'not_in_office',
    decidesOnOthers: 'own_decision',
    unconcerned: 'concerns_you',
    concernNamed: 'concerns_nobody',
    isMotion: 'not_a_motion',
    isNoMotion: 'motion_undecided',
    invitationOpen: 'no_open_invitation',
    consultationOpen: 'no_open_consultation',
    mergedConsultationOpen: 'no_open_consultation',
    ownConsultationOpen: 'no_open_consultation',
    consultationConfirmed: 'consultation_not_confirmed',
    headUnasked: 'head_asked_before',
    presidiumRead: 'presidium_first',
    presidiumUnread: 'presidium_has_read',
    deputySilent: 'deputy_not_silent',
    recordOpen: 'record_closed',
    consultationRecordOpen: 'record_closed',
    ownObjection: 'not_own_objection',
    handInOpen: 'record_closed',
    returnOpen: 'return_closed',
    extensionOpen: 'extension_closed',
    ...suggestionAsks.gates,
    commitmentOpen: 'no_open_commitment',
    commitmentReported: 'commitment_not_reported',
    promiseUnreported: 'commitment_reported',
    commitmentLapsed: 'evaluation_not_lapsed',
    noReferralOpen: 'referral_open',
    referralOpen: 'no_open_referral',
    siteReviewHeld: 'no_site_review',
    summonsUnrecorded: 'summons_recorded',
    summonsDayCome: 'summons_day_ahead',
    summonsRecorded: 'summons_not_recorded',
    roundLeft: 'no_round_left',
    noRoundLeft: 'round_left',
    evaluationLapsed: 'evaluation_not_lapsed',
    nothingPromised: 'commitment_open',
    resultRejected: 'result_not_rejected',
    inGroup: 'no_deputy_group',
    notConfidential: 'confidential_not_appraised',
    ballotUnopened: 'ballot_opened',
    ballotOpen: 'no_open_ballot',
    isKey: 'not_a_key_suggestion',
    isNotKey: 'key_suggestion_already',
  },
  facts: {
    extensionRule: ['approval', 'statement'],
    promise: ['kept', 'promised'],
    recordedIn: recordedFrom,
    consultedIn: consultedFrom,
    cameFrom: { before: ['returnRequested', 'extensionRequested'] },
  },
  stepsAside: {
    presidium: ['leadDeputy', 'coSigner', 'mergedDeputy', 'leadUnit', 'concerned'],
    congressOffice: ['concerned'],
  },
  announced: [
    'decidesOnOthers',
    'textComplete',
    'coSignersAnswered',
    'enoughSigners',
    'isNoMotion',
    'presidiumRead',
    'consultationConfirmed',
    'coOpinion.in',
    'roundLeft',
    'summonsDayCome',
    'summonsRecorded',
  ],
})
