import * as z from 'zod/mini'
import { paragraph, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'
import type { OpinionGate, OpinionParty, OpinionState } from './states'

/** What the next deputy owes: a word, or the call that was asked for. */
const asked = { answer: 'received', call: 'callAsked' } as const

/** A deputy has left, or never came into WeChat: the office passes on what was said, or answers itself. */
export const unread = {
  deputyLeft: {
    label: '等镇人大办转给代表',
    tone: 'quiet',
    by: ['system'],
    moves: {
      received: 'deputyLeft',
      callAsked: 'deputyLeft',
      replied: 'deputyLeft',
      deputyAway: 'deputyLeft',
      unsolved: 'deputyLeft',
    },
    needs: [],
    input: nothing,
    tells: { resident: '{deputy}不再履行代表职务了。您的话还在，镇人大办会转给另一位代表，再告诉您。' },
    source: 'Catalogue 21: deputies come and go; nobody who was heard waits for somebody who has left',
  },
  passOn: {
    label: '转给另一位代表',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { deputyLeft: asked, deputyAway: asked, unsolvedAgain: 'received' },
    decidedBy: ['wants'],
    needs: [],
    input: z.strictObject({ deputyId: picked('转给哪位代表', 'deputy') }),
    tells: {
      deputy: '有群众的留言转给您了，请在 24 小时内回复。',
      resident: '您的话已经转给{deputy}，会在 24 小时内回复您。',
    },
    pushes: { deputy: 'opinion' },
    source: 'as above',
  },
  deputyAway: {
    label: '代表还没有用上微信',
    tone: 'quiet',
    by: ['system'],
    moves: { received: 'deputyAway', callAsked: 'deputyAway', unsolved: 'deputyAway' },
    needs: [],
    input: nothing,
    tells: {
      resident: '{deputy}还没有用上微信，镇人大办会转告，再告诉您。',
      congressOffice:
        '有群众给{deputy}留言了。{deputy}还没有用上微信，请转告、转给另一位代表，或者接手答复。',
    },
    pushes: { congressOffice: 'task' },
    source: 'Nobody who was heard waits for somebody who reads nothing here; what the resident reads is true',
  },
  deputyReached: {
    label: '代表用上微信了',
    tone: 'quiet',
    by: ['system'],
    moves: { deputyAway: asked },
    decidedBy: ['wants'],
    needs: ['deputyBound'],
    byClock: true,
    input: nothing,
    tells: {
      deputy: '有群众给您留言了，请在 24 小时内回复。',
      resident: '{deputy}已收到您的话，会在 24 小时内回复。',
    },
    pushes: { deputy: 'opinion' },
    source: 'as above',
  },
  takeOver: {
    label: '镇人大办接手答复',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { deputyLeft: 'endSent', deputyAway: 'endSent', unsolvedAgain: 'endSent' },
    needs: [],
    input: z.strictObject({ explanation: paragraph('向群众说明结果', 500) }),
    tells: { resident: '镇人大办接手答复您的话，核对以后就告诉您。' },
    source: 'as above: the office answers where no deputy can',
  },
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>
