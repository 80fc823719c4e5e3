import * as z from 'zod/mini'
import { day, line, maybe, paragraph } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { byPresidium, saysHowDecided } from './together'

/** 延办反馈书: asked for before the deadline, once, with reason, measures and the latest date. */
export const extensions = {
  requestExtension: {
    label: '写延办反馈书',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: {
      received: { approval: 'extensionRequested', statement: 'received' },
      handling: { approval: 'extensionRequested', statement: 'handling' },
    },
    decidedBy: ['extensionRule'],
    needs: ['extensionOpen'],
    input: z.strictObject({
      reason: paragraph('一时办不到的原因', 500),
      measures: paragraph('办理措施', 500, { help: '打算怎么办，分几步。' }),
      latestOn: day('最迟办理时间', 'promised'),
      publicReason: line('公开的一句话原因', 60, {
        help: '公开栏和反映情况的群众会看到这一句，不写人名和电话。',
      }),
    }),
    tells: {
      presidium: '{unit}为《{subject}》（{no}）写了延办反馈书，最迟{latest}答复：{reason}',
      congressOffice: '{unit}为《{subject}》（{no}）写了延办反馈书，最迟{latest}答复：{reason}',
      leadDeputy: '{unit}为《{subject}》写了延办反馈书，最迟{latest}答复：{reason}',
    },
    publicLine: '{unit}提出延办，最迟{latest}：{publicReason}',
    source: 'Catalogue 69; 代表法 art. 51: up to six months where the matter is wide and hard',
  },
  grantExtension: {
    label: '同意延办',
    tone: 'primary',
    by: ['presidium'],
    moves: { extensionRequested: { received: 'received', handling: 'handling' } },
    decidedBy: ['cameFrom'],
    needs: ['decidesOnOthers'],
    input: z
      .strictObject({
        until: day('同意延到', 'promised'),
        note: maybe(paragraph('向代表说明', 300)),
        ...byPresidium,
      })
      .check(saysHowDecided),
    tells: {
      leadUnit: '主席团同意《{subject}》（{no}）延到{deadline}答复。',
      congressOffice: '主席团同意《{subject}》（{no}）延到{deadline}答复。',
      leadDeputy: '主席团同意《{subject}》延到{deadline}答复您。{reason}',
      coSigner: '您附议的《{subject}》延到{deadline}答复。',
      resident: '您反映的事要多些时间，{deadline}前答复：{publicReason}',
    },
    publicLine: '办结时限延到{deadline}：{publicReason}',
    source: 'Catalogue 69: decided by the presidium, the deputy is told; cap of the profile',
  },
  refuseExtension: {
    label: '不同意延办',
    tone: 'quiet',
    by: ['presidium'],
    moves: { extensionRequested: { received: 'received', handling: 'handling' } },
    decidedBy: ['cameFrom'],
    needs: ['decidesOnOthers'],
    input: z.strictObject({ reason: paragraph('不同意的理由', 500), ...byPresidium }).check(saysHowDecided),
    tells: {
      leadUnit: '主席团不同意《{subject}》（{no}）延办，请在{deadline}前答复：{reason}',
      leadDeputy: '主席团不同意《{subject}》延办，{unit}仍要在{deadline}前答复您。',
    },
    publicLine: '没有同意延办，仍在{deadline}前答复',
    source: 'rules §3.5: refused, the old deadline stays',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
