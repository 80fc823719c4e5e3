import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import type { EffectFor } from './effect-of'
import { askForHead, confirmConsultation, consult, disputeConsultation } from './effects-of-consultations'
import { assign, correctReply, receive, reHandle, reHandleElsewhere, reply } from './effects-of-handling'
import { answerInvitation, edit, endInvitations, invite, markSubmitted } from './effects-of-drafting'
import { succeedCoUnit, succeedLeadUnit } from './effects-of-successors'
import { grantExtension, refuseExtension, requestExtension, takeBackExtension } from './effects-of-extensions'
import { decideReason } from './effects-of-award-standing'
import {
  concludeInWriting,
  lapseCommitment,
  rateCommitment,
  reportCommitment,
  reportMilestone,
} from './effects-of-promises'
import {
  correctMerged,
  merge,
  replyMerged,
  reportMerged,
  returnToReview,
  takeIn,
  takeOut,
  unmerge,
  withdraw,
} from './effects-of-merging'
import { convertMotion, putOnAgenda } from './effects-of-motions'
import { changeKey, dispatch, markKey, reportKeyProgress, unmarkKey } from './effects-of-key-suggestions'
import { endConcern, nameConcerned } from './effects-of-concern'
import { closeBallot, openBallot } from './effects-of-group-appraisal'
import { objectToSignature, submitByWord } from './effects-of-paper'
import { openReply, passLead, reassign } from './effects-of-silence'
import { correctRatedReply, evaluate } from './effects-of-rating'
import { recordUpwardAnswer, referUpward } from './effects-of-referring'
import { approveReturn, refuseReturn, requestReturn } from './effects-of-returns'
import { accept, note, readFirst, refuse, requestRevision } from './effects-of-review'
import { recordReminder, recordSiteFinding, remind } from './effects-of-supervision'
import { recordSummons, summon } from './effects-of-summons'
import {
  addCoUnits,
  keepUnit,
  nameObjector,
  releaseCoUnit,
  reportProgress,
  startClock,
  stopClock,
} from './effects-of-teamwork'

/** What the steps change besides the state; each form was checked against the row of the same name. */
export const effects: { readonly [A in SuggestionAction]?: EffectFor<A> } = {
  edit,
  nameConcerned,
  endConcern,
  inviteCoSigners: invite,
  coSign: answerInvitation('signed'),
  declineToCoSign: answerInvitation('declined'),
  endInvitations,
  submit: markSubmitted,
  submitByWord,
  objectToHandIn: withdraw,
  objectToSignature,
  accept,
  readFirst,
  requestRevision,
  putOnAgenda,
  convertMotion,
  merge,
  takeIn,
  replyMerged,
  correctMerged,
  reportMerged,
  unmerge,
  takeOut,
  returnToReview,
  refuseAcceptance: refuse,
  assign,
  receive,
  consult,
  confirmConsultation,
  askForHead,
  disputeConsultation,
  reply,
  correctReply,
  evaluate,
  correctRatedReply,
  reHandle,
  reHandleElsewhere,
  requestReturn,
  approveReturn,
  refuseReturn,
  requestExtension,
  grantExtension,
  refuseExtension,
  referUpward,
  recordUpwardAnswer,
  askForInformation: stopClock,
  giveInformation: startClock,
  reportProgress,
  addCoUnits,
  releaseCoUnit,
  objectToUnit: nameObjector,
  dropObjection: nameObjector,
  keepUnit,
  reportCommitment,
  reportMilestone,
  rateCommitment,
  lapseCommitment,
  endTracking: concludeInWriting,
  summon,
  recordSummons,
  conclude: concludeInWriting,
  decideReason,
  markKey,
  changeKey,
  unmarkKey,
  reportKeyProgress,
  dispatch,
  openBallot,
  closeBallot,
  remind,
  recordReminder,
  recordSiteFinding,
  withdraw,
  passLead,
  openReply,
  reassign,
  takeBackExtension,
  succeedLeadUnit,
  succeedCoUnit,
  recalculate: note('reason'),
}
