import * as z from 'zod/mini'
import { evidence } from '../../../grammar/by-word'
import { choice, day, line, maybe, pickedMany } from '../../../grammar/fields'
import type { ActionRow } from '../../../grammar/matter'
import { spokenWays } from '../../../words/words'
import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import { saysWhyConfidential, textFields } from '../text'
import { drafting } from './drafting'
import { withdrawal } from './withdrawal'

/** A paper, or what somebody said, with the day on which it came: that day counts. */
export const paperFields = {
  spokeHow: choice('怎么交来的', spokenWays),
  spokeOn: day('哪天交来的', 'handedIn', { help: '编号、届次和期限都从这一天算起。' }),
  lateReason: maybe(
    line('为什么今天才登记', 100, { help: '今天交来的不用写。例如：会上收的纸质建议，会后统一登记。' }),
  ),
  ...textFields,
  coSignerIds: maybe(
    pickedMany('纸上签了名的附议代表', 'deputies', 20, {
      help: '没有附议的不选。他们会收到消息，可以提出异议。',
    }),
  ),
  evidence,
}

const { draft: _, ...withdrawable } = withdrawal.withdraw.moves
/** As long as somebody could withdraw it. */
const whereItIs = Object.fromEntries(Object.keys(withdrawable).map((state) => [state, state])) as {
  readonly [state in keyof typeof withdrawable]: state
}

/** Handed in on paper or by word: the office types it, and whoever is said to have handed it in has the last word. */
export const onPaper = {
  submitByWord: {
    label: '代录：按纸质或口头的提交',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: drafting.submit.moves,
    needs: ['mayHandIn'],
    insteadOf: ['leadDeputy'],
    byWordOf: { party: 'leadDeputy', step: 'submitByWord' },
    input: z.strictObject(paperFields).check(saysWhyConfidential),
    tells: {
      leadDeputy:
        '镇人大办按您{how}交来的，代您登记了{kind}《{subject}》。不是您提的，请在{latest}前提出异议，就收回这一件。',
      coSigner:
        '镇人大办登记了{deputy}{how}交来的《{subject}》，上面有您的附议。没有附议的，请在{latest}前提出异议。',
      congressOffice: '{deputy}{how}交来的{kind}《{subject}》登记好了，请审查。',
      resident: '{deputy}把您反映的事写成建议，交给镇人大了。',
    },
    source: 'Catalogue 54: what is handed in on paper counts from the day on which it was handed in',
  },
  objectToHandIn: {
    label: '这件不是我提的',
    tone: 'danger',
    by: ['leadDeputy'],
    moves: withdrawable,
    needs: ['handInOpen'],
    input: inputs.reasonOnly,
    tells: {
      congressOffice: '{deputy}说代录的《{subject}》（{no}）不是自己提的，已经收回：{reason}',
      coSigner: '{deputy}说《{subject}》不是自己提的，已经收回：{reason}',
      leadUnit: '《{subject}》（{no}）代表已经收回，不用再办。',
      coUnit: '《{subject}》（{no}）代表已经收回，不用再办。',
      resident: '{deputy}收回了由您反映的事写成的建议，会向您说明原因。',
    },
    publicLine: '代表对代录有异议，收回',
    source: 'Whoever is said to have handed it in has the last word about it',
  },
  objectToSignature: {
    label: '我没有附议这件',
    tone: 'quiet',
    by: ['coSigner'],
    moves: whereItIs,
    needs: ['handInOpen'],
    input: inputs.reasonOnly,
    tells: {
      congressOffice: '一位代表说没有附议代录的《{subject}》（{no}），已经从附议代表里去掉：{reason}',
      leadDeputy: '一位代表说没有附议《{subject}》，已经从附议代表里去掉：{reason}',
    },
    source: 'Catalogue 56: each co-signer confirms the text, or says that it was not so',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
