import type { AskGate } from '../../grammar/ask'
import { type StateRow } from '../../grammar/matter'

/** Who can stand in a relation to a suggestion. */
export type SuggestionParty =
  | 'leadDeputy'
  | 'coSigner'
  | 'invitee'
  | 'decliner'
  | 'congressOffice'
  | 'presidium'
  | 'leadingOfficial'
  | 'partyCommittee'
  | 'leadUnit'
  | 'coUnit'
  | 'formerUnit'
  | 'letterUnit'
  | 'mergedDeputy'
  | 'groupLeader'
  | 'groupMember'
  | 'concerned'
  | 'resident'
  | 'system'

/** Facts that open or close a step. */
export type SuggestionGate =
  | 'mayHandIn'
  | 'decidesOnOthers'
  | 'unconcerned'
  | 'concernNamed'
  | 'textComplete'
  | 'coSignersAnswered'
  | 'enoughSigners'
  | 'isMotion'
  | 'isNoMotion'
  | 'invitationOpen'
  | 'consultationOpen'
  | 'mergedConsultationOpen'
  | 'ownConsultationOpen'
  | 'consultationConfirmed'
  | 'headUnasked'
  | 'presidiumRead'
  | 'presidiumUnread'
  | 'deputySilent'
  | 'recordOpen'
  | 'consultationRecordOpen'
  | 'ownObjection'
  | 'handInOpen'
  | 'returnOpen'
  | 'extensionOpen'
  | AskGate<'coOpinion' | 'information' | 'unitObjection'>
  | 'commitmentOpen'
  | 'commitmentReported'
  | 'promiseUnreported'
  | 'commitmentLapsed'
  | 'noReferralOpen'
  | 'referralOpen'
  | 'siteReviewHeld'
  | 'summonsUnrecorded'
  | 'summonsDayCome'
  | 'summonsRecorded'
  | 'roundLeft'
  | 'noRoundLeft'
  | 'evaluationLapsed'
  | 'nothingPromised'
  | 'resultRejected'
  | 'isKey'
  | 'inGroup'
  | 'notConfidential'
  | 'ballotUnopened'
  | 'ballotOpen'
  | 'isNotKey'

/** Where a suggestion can stand, whose turn it is there, and how long it may take. Strings: glossary section G. */
export const suggestionStates = {
  draft: {
    label: '起草中',
    plain: '{deputy}正在把这件事写成建议。',
    step: 'gather',
    waitsFor: 'leadDeputy',
    waitsInsteadFor: { invitationOpen: 'invitee' },
    limit: { workingDays: 'draftWorkingDays' },
    late: 'draft',
  },
  submitted: {
    label: '待审查',
    plain: '{deputy}已经提交建议，镇人大办就要审查。',
    step: 'gather',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'reviewWorkingDays' },
  },
  underReview: {
    label: '审查中',
    plain: '镇人大办正在审查这件建议。',
    step: 'gather',
    waitsFor: 'congressOffice',
    waitsInsteadFor: { isMotion: 'presidium' },
    limit: { workingDays: 'reviewWorkingDays' },
  },
  revisionRequested: {
    label: '退回修改',
    plain: '建议要改一改，{deputy}正在修改。',
    step: 'gather',
    waitsFor: 'leadDeputy',
    waitsInsteadFor: { invitationOpen: 'invitee' },
    limit: { workingDays: 'revisionWorkingDays' },
  },
  merged: {
    label: '已并案，一起办理',
    plain: '这件事和另一件建议一起办，办好了一起答复。',
    step: 'assign',
    waitsFor: 'system',
    limit: 'suggestion',
  },
  notAccepted: {
    label: '不予受理',
    plain: '这件事不能作为代表建议办理，{deputy}会说明原因和去处。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
  withdrawn: {
    label: '已撤回',
    plain: '{deputy}撤回了这件建议。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
  accepted: {
    label: '已受理，待交办',
    plain: '镇人大已经受理，正在确定由哪个单位办。',
    step: 'assign',
    waitsFor: 'congressOffice',
    waitsInsteadFor: { presidiumUnread: 'presidium' },
    limit: { workingDays: 'handOverWorkingDays' },
    late: 'unassigned',
  },
  assigned: {
    label: '已交办，待签收',
    plain: '已经交给{unit}，{deadline}前要答复{deputy}。',
    step: 'assign',
    waitsFor: 'leadUnit',
    limit: { workingDays: 'receiptWorkingDays' },
  },
  returnRequested: {
    label: '申请退办，待核定',
    plain: '{unit}提出这件事不归它办，镇人大正在核定由谁办。',
    step: 'assign',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'reassignWorkingDays' },
  },
  received: {
    label: '已签收，待面商',
    plain: '{unit}已经签收，安排了专人，答应{deadline}前答复{deputy}。',
    step: 'supervise',
    waitsFor: 'leadUnit',
    limit: { workingDays: 'firstContactWorkingDays' },
  },
  handling: {
    label: '办理中',
    plain: '{unit}正在办，已经和{deputy}商量过，答应{deadline}前答复。',
    step: 'supervise',
    waitsFor: 'leadUnit',
    waitsInsteadFor: { consultationOpen: 'leadDeputy', mergedConsultationOpen: 'mergedDeputy' },
    limit: 'deadline',
  },
  extensionRequested: {
    label: '申请延办，待决定',
    plain: '{unit}说一时办不完，申请延期，镇人大主席团正在决定。现在的时限是{deadline}。',
    step: 'supervise',
    waitsFor: 'presidium',
    limit: { workingDays: 'extensionDecisionWorkingDays' },
  },
  replied: {
    label: '已答复，待评价',
    plain: '{unit}已经答复，等{deputy}评价办得怎么样。',
    step: 'appraise',
    waitsFor: 'leadDeputy',
    limit: { workingDays: 'evaluationWorkingDays' },
    late: 'rating',
  },
  evaluated: {
    label: '代表不满意，待处理',
    saidNo: true,
    plain: '{deputy}对结果不满意，镇人大正在研究下一步。',
    step: 'appraise',
    waitsFor: 'congressOffice',
    waitsInsteadFor: { noRoundLeft: 'presidium' },
    limit: { workingDays: 'examinationWorkingDays' },
  },
  reHandling: {
    label: '重新办理',
    saidNo: true,
    plain: '{deputy}不满意，{unit}要重新办，{deadline}前再答复。',
    step: 'supervise',
    waitsFor: 'leadUnit',
    waitsInsteadFor: { consultationOpen: 'leadDeputy', mergedConsultationOpen: 'mergedDeputy' },
    limit: 'deadline',
  },
  tracking: {
    label: '跟踪承诺事项',
    plain: '{unit}已经答复，答应的事还在办，{deadline}前给结果。',
    step: 'supervise',
    waitsFor: 'leadUnit',
    waitsInsteadFor: { commitmentReported: 'leadDeputy' },
    limit: 'deadline',
  },
  escalated: {
    label: '约见单位负责人',
    saidNo: true,
    plain: '{deputy}还是不满意，镇人大主席团要当面问{unit}的负责人。',
    step: 'appraise',
    waitsFor: 'presidium',
    limit: { workingDays: 'summonsWorkingDays' },
  },
  closed: {
    label: '已办结',
    plain: '这件事已经办结。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
  archived: {
    label: '已归档',
    plain: '这件事已经办结，材料已经归档。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<SuggestionParty, SuggestionGate>>

export type SuggestionState = keyof typeof suggestionStates

/** Somebody said no there, and it is not done with yet. */
export const saysNo = (state: SuggestionState) => 'saidNo' in suggestionStates[state]
