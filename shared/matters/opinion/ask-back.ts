import * as z from 'zod/mini'
import { paragraph } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'
import type { OpinionGate, OpinionParty, OpinionState } from './states'

const source =
  'P7, field note M32: asked back once, about what and when in their own words, answered by a tap, a sentence or through the clerk; one reminder'
/** Whoever waited for a call before still does. */
const onward = { askedBack: { answer: 'received', call: 'callAsked' } } as const
const answer = {
  tone: 'primary',
  by: ['resident'],
  moves: onward,
  decidedBy: ['wants'],
  needs: [],
  input: nothing,
  source,
} as const

/** The deputy needs one thing more: the clock stands until it is said, or its days are over. */
export const askBack = {
  askBack: {
    label: '问他一句',
    tone: 'quiet',
    by: ['deputy'],
    moves: { received: 'answerSent', replied: 'answerSent', unsolved: 'answerSent' },
    needs: ['notAskedBefore'],
    input: z.strictObject({
      text: paragraph('想问什么', 200, {
        help: '只问一件事，最好点“是”或“不是”就能答。等他回话的几天不算您的时间；只能问一次。',
      }),
    }),
    tells: {},
    source,
  },
  answerYes: { ...answer, label: '是', tells: { deputy: '您问的“{subject}”，群众说：是。' } },
  answerNo: { ...answer, label: '不是', tells: { deputy: '您问的“{subject}”，群众说：不是。' } },
  goOnWithout: {
    label: '不等了，接着办',
    tone: 'quiet',
    by: ['deputy', 'congressOffice'],
    moves: onward,
    decidedBy: ['wants'],
    needs: [],
    input: nothing,
    tells: {},
    source,
  },
  lapseAskedBack: {
    label: '等群众回话到期',
    tone: 'quiet',
    by: ['system'],
    moves: onward,
    decidedBy: ['wants'],
    needs: ['askedDaysOver'],
    byClock: true,
    input: nothing,
    tells: { deputy: '“{subject}”问群众的那一句没有等到回话，请接着办。' },
    pushes: { deputy: 'opinion' },
    source,
  },
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>

/** Told instead of that there is an answer: which matter, and of which day, in their own words. */
export const askedBackSentence = '您{latest}说的“{subject}”，{deputy}想问您一句。打开点一下，或者说一句就行。'

/** What stands in the conversation after a tap. */
export const tapped = { yes: '是。', no: '不是。' } as const
