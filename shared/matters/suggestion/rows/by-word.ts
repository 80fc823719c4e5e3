import { byWordOf, movesBack } from '../../../grammar/by-word'
import type { ActionRow } from '../../../grammar/matter'
import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import { evaluation } from './evaluation'
import { handling } from './handling'
import { withdrawal } from './withdrawal'

const { confirmConsultation, disputeConsultation } = handling
const { evaluate } = evaluation
const { withdraw } = withdrawal

/** What a deputy says by telephone, on paper or in person, and the office types. */
const typed = byWordOf<SuggestionState, SuggestionParty, SuggestionGate>()(
  { confirmConsultation, disputeConsultation, evaluate, withdraw },
  ['congressOffice'],
)

/** From where somebody can have been said to withdraw it. */
export const recordedFrom = Object.keys(withdraw.moves)

/** Of these an objection can be told from the state that they led to. */
export const byWord = {
  ...typed,
  objectToRecord: {
    label: '代录的不是我的意思',
    tone: 'quiet',
    by: ['leadDeputy'],
    moves: movesBack<SuggestionState>({ confirmConsultation, disputeConsultation, evaluate, withdraw }),
    decidedBy: ['recordedIn'],
    needs: ['recordOpen'],
    putsBack: '（代表有异议，不算数）',
    input: inputs.reasonOnly,
    tells: {
      congressOffice: '{deputy}对《{subject}》（{no}）代录的内容有异议：{reason}。已经退回到那一步以前。',
      leadUnit: '{deputy}对《{subject}》（{no}）代录的内容有异议，已经退回到那一步以前：{reason}',
      coSigner: '您附议的《{subject}》，{deputy}对代录的内容有异议，已经退回到那一步以前。',
      resident: '您反映的事，{deputy}对代录的内容有异议，已经退回到那一步以前，接着办。',
    },
    publicLine: '代表对代录的内容有异议，退回到那一步以前',
    source: 'Whoever is said to have spoken has the last word about it',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
