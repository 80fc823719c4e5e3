import * as z from 'zod/mini'
import { type ActionRow, defineMatter } from '../../grammar/matter'
import { answerInput, appealInput, disqualifyInput } from './inputs'
import { disqualificationSentence, mostUnaccepted } from './standing'
import { type AwardStandingParty, type AwardStandingState, awardStandingStates } from './states'

/** 评先资格 of a unit in one year: what is counted moves it up and down, a decision is the presidium's alone. */
export type AwardStandingGate =
  | 'belowLimit'
  | 'atLimit'
  | 'tooMany'
  | 'news'
  | 'notRecorded'
  | 'notAppealed'
  | 'appealOpen'
  | 'decidesOnOthers'

const nothing = z.strictObject({})
const counted =
  'Catalogue 81: alert at two, a record at three; what is counted moves with every rating and reason'
const decided =
  'Catalogue 81 取消评先资格, a rule of local party committees; the law knows none, so a body that answers for it decides'
const said = '{period}已有 {count} 件建议代表不认可结果'

export const awardStandingActions = {
  warn: {
    label: '提醒：再有一件就超过',
    tone: 'quiet',
    by: ['system'],
    moves: { clear: 'warned', warned: 'warned' },
    needs: ['atLimit', 'news'],
    byClock: true,
    input: nothing,
    tells: {
      handlingUnit: `本单位${said}：{subjects}。超过 ${mostUnaccepted} 件就要取消评先资格，请抓紧办好手上的建议。`,
      presidium: `{unit}${said}：{subjects}。再有一件就要取消评先资格。`,
      congressOffice: `{unit}${said}：{subjects}。再有一件就要取消评先资格。`,
    },
    source: counted,
  },
  exceed: {
    label: '超过件数，请主席团决定',
    tone: 'quiet',
    by: ['system'],
    moves: { clear: 'over', warned: 'over', over: 'over' },
    needs: ['tooMany', 'news'],
    byClock: true,
    input: nothing,
    tells: {
      handlingUnit: `本单位${said}，超过 ${mostUnaccepted} 件：{subjects}。主席团将决定是否取消评先资格；有正当理由的，请尽快向主席团说明。`,
      presidium: `{unit}${said}，超过 ${mostUnaccepted} 件：{subjects}。请先看有没有正当理由，再决定是否取消评先资格。`,
      congressOffice: `{unit}${said}，超过 ${mostUnaccepted} 件：{subjects}。请主席团决定是否取消评先资格。`,
    },
    source: counted,
  },
  ease: {
    label: '减到提醒的件数',
    tone: 'quiet',
    by: ['system'],
    moves: { over: 'warned' },
    needs: ['atLimit'],
    byClock: true,
    input: nothing,
    tells: {},
    source: counted,
  },
  settle: {
    label: '件数减下来了',
    tone: 'quiet',
    by: ['system'],
    moves: { warned: 'clear', over: 'clear' },
    needs: ['belowLimit'],
    byClock: true,
    input: nothing,
    tells: {},
    source: counted,
  },
  disqualify: {
    label: '取消评先资格',
    tone: 'danger',
    by: ['presidium'],
    moves: {
      clear: 'disqualified',
      warned: 'disqualified',
      over: 'disqualified',
      disqualified: 'disqualified',
      appealed: 'appealed',
      upheld: 'upheld',
    },
    needs: ['notRecorded', 'tooMany', 'decidesOnOthers'],
    input: disqualifyInput,
    tells: {
      handlingUnit: `本单位有 {count} 件建议代表不认可结果，主席团决定：${disqualificationSentence}有不同意见，可以提出一次申诉。`,
      presidium: `{unit}有 {count} 件建议代表不认可结果，主席团决定：${disqualificationSentence}`,
      congressOffice: `{unit}有 {count} 件建议代表不认可结果，主席团决定：${disqualificationSentence}`,
    },
    source: decided,
  },
  appeal: {
    label: '提出申诉',
    tone: 'quiet',
    by: ['handlingUnit'],
    moves: { disqualified: 'appealed', appealed: 'appealed', upheld: 'upheld', lifted: 'lifted' },
    needs: ['notAppealed'],
    input: appealInput,
    tells: {
      presidium: '{unit}对取消 {year} 年评先资格提出申诉：{reason}',
      congressOffice: '{unit}对取消 {year} 年评先资格提出申诉：{reason}',
    },
    source: 'Catalogue 81: appeal note; once, so that a decision comes to an end',
  },
  answer: {
    label: '答复申诉',
    tone: 'primary',
    by: ['presidium'],
    moves: {
      disqualified: 'disqualified',
      appealed: { upheld: 'upheld', lifted: 'lifted' },
      upheld: 'upheld',
      lifted: 'lifted',
    },
    decidedBy: ['verdict'],
    needs: ['appealOpen', 'decidesOnOthers'],
    input: answerInput,
    tells: {
      handlingUnit: '对本单位的申诉，主席团答复：{outcome}。{reason}',
      congressOffice: '对{unit}的申诉，主席团答复：{outcome}。{reason}',
    },
    source: decided,
  },
} as const satisfies Record<string, ActionRow<AwardStandingState, AwardStandingParty, AwardStandingGate>>
export type AwardStandingAction = keyof typeof awardStandingActions

export const awardStandingTable = defineMatter<
  AwardStandingState,
  AwardStandingAction,
  AwardStandingParty,
  AwardStandingGate
>({
  kind: 'awardStanding',
  word: '评先资格',
  first: 'clear',
  states: awardStandingStates,
  actions: awardStandingActions,
  gates: {
    belowLimit: 'standing_within_limit',
    atLimit: 'standing_within_limit',
    tooMany: 'standing_within_limit',
    news: 'standing_within_limit',
    notRecorded: 'standing_recorded',
    notAppealed: 'appeal_sent',
    appealOpen: 'no_open_appeal',
    decidesOnOthers: 'own_decision',
  },
  stepsAside: { presidium: ['handlingUnit'] },
  announced: ['decidesOnOthers'],
})
