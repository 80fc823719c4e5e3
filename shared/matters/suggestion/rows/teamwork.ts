import * as z from 'zod/mini'
import { paragraph } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'

/** A unit has it in hand. */
export const whileHandled = {
  received: 'received',
  handling: 'handling',
  reHandling: 'reHandling',
  extensionRequested: 'extensionRequested',
} as const

/** What the lead unit does while it handles, besides asking others. */
export const teamwork = {
  reportProgress: {
    label: '报告办理进展',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: { ...whileHandled, tracking: 'tracking' },
    needs: [],
    input: z.strictObject({ note: paragraph('办到哪一步了', 500) }),
    tells: {
      leadDeputy: '{unit}报告《{subject}》的进展：{reason}',
      congressOffice: '{unit}报告《{subject}》（{no}）的进展：{reason}',
    },
    publicLine: '{unit}报告了办理进展',
    source: 'Catalogue 73: every two months the presidium hears how the handling stands',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
