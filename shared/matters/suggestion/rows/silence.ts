import * as z from 'zod/mini'
import { maybe, paragraph, picked } from '../../../grammar/fields'
import { nobodyConfirmed } from '../../../words/nobody'
import type { ActionRow } from '../../../grammar/matter'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import { onceSubmitted } from './while-open'
import { byPresidium, saysHowDecided } from './together'

/** Somebody is silent, ill, gone or dead: the matter goes on by rule, and never stands there because of one person. */
export const silence = {
  passLead: {
    label: '转给另一位代表领衔',
    tone: 'quiet',
    by: ['leadDeputy', 'congressOffice'],
    moves: onceSubmitted,
    needs: [],
    insteadOf: ['leadDeputy'],
    input: z.strictObject({
      deputyId: picked('由哪位代表领衔', 'deputy', { help: '从附议代表和代表小组组长里选。' }),
      reason: paragraph('原因', 300),
    }),
    tells: {
      leadDeputy: '《{subject}》（{no}）转由您领衔，以后的面商和评价由您来：{reason}',
      coSigner: '您附议的《{subject}》改由{deputy}领衔：{reason}',
      congressOffice: '《{subject}》（{no}）改由{deputy}领衔：{reason}',
      leadUnit: '《{subject}》（{no}）改由{deputy}领衔，面商请找{deputy}。',
      mergedDeputy: '和您的建议并案的《{subject}》（{no}）改由{deputy}领衔。',
      resident: '您反映的事改由{deputy}接着跟，办到哪一步都会告诉您。',
    },
    pushes: { leadDeputy: 'task' },
    source: 'No step may wait for ever on one silent person; joint suggestions have more than one author',
  },
  openReply: {
    label: '同意单位先答复',
    tone: 'primary',
    by: ['presidium'],
    moves: { received: 'handling', handling: 'handling', reHandling: 'reHandling' },
    needs: ['deputySilent', 'decidesOnOthers'],
    insteadOf: ['leadDeputy', 'mergedDeputy'],
    input: z
      .strictObject({
        reason: paragraph('原因', 300, { help: '催过几次，代表为什么不能确认。' }),
        ...byPresidium,
      })
      .check(saysHowDecided),
    tells: {
      leadUnit: '主席团同意《{subject}》（{no}）不再等代表确认面商，请在{deadline}前答复：{reason}',
      leadDeputy: '《{subject}》的面商一直等您确认。主席团同意单位先答复，答复以后照样请您评价：{reason}',
      congressOffice: '主席团同意《{subject}》（{no}）先答复：{reason}',
      coSigner: '您附议的《{subject}》，主席团同意单位先答复。',
      mergedDeputy: '和您的建议并案的《{subject}》（{no}），主席团同意单位先答复，答复以后照样请您评价。',
      resident: '您反映的事，主席团同意{unit}先答复。',
    },
    publicLine: '主席团同意{unit}先答复',
    source: 'Catalogue 67: the gate stands, and no reply is impossible for ever because of one silent person',
  },
  reassign: {
    label: '改交别的单位',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { assigned: 'assigned', received: 'assigned', handling: 'assigned', reHandling: 'assigned' },
    needs: [],
    renews: true,
    insteadOf: ['leadUnit'],
    input: z.strictObject({
      leadUnitId: picked('改由哪个单位办', 'unit'),
      reason: paragraph('原因', 300),
      instructions: maybe(paragraph('交办要求', 500)),
      nobodyConfirmed: nobodyConfirmed(),
    }),
    tells: {
      leadUnit: '新交办：《{subject}》（{no}），改由你单位主办，请在{deadline}前答复代表。',
      formerUnit: '《{subject}》（{no}）改由{unit}办理：{reason}',
      coUnit: '《{subject}》（{no}）改由{unit}主办，你单位协办。',
      leadDeputy: '《{subject}》改由{unit}办理，{deadline}前答复您：{reason}',
      mergedDeputy: '和您的建议并案的《{subject}》（{no}）改由{unit}办理，{deadline}前一并答复您。',
      coSigner: '您附议的《{subject}》改由{unit}办理，{deadline}前答复。',
      resident: '您反映的事改由{unit}办，{deadline}前要有答复。',
    },
    pushes: { leadUnit: 'assigned', coUnit: 'assigned' },
    publicLine: '改由{unit}办理，{deadline}前答复',
    source: 'rules §3.5 改办通知: new unit, new clock; a unit that does not move is no dead end',
  },
  takeBackExtension: {
    label: '收回延办申请，接着办',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: { extensionRequested: { received: 'received', handling: 'handling' } },
    decidedBy: ['cameFrom'],
    needs: [],
    insteadOf: ['presidium'],
    input: z.strictObject({}),
    tells: {
      presidium: '{unit}收回了《{subject}》（{no}）的延办申请，不用再决定。',
      congressOffice: '{unit}收回了《{subject}》（{no}）的延办申请。',
      leadDeputy: '{unit}收回了《{subject}》的延办申请，仍要在{deadline}前答复您。',
    },
    takesBack: { requestExtension: '（后来收回）' },
    source: 'rules §3.5: the old deadline runs while the presidium is awaited, so the unit may go on',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
