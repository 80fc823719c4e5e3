import * as z from 'zod/mini'
import { amount, id, line, paragraph, personName, pickedMany } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { whoChairs, whoKeeps } from './preparing'
import type { ReportMeetingGate, ReportMeetingParty, ReportMeetingState } from './states'
import { mostVoters } from './words'

const source =
  'Catalogue 123: voters rate on the spot, by phone or on paper; two tellers; announced on the spot'
const secrecy = 'No ballot leads to a person: slips have no owner, and the tally grows sealed'

/** What came back on paper, as one teller has counted it; the other counts anew and sees none of it. */
const paperCount = z.strictObject({
  returned: amount('收回多少张', mostVoters),
  spoiled: amount('其中废票', mostVoters),
  counts: z
    .array(
      z.strictObject({
        reportId: id(),
        satisfied: amount('满意', mostVoters),
        basicallySatisfied: amount('基本满意', mostVoters),
        notSatisfied: amount('不满意', mostVoters),
      }),
    )
    .check(z.minLength(1, '每位代表的三项都要填。'), z.maxLength(20, '填的行太多，请重新打开再填。')),
})

/** From the opening to the result. */
export const sitting = {
  openMeeting: {
    label: '宣布开会',
    tone: 'primary',
    by: whoChairs,
    insteadOf: ['meetingChair'],
    moves: { noticed: 'open' },
    needs: ['dayCame'],
    input: z.strictObject({
      tellerOne: personName('第一位监票人', 20, { help: '当场推选，不用注册。' }),
      tellerTwo: personName('第二位监票人', 20),
      hereIds: pickedMany('哪几位代表到会述职', 'sitters', 20),
    }),
    tells: {},
    source,
  },
  openRating: {
    label: '开始表决',
    tone: 'primary',
    by: whoChairs,
    insteadOf: ['meetingChair'],
    moves: { open: 'rating' },
    needs: [],
    input: z.strictObject({
      presentVoters: amount('到会的选民多少人', mostVoters, { help: '门口数的人数；述职的代表不算。' }),
      paperSlips: amount('其中发了纸质票多少张', mostVoters, {
        help: '没有手机、不想用手机的都发纸质票；其余的用手机。',
      }),
    }),
    tells: {},
    source: secrecy,
  },
  shiftSlips: {
    label: '换成纸质票',
    tone: 'quiet',
    by: whoChairs,
    insteadOf: ['meetingChair'],
    moves: { rating: 'rating' },
    needs: [],
    input: z.strictObject({
      slips: amount('几位改用纸质票', mostVoters, { help: '手机打不开、没有电的。' }),
    }),
    tells: {},
    source: `${secrecy}; a phone that failed gets paper`,
  },
  endRating: {
    label: '结束表决',
    tone: 'primary',
    by: whoChairs,
    insteadOf: ['meetingChair'],
    moves: { rating: 'counting' },
    needs: [],
    input: z.strictObject({}),
    tells: {},
    source: `${secrecy}; code and slips die with it`,
  },
  countFirst: {
    label: '第一位监票人录入',
    tone: 'primary',
    by: whoChairs,
    insteadOf: ['meetingChair'],
    moves: { counting: 'counting' },
    needs: [],
    input: paperCount,
    tells: {},
    source,
  },
  countSecond: {
    label: '第二位监票人录入',
    tone: 'primary',
    by: whoChairs,
    insteadOf: ['meetingChair'],
    moves: { counting: 'counting' },
    needs: [],
    input: paperCount,
    tells: {},
    source,
  },
  announce: {
    label: '宣布结果',
    tone: 'primary',
    by: whoChairs,
    insteadOf: ['meetingChair'],
    moves: { counting: 'counted' },
    needs: ['countsAgree'],
    input: z.strictObject({}),
    tells: {
      reportingDeputy: '您的述职评议结果：{satisfaction}',
      presidium: '{subject}：{subjects}的满意和基本满意不到一半，请主席团和本人谈一谈。',
    },
    source: `${source}; a low rating tells the presidium, and nothing follows from it (D.L9)`,
  },
  voidRating: {
    label: '本轮作废，重新表决',
    tone: 'danger',
    by: whoChairs,
    insteadOf: ['meetingChair'],
    moves: { rating: 'open', counting: 'open' },
    needs: [],
    input: z.strictObject({ reason: line('为什么', 200) }),
    tells: {},
    source,
  },
  closeMeeting: {
    label: '写好记录，办结',
    tone: 'primary',
    by: whoKeeps,
    moves: { counted: 'closed' },
    needs: [],
    input: z.strictObject({ minutes: paragraph('会议记录', 3000, { help: '不写选民的姓名和电话。' }) }),
    tells: {},
    source,
  },
} as const satisfies Record<string, ActionRow<ReportMeetingState, ReportMeetingParty, ReportMeetingGate>>
