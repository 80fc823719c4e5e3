import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import { suggestionText } from '../text'
import type { ActionRow } from '../../../grammar/matter'

/** A deputy writes, others sign, and the text is frozen when it is handed in. */
export const drafting = {
  edit: {
    label: '修改内容',
    tone: 'quiet',
    by: ['leadDeputy'],
    moves: { draft: 'draft', revisionRequested: 'revisionRequested' },
    needs: [],
    input: suggestionText,
    tells: { coSigner: '《{subject}》的内容改过了，请再看一遍，确认是否继续附议。' },
    source: 'Catalogue 56: an edit asks every co-signer again',
  },
  inviteCoSigners: {
    label: '邀请附议',
    tone: 'quiet',
    by: ['leadDeputy'],
    moves: { draft: 'draft', revisionRequested: 'revisionRequested' },
    needs: ['mayHandIn'],
    input: inputs.inviteCoSigners,
    tells: { invitee: '{deputy}请您附议《{subject}》，请看过内容后答复。' },
    source: 'Catalogue 56 联名建议',
  },
  coSign: {
    label: '同意附议',
    tone: 'primary',
    by: ['invitee', 'decliner'],
    moves: { draft: 'draft', revisionRequested: 'revisionRequested' },
    needs: [],
    input: inputs.nothing,
    tells: { leadDeputy: '又有一位代表同意附议《{subject}》。' },
    source: 'Catalogue 56: each co-signer confirms the text',
  },
  declineToCoSign: {
    label: '不附议',
    tone: 'quiet',
    by: ['invitee'],
    moves: { draft: 'draft', revisionRequested: 'revisionRequested' },
    needs: [],
    input: inputs.nothing,
    tells: { leadDeputy: '有一位代表不附议《{subject}》。' },
    source: 'Catalogue 56',
  },
  endInvitations: {
    label: '不再等未答复的附议',
    tone: 'quiet',
    by: ['leadDeputy'],
    moves: { draft: 'draft', revisionRequested: 'revisionRequested' },
    needs: ['invitationOpen'],
    insteadOf: ['invitee'],
    input: inputs.nothing,
    tells: {},
    source: 'No step may wait for ever on one silent person',
  },
  submit: {
    label: '提交镇人大',
    tone: 'primary',
    by: ['leadDeputy'],
    moves: { draft: 'submitted', revisionRequested: 'submitted' },
    needs: ['mayHandIn', 'textComplete', 'coSignersAnswered', 'enoughSigners'],
    input: inputs.nothing,
    tells: {
      congressOffice: '{deputy}提交了{kind}《{subject}》，请审查。',
      coSigner: '您附议的《{subject}》已经提交镇人大。',
      resident: '{deputy}把您反映的事写成建议，交给镇人大了。',
    },
    source: '代表法 art. 24, 36; rules §3.5: all co-signers answered, text frozen',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
