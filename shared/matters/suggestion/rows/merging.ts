import * as z from 'zod/mini'
import { paragraph, picked } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { onceAccepted } from './while-open'
import { passItOn } from '../../../words/words'

const nothing = z.strictObject({})

/**
 * 并案: the same matter is handled once. Each proposer gets the reply and rates it; whoever is not satisfied has a
 * round of their own. What the clock does here it does in the step that caused it, not later.
 */
export const merging = {
  merge: {
    label: '并案',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { underReview: 'merged' },
    needs: ['isNoMotion', 'presidiumRead'],
    input: z.strictObject({
      targetId: picked('并入哪一件', 'mergeTarget'),
      reason: paragraph('并案的理由', 300, { help: '例如：说的是同一段河堤，一起办、分别答复。' }),
    }),
    tells: {
      leadDeputy: '《{subject}》编号 {no}，和{other}是同一件事，并在一起办；办好了同样答复您，由您评价。',
      coSigner: '您附议的《{subject}》和{other}是同一件事，并在一起办，办好了同样答复。',
      resident: '您反映的事也有别的代表提出，镇人大并在一起办，办到哪一步同样告诉您。',
    },
    source: 'rules §3.2 same content: handled together, answered separately; §3.5 merged, by the office',
  },
  takeIn: {
    label: '并入一件相同的建议',
    tone: 'quiet',
    by: ['system'],
    moves: { accepted: 'accepted', assigned: 'assigned', received: 'received', handling: 'handling' },
    needs: [],
    input: nothing,
    tells: {
      leadDeputy: '{other}和您的《{subject}》是同一件事，并入一起办。',
      leadUnit: '{other}并入《{subject}》（{no}）一起办，答复时请同样答复那位代表。',
    },
    source: 'rules §3.2: whoever handles it must know whom to answer',
  },
  replyMerged: {
    label: '并案办理，一并答复',
    tone: 'quiet',
    by: ['system'],
    moves: { merged: 'replied' },
    needs: [],
    input: nothing,
    tells: {
      leadDeputy: '{unit}答复了《{subject}》（并案办理），请评价办得怎么样。',
      coSigner: '{unit}答复了您附议的《{subject}》（并案办理）。',
    },
    pushes: { leadDeputy: 'confirm' },
    passOn: passItOn,
    source: 'rules §3.2: answered separately; each proposer rates',
  },
  correctMerged: {
    label: '并案的答复一并更正',
    tone: 'quiet',
    by: ['system'],
    moves: { replied: 'replied', evaluated: 'replied', tracking: 'replied' },
    needs: [],
    input: nothing,
    tells: {
      leadDeputy: '{unit}更正了《{subject}》的答复，请看新的再评价。',
      coSigner: '{unit}更正了您附议的《{subject}》的答复。',
    },
    pushes: { leadDeputy: 'confirm' },
    passOn: passItOn,
    source: 'Catalogue 77: a correction reaches everyone who had the reply',
  },
  reportMerged: {
    label: '并案的承诺一并报告',
    tone: 'quiet',
    by: ['system'],
    moves: { tracking: 'tracking' },
    needs: ['commitmentOpen'],
    input: nothing,
    tells: {
      leadDeputy: '{unit}报告了《{subject}》承诺事项的落实（{outcome}，并案办理），请评价。',
      coSigner: '{unit}报告了您附议的《{subject}》承诺事项的落实：{outcome}。',
    },
    passOn: passItOn,
    source: 'rules §3.2: one promise is reported once; each proposer rates',
  },
  unmerge: {
    label: '不再并案，恢复审查',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { merged: 'underReview' },
    needs: [],
    input: z.strictObject({ reason: paragraph('理由', 300) }),
    tells: {
      leadDeputy: '《{subject}》不再并案，单独审查：{reason}',
      coSigner: '您附议的《{subject}》不再并案，单独审查。',
      resident: '您反映的事不再和别的建议一起办，镇人大单独审查，办到哪一步同样告诉您。',
    },
    source: 'What was merged by mistake can be taken apart',
  },
  takeOut: {
    label: '一件并入的建议不再一起办',
    tone: 'quiet',
    by: ['system'],
    moves: onceAccepted,
    needs: [],
    input: z.strictObject({ reason: paragraph('哪一件', 300) }),
    tells: {
      leadDeputy: '{other}不再和您的《{subject}》一起办。',
      leadUnit: '{other}不再并入《{subject}》（{no}）一起办，不用再答复那位代表。',
      coUnit: '{other}不再并入《{subject}》（{no}）一起办。',
    },
    source: 'Whoever heard that it was taken in hears that it is not any more',
  },
  returnToReview: {
    label: '所并入的建议已经结束，恢复审查',
    tone: 'quiet',
    by: ['system'],
    moves: { merged: 'underReview' },
    needs: [],
    input: nothing,
    tells: {
      leadDeputy: '{reason}您的《{subject}》恢复单独审查。',
      congressOffice: '{reason}并入的《{subject}》恢复单独审查，请尽快受理。',
    },
    source: 'The end of one suggestion must not end another proposer’s',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>

type Step = keyof typeof merging
type Bringing = Partial<Record<SuggestionState, Partial<Record<SuggestionState, Step>>>>

/** What a suggestion brings about in those merged into it, by the state that it enters and the state they are in. */
export const stepsOfMerged: Bringing = {
  replied: { merged: 'replyMerged', replied: 'correctMerged' },
  tracking: { tracking: 'reportMerged' },
  withdrawn: { merged: 'returnToReview' },
  closed: { merged: 'returnToReview' },
}

/** What is corrected after it was rated is rated anew by each of them, as long as their own is not closed. */
export const stepsOfCorrected: Bringing = {
  replied: { replied: 'correctMerged', evaluated: 'correctMerged', tracking: 'correctMerged' },
}

/** A step that leaves the suggestion where it is brings nothing about, but these. */
export const passedOn: readonly string[] = ['correctReply', 'reportCommitment']

/** And in the one it is merged into, by the state that it enters. */
export const stepsOfTarget: Partial<Record<SuggestionState, Step>> = { merged: 'takeIn' }

/** Where a suggestion can still take in another one: accepted, and before its reply. */
export const mergeTargets = Object.keys(merging.takeIn.moves) as (keyof typeof merging.takeIn.moves)[]
