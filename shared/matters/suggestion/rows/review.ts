import * as z from 'zod/mini'
import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { byPresidium } from './together'

/** 三关: the office reads what was handed in; only the presidium refuses it. */
export const review = {
  startReview: {
    label: '开始审查',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { submitted: 'underReview' },
    // One review has one limit, and it is counted from the day the suggestion was handed in.
    keepsTime: true,
    needs: [],
    input: inputs.nothing,
    manyAtOnce: true,
    tells: { leadDeputy: '镇人大办正在审查您的建议《{subject}》。' },
    source: 'rules §3.5',
  },
  accept: {
    label: '三关通过，受理',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { underReview: 'accepted' },
    needs: ['isNoMotion'],
    input: inputs.acceptance,
    tells: {
      leadDeputy: '您的建议《{subject}》已经受理，编号 {no}。',
      coSigner: '您附议的《{subject}》已经受理，编号 {no}。',
      // Only where the deputy wants it so.
      presidium: '{deputy}请主席团先看过《{subject}》（{no}）再交办，请打开看过。',
      resident: '您反映的事，镇人大已经受理，正在确定由哪个单位办。',
    },
    publicLine: '镇人大受理',
    source: 'Catalogue 59 三关; rules §3.5',
  },
  readFirst: {
    label: '看过了，可以交办',
    tone: 'primary',
    by: ['presidium'],
    moves: { submitted: 'submitted', underReview: 'underReview', accepted: 'accepted' },
    needs: ['presidiumUnread', 'decidesOnOthers'],
    input: inputs.nothing,
    readBy: ['leadDeputy', 'coSigner', 'congressOffice', 'presidium'],
    tells: {
      leadDeputy: '主席团看过了您的建议《{subject}》，接着交办。',
      congressOffice: '主席团看过了《{subject}》（{no}），可以交办。',
    },
    source:
      'Qingdao 2021 art. 18; deputies are pressed for what they criticise, so that the presidium knows of it before the unit does',
  },
  requestRevision: {
    label: '退回修改',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { underReview: 'revisionRequested' },
    needs: [],
    input: inputs.revisionRequest,
    tells: { leadDeputy: '《{subject}》要改一改：{reason}' },
    source: 'Catalogue 59: a failed check returns it with the reason',
  },
  refuseAcceptance: {
    label: '不予受理',
    tone: 'danger',
    by: ['presidium'],
    moves: { underReview: 'notAccepted' },
    needs: ['decidesOnOthers'],
    input: z.safeExtend(inputs.nonAcceptance, byPresidium),
    tells: {
      leadDeputy: '《{subject}》不予受理：{reason}',
      coSigner: '您附议的《{subject}》不予受理：{reason}',
      letterUnit: '{deputy}来信《{subject}》转你单位参考，不用书面答复。',
      resident: '您反映的事不能作为代表建议办理，{deputy}会向您说明原因和去处。',
    },
    pushes: { resident: 'concluded' },
    source:
      'rules §3.3: only with a listed ground and a reason shown to the deputy; §3.5: decided by the presidium',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
