import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { passItOn } from '../../../words/words'

/** A reply that promised something is followed on; any other is done with. */
const keptOrPromised = { kept: 'closed', promised: 'tracking' } as const

/** The deputy says how it was handled; not satisfied means another round. */
export const evaluation = {
  evaluate: {
    label: '评价',
    tone: 'primary',
    by: ['leadDeputy'],
    moves: {
      replied: { satisfied: keptOrPromised, basicallySatisfied: keptOrPromised, notSatisfied: 'evaluated' },
    },
    decidedBy: ['resultRating', 'promise'],
    needs: [],
    input: inputs.evaluation,
    tells: {
      leadUnit: '代表评价了《{subject}》的办理：{satisfaction}。',
      congressOffice: '代表评价了《{subject}》（{no}）：{satisfaction}。',
      coSigner: '{deputy}评价了《{subject}》的办理：{satisfaction}。',
      resident: '{deputy}对办理结果的评价：{satisfaction}。',
    },
    publicLine: '代表评价：{satisfaction}',
    source: 'Henan 2017: 10 working days; rules §3.7',
  },
  correctRatedReply: {
    label: '更正答复，请代表重新评价',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: { evaluated: 'replied', tracking: 'replied' },
    needs: ['promiseUnreported'],
    input: inputs.reply,
    tells: {
      presidium: '{unit}对《{subject}》（{no}）承诺到{latest}才办成，比本镇定的期限长：{reason}',
      leadDeputy: '{unit}更正了您评价过的《{subject}》的答复，请看新的，再评价一次。',
      coSigner: '{unit}更正了您附议的《{subject}》的答复，请{deputy}重新评价。',
      congressOffice: '{unit}更正了《{subject}》（{no}）评价过的答复：{outcome}。等代表重新评价。',
      resident: '您反映的事，{unit}更正了结果：{outcome}。{result}代表会重新评价。',
    },
    pushes: { leadDeputy: 'confirm', resident: 'concluded' },
    passOn: passItOn,
    publicLine: '{unit}更正答复：{outcome}，请代表重新评价',
    takesBack: {
      evaluate: '（答复后来更正，重新评价）',
      evaluateByWord: '（答复后来更正，重新评价）',
      reply: '（后来更正）',
      correctReply: '（后来更正）',
    },
    source:
      'Catalogue 77: versions are kept; a rating is about the reply that it was given for. What is closed stays rated',
  },
  lapse: {
    label: '逾期未评价，办结',
    tone: 'quiet',
    by: ['system'],
    moves: { replied: 'closed' },
    needs: ['evaluationLapsed', 'nothingPromised'],
    byClock: true,
    input: inputs.nothing,
    tells: {
      leadDeputy: '《{subject}》的评价时间已过，按“未表态”办结。',
      congressOffice: '《{subject}》（{no}）代表未表态，已办结。',
      resident: '您反映的事已经办结。',
    },
    pushes: { resident: 'concluded' },
    publicLine: '代表未表态，办结',
    source: 'Chongqing 2017 art. 29: no response is left out of the satisfaction rate',
  },
  reHandle: {
    label: '责成重新办理',
    tone: 'primary',
    by: ['congressOffice', 'presidium'],
    moves: { evaluated: 'reHandling' },
    needs: ['roundLeft', 'decidesOnOthers'],
    input: inputs.reHandling,
    tells: {
      leadUnit: '《{subject}》（{no}）代表不满意，请重新办理，{deadline}前再次答复。',
      leadDeputy: '《{subject}》已责成{unit}重新办理，{deadline}前再次答复您。',
      coSigner: '您附议的《{subject}》已责成{unit}重新办理。',
      resident: '代表不满意，{unit}要重新办，{deadline}前再答复。',
    },
    pushes: { leadUnit: 'assigned' },
    publicLine: '责成{unit}重新办理，{deadline}前再次答复',
    source: 'Catalogue 78; Henan 2017: one month',
  },
  reHandleElsewhere: {
    label: '重新办理，改交别的单位',
    tone: 'quiet',
    by: ['congressOffice', 'presidium'],
    moves: { evaluated: 'assigned' },
    needs: ['roundLeft', 'decidesOnOthers'],
    input: inputs.reHandlingElsewhere,
    tells: {
      leadUnit:
        '新交办：《{subject}》（{no}），代表对上一轮不满意，改由你单位重新办理，请在{deadline}前答复代表。',
      formerUnit: '《{subject}》（{no}）代表不满意，改由{unit}重新办理：{reason}',
      coUnit: '《{subject}》（{no}）改由{unit}主办，重新办理，你单位协办。',
      leadDeputy: '《{subject}》改由{unit}重新办理，{deadline}前再次答复您：{reason}',
      coSigner: '您附议的《{subject}》改由{unit}重新办理。',
      resident: '代表不满意，改由{unit}重新办，{deadline}前再答复。',
    },
    pushes: { leadUnit: 'assigned', coUnit: 'assigned' },
    publicLine: '改由{unit}重新办理，{deadline}前再次答复',
    source: 'Catalogue 78: whoever has failed need not be asked a second time',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
