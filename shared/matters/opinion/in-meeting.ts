import * as z from 'zod/mini'
import { line, maybe, paragraph, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import type { OpinionGate, OpinionParty, OpinionState } from './states'

/** What lies with a deputy, who may have no phone: a meeting decides of it. */
const laid = <To extends OpinionState>(to: To) => ({
  ...{ received: to, callAsked: to, replied: to, unsolved: to, deputyAway: to },
})
export const decidedOnIn = [
  'received',
  'callAsked',
  'replied',
  'unsolved',
  'deputyAway',
] as const satisfies OpinionState[]

const source =
  'Catalogue 34: the group decides of each of its open opinions once a quarter; whoever wrote hears of it as of any other step'
/** The meeting takes it, and nobody else: whoever writes the decision down stands to no message by that. */
const byMeeting = { tone: 'quiet', by: ['groupMeeting', 'system'], needs: [] } as const

/**
 * What a meeting of a deputy group decides of a message that lies with one of its members (汇总): the same as the deputy's
 * own steps, with the same checks of words and the same word to whoever wrote.
 */
export const inMeeting = {
  raiseInMeeting: {
    ...byMeeting,
    label: '小组会定：写成建议',
    moves: laid('inSuggestion'),
    input: z.strictObject({
      suggestionId: maybe(picked('并入哪一件', 'mergeTarget')),
      leadId: maybe(picked('请哪位代表领衔', 'deputy')),
      summary: maybe(line('是什么事', 40)),
    }),
    tells: {
      resident: '{deputy}和代表小组议了您反映的事，要写成建议，办到哪一步都会告诉您。',
      deputy: '代表小组会议定了：您收到的“{subject}”写成建议。',
    },
    source,
  },
  closeInMeeting: {
    ...byMeeting,
    label: '小组会定：说明结果，办结',
    moves: laid('endSent'),
    input: z.strictObject({ explanation: paragraph('向群众说明结果', 500) }),
    tells: { deputy: '代表小组会议定了：您收到的“{subject}”，把结果说给群众听，说明已经写好。' },
    source,
  },
  askBackInMeeting: {
    ...byMeeting,
    label: '小组会定：问他一句',
    moves: laid('answerSent'),
    needs: ['notAskedBefore'],
    input: z.strictObject({ text: paragraph('想问什么', 200) }),
    tells: { deputy: '代表小组会议定了：您收到的“{subject}”，先问群众一句。' },
    source,
  },
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>
