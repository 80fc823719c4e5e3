import { byWordOf, movesBack, withPaper } from '../../../grammar/by-word'
import type { ActionRow } from '../../../grammar/matter'
import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import { evaluation } from './evaluation'
import { handling } from './handling'
import { withdrawal } from './withdrawal'

const { consult, confirmConsultation, disputeConsultation } = handling
const { evaluate } = evaluation
const { withdraw } = withdrawal

/** Beside the step, for whoever may read the matter. */
const onPaper = withPaper('看得到这件建议的人')

const told = byWordOf<SuggestionState, SuggestionParty, SuggestionGate>()(
  { confirmConsultation, disputeConsultation, evaluate, withdraw },
  ['congressOffice'],
  { objects: true },
)
/** What a deputy says by telephone, on paper or in person, and the office types. */
const typed = {
  confirmConsultationByWord: onPaper(told.confirmConsultationByWord),
  disputeConsultationByWord: onPaper(told.disputeConsultationByWord),
  evaluateByWord: onPaper(told.evaluateByWord),
  withdrawByWord: onPaper(told.withdrawByWord),
}

/** What the unit says, and the office types: the deputy is asked to confirm it all the same. */
const typedForUnit = byWordOf<SuggestionState, SuggestionParty, SuggestionGate>()(
  { consult: { ...consult, input: inputs.consultationByWord } },
  ['congressOffice'],
)

/** From where somebody can have been said to withdraw it. */
export const recordedFrom = Object.keys(withdraw.moves)

/** From where a 面商 can have been typed that was not the first. */
export const consultedFrom = ['received', 'handling'] as const

/** Of these an objection can be told from the state that they led to. */
export const byWord = {
  ...typed,
  consultByWord: {
    ...typedForUnit.consultByWord,
    tells: {
      ...consult.tells,
      leadUnit:
        '镇人大办按你单位{how}说的，代你单位登记了和代表的面商（《{subject}》）。不是这样的，请在{latest}前、代表确认以前提出异议。',
    },
  },
  objectToConsultation: {
    label: '代录的面商不对',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: movesBack<SuggestionState>({ consult }),
    decidedBy: ['consultedIn'],
    needs: ['consultationRecordOpen'],
    putsBack: '（承办单位有异议，不算数）',
    input: inputs.reasonOnly,
    tells: {
      congressOffice: '{unit}对《{subject}》（{no}）代录的面商有异议：{reason}。已经退回到那一步以前。',
      leadDeputy: '{unit}对《{subject}》代录的面商有异议，不用确认了：{reason}',
      mergedDeputy: '{unit}对《{subject}》代录的面商有异议，不用确认了：{reason}',
    },
    publicLine: '承办单位对代录的面商有异议，退回到那一步以前',
    source: 'Whoever is said to have spoken has the last word about it, until the deputy has answered',
  },
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
