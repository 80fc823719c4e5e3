import type { ActionRow } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'
import type { OpinionGate, OpinionParty, OpinionState } from './states'

/** What was written as a suggestion has ended as one: whoever said it first is not forgotten. */
export const afterSuggestion = {
  askWhetherTold: {
    label: '问代表告诉他了没有',
    tone: 'quiet',
    by: ['system'],
    moves: { inSuggestion: 'inSuggestion' },
    needs: ['suggestionEnded'],
    input: nothing,
    tells: { deputy: '由“{subject}”写成的建议办完了。告诉他了吗？打开把结果写给他，或者打电话说了记一笔。' },
    pushes: { deputy: 'opinion' },
    source: 'Catalogue 51: the deputy is asked “告诉他了吗？” when a suggestion that came of it ends',
  },
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>
