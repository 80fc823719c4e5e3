import * as z from 'zod/mini'
import { choice, day, maybe, paragraph } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { sayForm } from './attachments'
import { callOutcomes } from './call-back'
import type { OpinionGate, OpinionParty, OpinionState } from './states'

/** What is said on the phone stands in the conversation, checked like whatever else a deputy says. */
export const call = {
  called: {
    label: '打过电话了',
    tone: 'primary',
    by: ['deputy'],
    moves: { callAsked: { talked: 'answerSent', noAnswer: 'callAsked' } },
    decidedBy: ['outcome'],
    needs: [],
    input: z
      .strictObject({
        outcome: choice('打通了没有', callOutcomes),
        on: day('哪天打的', 'happened'),
        said: maybe(
          paragraph('电话里说了什么', 1000, {
            help: '写一两句：说的什么事，您打算怎么办。核对以后他也看得到。',
            shownWhen: [{ field: 'outcome', is: 'talked' }],
          }),
        ),
      })
      .check(
        z.refine((form) => form.outcome !== 'talked' || form.said !== undefined, {
          error: '请写一两句电话里说了什么，他以后能翻看，镇人大办也知道这件事有人管了。',
          path: ['said'],
        }),
      ),
    tells: { resident: '{deputy}给您打过电话，没有打通，会再打。换了号码或者换个时间，请接着说一句。' },
    source: 'VOICE §3, field notes M8, M11: a call instead of typing, as a task with a day',
  },
  /** Words are no call: that is still owed. */
  writeBeforeCall: {
    label: '先写一句给他',
    tone: 'quiet',
    by: ['deputy'],
    moves: { callAsked: 'answerSent' },
    needs: [],
    input: sayForm('想说的话'),
    tells: {},
    source: 'as above; what a deputy writes is checked like what a resident writes',
  },
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>
