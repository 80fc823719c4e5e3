import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'

/** Deadlines that move on because days off became known. */
export const recalculation = {
  recalculate: {
    label: '期限重新计算',
    tone: 'quiet',
    by: ['system'],
    moves: {
      assigned: 'assigned',
      returnRequested: 'returnRequested',
      received: 'received',
      handling: 'handling',
      extensionRequested: 'extensionRequested',
      reHandling: 'reHandling',
    },
    needs: [],
    input: inputs.reasonOnly,
    tells: {
      leadUnit: '《{subject}》（{no}）的期限重新计算：{reason}',
      leadDeputy: '《{subject}》的期限重新计算：{reason}',
    },
    publicLine: '期限重新计算：{reason}',
    source: 'Civil Code art. 203: a last day off moves on; the list of days off comes out a year at a time',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
