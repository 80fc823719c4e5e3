import * as z from 'zod/mini'
import { maybe, paragraph, picked } from '../../../grammar/fields'
import { nobodyConfirmed } from '../../../words/nobody'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'

/** 退办、改办: a unit never passes a matter on by itself; it asks, and somebody else decides. */
export const returns = {
  requestReturn: {
    label: '申请退办',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: { assigned: 'returnRequested', received: 'returnRequested' },
    needs: ['returnOpen'],
    input: z.strictObject({
      reason: paragraph('退办理由', 500, { help: '这件事为什么不归本单位办，依据是什么。' }),
      proposedUnitId: picked('建议改由哪个单位办', 'unit'),
    }),
    tells: {
      congressOffice: '{unit}申请退办《{subject}》（{no}）：{reason}',
      leadDeputy: '{unit}认为《{subject}》不归它办，镇人大办正在核定。',
    },
    source: 'rules §3.2: in writing, with the reason, within the days of the profile',
  },
  approveReturn: {
    label: '同意退办，改交别的单位',
    tone: 'primary',
    by: ['congressOffice', 'presidium'],
    moves: { returnRequested: 'assigned' },
    needs: ['decidesOnOthers'],
    input: z.strictObject({
      leadUnitId: picked('改由哪个单位办', 'unit'),
      instructions: maybe(paragraph('交办要求', 500)),
      nobodyConfirmed: nobodyConfirmed(),
    }),
    tells: {
      leadUnit: '新交办：《{subject}》（{no}），改由你单位主办，请在{deadline}前答复代表。',
      formerUnit: '《{subject}》（{no}）已同意退办，改由{unit}办理。',
      coUnit: '《{subject}》（{no}）改由{unit}主办，你单位协办。',
      leadDeputy: '《{subject}》改由{unit}办理，{deadline}前答复您。',
      mergedDeputy: '和您的建议并案的《{subject}》（{no}）改由{unit}办理，{deadline}前一并答复您。',
      coSigner: '您附议的《{subject}》改由{unit}办理，{deadline}前答复。',
      resident: '您反映的事改由{unit}办，{deadline}前要有答复。',
    },
    pushes: { leadUnit: 'assigned', coUnit: 'assigned' },
    publicLine: '改由{unit}办理，{deadline}前答复',
    source: 'rules §3.5 改办通知: new unit, new clock',
  },
  refuseReturn: {
    label: '不同意退办',
    tone: 'quiet',
    by: ['congressOffice', 'presidium'],
    moves: { returnRequested: { assigned: 'assigned', received: 'received' } },
    decidedBy: ['cameFrom'],
    needs: ['decidesOnOthers'],
    input: z.strictObject({ reason: paragraph('不同意的理由', 500) }),
    tells: {
      leadUnit: '《{subject}》（{no}）不能退办，请继续办理，{deadline}前答复：{reason}',
      leadDeputy: '《{subject}》仍由{unit}办理，{deadline}前答复您。',
    },
    source: 'Qingdao 2021: refused, the unit goes on; the old clock runs',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
