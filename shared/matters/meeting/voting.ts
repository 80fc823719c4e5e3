import * as z from 'zod/mini'
import { amount, choice, line, maybe, paragraph, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { when, whoConvenes } from './convening'
import type { MeetingGate, MeetingParty, MeetingState } from './states'
import { itemOutcomes, voteMethods } from './words'

const notice = '组织法 14, 19; ZJ 20, CQ 11: a late notice never blocks, it says why'
const quorum = '组织法 14: two thirds of all deputies; HN 5, ZJ 24, CQ 34: more than half of all members'
const majority = '组织法 25: more than half of all, and not of those who came'

/** What a body does that decides by votes: the congress and its presidium. */
export const voting = {
  conveneBody: {
    label: '定日子，发会议通知',
    tone: 'primary',
    by: whoConvenes,
    insteadOf: ['convener'],
    moves: { planned: 'convened', notQuorate: 'convened' },
    needs: ['votes'],
    input: z.strictObject({
      ...when,
      agenda: paragraph('议程', 2000, { help: '一行写一项，例如：听取和审议镇人民政府工作报告。' }),
      shortNotice: maybe(line('为什么通知得晚', 100, { help: '人代会来不及提前通知的才填。' })),
    }),
    tells: { expected: '{latest}开{subject}，请参加；来不了请回个话，打电话也行。' },
    pushes: { expected: 'task' },
    source: notice,
  },
  addItem: {
    label: '加一项议程',
    tone: 'quiet',
    by: whoConvenes,
    moves: { convened: 'convened', open: 'open' },
    needs: ['votes'],
    input: z.strictObject({ title: line('哪一项', 60) }),
    tells: {},
    source: 'The agenda is adopted by the meeting itself',
  },
  recordNoQuorum: {
    label: '人数不够，没有开成',
    tone: 'danger',
    by: ['congressOffice'],
    moves: { convened: 'notQuorate' },
    needs: ['votes', 'notQuorate'],
    input: z.strictObject({ said: maybe(line('当场怎么说的', 200)) }),
    tells: { expected: '{subject}{outcome}，没有开成，另行通知。' },
    source: quorum,
  },
  decideItem: {
    label: '表决，记结果',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { open: 'open' },
    needs: ['votes', 'decides', 'agendaOpen', 'quorate'],
    input: z.strictObject({
      agendaItemId: picked('哪一项', 'agendaItem'),
      text: paragraph('决定了什么', 1000),
      method: choice('怎么表决的', voteMethods),
      yes: amount('赞成', 999),
      no: amount('反对', 999),
      abstain: amount('弃权', 999),
    }),
    tells: {},
    source: majority,
  },
  countElection: {
    label: '选举，记结果',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { open: 'open' },
    needs: ['votes', 'decides', 'agendaOpen', 'quorate'],
    input: z.strictObject({
      agendaItemId: picked('哪一项', 'agendaItem'),
      office: line('选什么职务', 30),
      seats: amount('应选几名', 9),
      issued: amount('发出的票', 999),
      returned: amount('收回的票', 999),
      valid: amount('有效票', 999),
      candidates: paragraph('每人的票', 1000, {
        help: '一行一人：姓名 赞成 反对 弃权，例如“李志强 22 10 9”。另选他人的只写姓名和票数。',
      }),
    }),
    tells: {},
    source: `${majority}; 28, 29: what tellers have counted is written down, no ballot is seen here`,
  },
  endItem: {
    label: '这一项完了',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { open: 'open' },
    needs: ['votes', 'agendaOpen'],
    input: z.strictObject({
      agendaItemId: picked('哪一项', 'agendaItem'),
      outcome: choice('怎么样了', itemOutcomes),
      note: maybe(line('还要写一句的', 300)),
    }),
    tells: {},
    source: 'Each item has an outcome; what is put off stands first on the next agenda of the same body',
  },
} as const satisfies Record<string, ActionRow<MeetingState, MeetingParty, MeetingGate>>
