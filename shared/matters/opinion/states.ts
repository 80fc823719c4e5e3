import { type StateRow } from '../../grammar/matter'
import { lateSentences, type LateSentences } from '../../words/messages'
import { callAsked } from './call-state'

/** Where a resident's opinion can stand, and who stands to it. The steps are in `table.ts`. */
export type OpinionParty = 'resident' | 'deputy' | 'groupMeeting' | 'congressOffice' | 'system'
export type OpinionGate =
  | 'suggestionEnded'
  | 'notYetRated'
  | 'writtenByAnother'
  | 'ofTownship'
  | 'deputyBound'
  | 'saysUnsolved'
  | 'saysSomethingElse'
  | 'followUpDue'
  | 'followUpAgainDue'
  | 'askedWhetherSolved'
  | 'noPhone'
  | 'saysByMouth'
  | 'residentsTurn'
  | 'notAskedBefore'
  | 'askedDaysOver'

/** A deputy is awaited. */
const says: LateSentences = lateSentences.opinion
/** A deputy is, who has answered: nothing new was said, and the matter is not ended. */
const saysOfRested: LateSentences = {
  dueSoon: '您回复过的一件群众留言还没有办结，请在{deadline}前说明结果，或者写成建议。',
  overdue: '您回复过的一件群众留言逾期没有办结，请今天就说明结果，或者写成建议。',
  overdueToOthers: '有一件群众留言回复过了，逾期还没有办结，请提醒{deputy}。',
}
/** The office is, with words that it has to look at. */
const saysOfHeld: LateSentences = {
  ...lateSentences.opinion,
  overdueToOthers: '有群众的留言逾期还没有核实，请提醒镇人大办。',
}
/** The office is, because the deputy is none any more. */
const saysOfLeft: LateSentences = {
  dueSoon: '有群众的留言等着转给另一位代表，请尽快办。',
  overdue: '有群众的留言逾期还没有转给另一位代表，请今天就办。',
  overdueToOthers: '有群众的留言逾期还没有转给另一位代表，请提醒镇人大办。',
}
/** The office is, because the deputy reads nothing here yet. */
const saysOfAway: LateSentences = {
  dueSoon: '有群众的留言，代表还没有用上微信，请尽快转告、转给另一位代表，或者接手答复。',
  overdue: '有群众的留言逾期还没有转告代表，请今天就办。',
  overdueToOthers: '有群众的留言逾期还没有转告代表，请提醒镇人大办。',
}
/** It was ended, and whoever wrote says that nothing is solved. */
const saysOfUnsolved: LateSentences = {
  dueSoon: '有群众说事情没有解决，快到处理时间了，请尽快再办。',
  overdue: '有群众说事情没有解决，已经逾期，请马上办。',
  overdueToOthers: '有群众说事情没有解决，逾期还没有人办，请提醒{deputy}。',
}
const saysOfUnsolvedAgain: LateSentences = {
  ...saysOfUnsolved,
  overdueToOthers: '有群众两次说事情没有解决，逾期还没有人办，请提醒镇人大办。',
}
/** WeChat is, and nothing has gone on since. */
const saysOfChecking: LateSentences = {
  dueSoon: '',
  overdue: '',
  overdueToOthers: '有群众的留言逾期还没有核对完，请联系系统管理员。',
}

/** To the deputy, where what is said once more belongs to what a suggestion was made of: no answer is owed within hours. */
export const saidMoreInSuggestion = '您写成建议的“{subject}”，群众又说了一句，请打开看看。'

/** To the deputy, when what was said beside a good rating is checked. */
export const saidWithRating = '“{subject}”，群众评价时写了一句，请打开看看。'

export const opinionStates = {
  sent: {
    label: '核对中',
    plain: '已经送出，正在核对，马上转给{deputy}。',
    step: 'collect',
    waitsFor: 'system',
    limit: { hours: 'checkHours' },
    late: 'machine',
    says: saysOfChecking,
  },
  held: {
    label: '待工作人员核实',
    plain: '已经收到，镇人大办工作人员核实后转给{deputy}。',
    step: 'collect',
    waitsFor: 'congressOffice',
    limit: { hours: 'heldHours' },
    late: 'heldWords',
    says: saysOfHeld,
  },
  received: {
    label: '待代表回复',
    plain: '{deputy}已收到，会在 24 小时内回复您。',
    step: 'collect',
    waitsFor: 'deputy',
    limit: { hours: 'answerHours' },
    late: 'answer',
    says,
  },
  callAsked,
  replied: {
    label: '代表已回复',
    plain: '{deputy}回复了您。还有话说，可以接着写。',
    step: 'collect',
    waitsFor: 'deputy',
    waitsInsteadFor: { residentsTurn: 'resident' },
    limit: { workingDays: 'conversationWorkingDays' },
    late: 'conversation',
    says: saysOfRested,
  },
  askedBack: {
    label: '等群众回话',
    plain: '{deputy}想问您一句。点一下，或者说一句就行；不方便说，也可以不答。',
    step: 'collect',
    waitsFor: 'resident',
    limit: { workingDays: 'informationWorkingDays' },
    late: 'askedBack',
    says: {
      dueSoon: '您说的“{subject}”，{deputy}还等着您回一句。点一下就行；不答也可以，以后不再问了。',
      overdue: '',
    },
  },
  deputyLeft: {
    label: '待转给另一位代表',
    plain: '{deputy}不再履行代表职务，镇人大办会把您的话转给另一位代表，再告诉您。',
    step: 'collect',
    waitsFor: 'congressOffice',
    limit: { hours: 'heldHours' },
    late: 'heldWords',
    says: saysOfLeft,
  },
  deputyAway: {
    label: '待转告代表',
    plain: '{deputy}还没有用上微信，镇人大办会转告，再告诉您。',
    step: 'collect',
    waitsFor: 'congressOffice',
    limit: { hours: 'heldHours' },
    late: 'heldWords',
    says: saysOfAway,
  },
  answerSent: {
    label: '回复核对中',
    plain: '{deputy}写好了回复，正在核对，马上给您看。',
    step: 'collect',
    waitsFor: 'system',
    limit: { hours: 'checkHours' },
    late: 'machine',
    says: saysOfChecking,
  },
  answerHeld: {
    label: '回复待核实',
    plain: '{deputy}写好了回复，镇人大办工作人员核实后给您看。',
    step: 'collect',
    waitsFor: 'congressOffice',
    limit: { hours: 'heldHours' },
    late: 'heldWords',
    says: saysOfHeld,
  },
  endSent: {
    label: '说明核对中',
    plain: '{deputy}写好了结果，正在核对，马上给您看。',
    step: 'collect',
    waitsFor: 'system',
    limit: { hours: 'checkHours' },
    late: 'machine',
    says: saysOfChecking,
  },
  endHeld: {
    label: '说明待核实',
    plain: '{deputy}写好了结果，镇人大办工作人员核实后给您看。',
    step: 'collect',
    waitsFor: 'congressOffice',
    limit: { hours: 'heldHours' },
    late: 'heldWords',
    says: saysOfHeld,
  },
  inSuggestion: {
    label: '已写成建议',
    plain: '{deputy}把这件事写成了建议，下面能看到办到哪一步。',
    step: 'gather',
    waitsFor: 'system',
    waitsInsteadFor: { suggestionEnded: 'deputy' },
    limit: 'suggestion',
  },
  unsolved: {
    label: '群众说没有解决，待代表处理',
    plain: '您说没有解决，{deputy}正在处理，会再答复您。',
    step: 'collect',
    waitsFor: 'deputy',
    limit: { workingDays: 'examinationWorkingDays' },
    late: 'conversation',
    says: saysOfUnsolved,
  },
  unsolvedAgain: {
    label: '群众又说没有解决，待镇人大办处理',
    plain: '您再次说没有解决，镇人大办正在处理，会再答复您。',
    step: 'collect',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'examinationWorkingDays' },
    says: saysOfUnsolvedAgain,
  },
  closed: {
    label: '已答复办结',
    plain: '{deputy}已经把结果告诉您。',
    step: 'collect',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<OpinionParty, OpinionGate>>

export type OpinionState = keyof typeof opinionStates

/** In these WeChat looks at what was written last. */
export const watchedStates = ['sent', 'answerSent', 'endSent'] as const satisfies OpinionState[]
export type WatchedState = (typeof watchedStates)[number]

/** Words for the resident that are written and not shown yet. */
export const uncheckedStates = [
  'answerSent',
  'answerHeld',
  'endSent',
  'endHeld',
] as const satisfies OpinionState[]
