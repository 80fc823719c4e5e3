import * as z from 'zod/mini'
import { choice, day, line, maybe, paragraph } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { upwardRoutes } from '../../../words/words'

const whileOpen = {
  accepted: 'accepted',
  assigned: 'assigned',
  received: 'received',
  handling: 'handling',
  reHandling: 'reHandling',
  tracking: 'tracking',
} as const

/** 向上反映: what goes beyond the town's power is carried upward; the reply to the deputy is still due here. */
export const upward = {
  referUpward: {
    label: '向上反映',
    tone: 'quiet',
    by: ['congressOffice', 'presidium'],
    moves: whileOpen,
    needs: ['noReferralOpen'],
    input: z.strictObject({
      route: choice('报给哪里', upwardRoutes),
      documentNo: maybe(line('文号', 40)),
      reason: paragraph('请上级解决什么', 500),
    }),
    tells: {
      leadDeputy: '《{subject}》超出本镇职权的部分已报{route}：{reason}',
      leadUnit: '《{subject}》（{no}）超出本镇职权的部分已报{route}，答复代表的期限不变。',
      resident: '您反映的事有一部分要上级来定，镇人大已经报上去了。',
    },
    publicLine: '超出本镇职权的部分已报{route}',
    source: 'Catalogue 47: three routes of transfer; reply to the deputy still due',
  },
  recordUpwardAnswer: {
    label: '登记上级答复',
    tone: 'quiet',
    by: ['congressOffice', 'presidium'],
    moves: { ...whileOpen, replied: 'replied', evaluated: 'evaluated', closed: 'closed' },
    needs: ['referralOpen'],
    input: z.strictObject({
      answeredOn: day('答复日期', 'happened'),
      answer: paragraph('上级怎么答复', 1000),
    }),
    tells: {
      leadDeputy: '{route}答复了《{subject}》：{reason}',
      leadUnit: '{route}答复了《{subject}》（{no}）：{reason}',
      resident: '您反映的事，上级有了答复，{deputy}会向您说明。',
    },
    publicLine: '{route}已答复',
    source: 'rules §3.5 sent upward: the answer is tracked',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
