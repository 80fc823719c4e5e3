import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'

/** Whoever wrote it may take it back, as long as nobody has replied. */
export const withdrawal = {
  withdraw: {
    label: '撤回',
    tone: 'danger',
    by: ['leadDeputy'],
    moves: {
      draft: 'withdrawn',
      merged: 'withdrawn',
      submitted: 'withdrawn',
      underReview: 'withdrawn',
      revisionRequested: 'withdrawn',
      accepted: 'withdrawn',
      assigned: 'withdrawn',
      received: 'withdrawn',
      handling: 'withdrawn',
      returnRequested: 'withdrawn',
      extensionRequested: 'withdrawn',
    },
    needs: [],
    input: inputs.reasonOnly,
    tells: {
      coSigner: '{deputy}撤回了《{subject}》：{reason}',
      invitee: '{deputy}撤回了《{subject}》。',
      congressOffice: '{deputy}撤回了《{subject}》：{reason}',
      leadUnit: '代表撤回了《{subject}》（{no}），不用再办。',
      coUnit: '代表撤回了《{subject}》（{no}），不用再办。',
      resident: '{deputy}撤回了由您反映的事写成的建议，会向您说明原因。',
    },
    publicLine: '代表撤回',
    source: 'rules §3.2: in writing, before the reply, ends the handling',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
