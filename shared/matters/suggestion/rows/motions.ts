import * as z from 'zod/mini'
import { paragraph } from '../../../grammar/fields'
import { acceptance } from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { byPresidium, saysHowDecided } from './together'

/** 议案: what the presidium decides about it; until then it is no suggestion that the office could accept. */
export const motions = {
  putOnAgenda: {
    label: '列入大会议程',
    tone: 'primary',
    by: ['presidium'],
    moves: { underReview: 'accepted' },
    needs: ['isMotion', 'decidesOnOthers'],
    input: z
      .strictObject({
        decision: paragraph('决定', 500, { help: '哪一次会议、怎样决定列入议程，审议的结果是什么。' }),
        ...byPresidium,
        ...acceptance.shape,
      })
      .check(saysHowDecided),
    tells: {
      leadDeputy: '您领衔的议案《{subject}》列入大会议程，编号 {no}：{reason}',
      coSigner: '您联名的议案《{subject}》列入大会议程，编号 {no}。',
      congressOffice: '主席团决定把议案《{subject}》（{no}）列入大会议程，请交办。',
      resident: '您反映的事由代表写成议案，已经列入大会议程。',
    },
    publicLine: '议案列入大会议程',
    source: '地方组织法 art. 22: the presidium decides whether a motion of deputies is put on the agenda',
  },
  convertMotion: {
    label: '不列入议程，转为建议',
    tone: 'quiet',
    by: ['presidium'],
    moves: { underReview: 'underReview' },
    needs: ['isMotion', 'decidesOnOthers'],
    input: z
      .strictObject({ reason: paragraph('不列入议程的理由', 500), ...byPresidium })
      .check(saysHowDecided),
    tells: {
      leadDeputy: '您领衔的议案《{subject}》没有列入大会议程，转为建议继续审查：{reason}',
      coSigner: '您联名的议案《{subject}》没有列入大会议程，转为建议继续审查：{reason}',
      congressOffice: '主席团决定把议案《{subject}》转为建议，请继续审查：{reason}',
    },
    source: 'Catalogue 57: a motion not put on the agenda is converted into a suggestion',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
