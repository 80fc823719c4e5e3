import type { StateRow } from '../../grammar/matter'
import type { LateSentences } from '../../words/messages'

/** Where a meeting stands at which deputies report to those who elected them, and who stands to it. */
export type ReportMeetingParty =
  'reportingDeputy' | 'meetingChair' | 'congressOffice' | 'presidium' | 'system'
export type ReportMeetingGate = 'dayCame' | 'countsAgree' | 'othersLeft'

const saysOfDay: LateSentences = {
  dueSoon: '{subject}定在{latest}，到时候请宣布开会。',
  overdue: '{subject}（{latest}）还没有记完，请接着办；没有开成的，改期或者取消。',
  overdueToOthers: '{subject}（{latest}）还没有记完，请问一问主持人，也可以代他记。',
}

export const reportMeetingStates = {
  planned: {
    label: '排进了计划',
    plain: '今年请这个选区的代表向选民述职。定好日子、地点、主持人，就可以发公告。',
    step: 'gather',
    waitsFor: 'congressOffice',
    limit: { day: 'noticeBy' },
    says: {
      dueSoon: '{subject}请在{deadline}前定好日子，发公告。',
      overdue: '{subject}过了{deadline}还没有发公告，请尽快定日子。',
      overdueToOthers: '{subject}过了{deadline}还没有发公告，请提醒一下。',
    },
  },
  noticed: {
    label: '发了公告',
    plain: '公告发了，选民不用登录也看得到。到那天由主持人宣布开会。',
    step: 'gather',
    waitsFor: 'meetingChair',
    limit: { day: 'heldOn' },
    late: 'reception',
    says: saysOfDay,
  },
  open: {
    label: '正在述职',
    plain: '代表一位一位述职。述完以后，数清到会的选民，就可以开始表决。',
    step: 'gather',
    waitsFor: 'meetingChair',
    limit: { day: 'heldOn' },
    late: 'reception',
    says: saysOfDay,
  },
  rating: {
    label: '正在表决',
    plain: '选民正在表决，手机和纸质票都算。号码在大屏上，结束表决以后就没有用了。',
    step: 'gather',
    waitsFor: 'meetingChair',
    limit: { day: 'heldOn' },
    late: 'reception',
    says: saysOfDay,
  },
  counting: {
    label: '正在计票',
    plain: '两位监票人各数一遍纸质票，各自录入；两遍一样，就可以宣布结果。',
    step: 'gather',
    waitsFor: 'meetingChair',
    limit: { day: 'heldOn' },
    late: 'reception',
    says: saysOfDay,
  },
  counted: {
    label: '宣布了结果',
    plain: '结果已经宣布，谁都看得到。写好会议记录，这次会就办结。',
    step: 'gather',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'reportLetterWorkingDays' },
    says: {
      dueSoon: '{subject}的会议记录请在{deadline}前写好。',
      overdue: '{subject}的会议记录逾期（{deadline}）没有写，请今天就写。',
      overdueToOthers: '{subject}的会议记录逾期（{deadline}）没有写，请提醒一下。',
    },
  },
  closed: {
    label: '办结了',
    plain: '述职评议会开完了，结果公开。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
  calledOff: {
    label: '没有开',
    plain: '这次不开了。没有述职的代表还在名单上，另外安排。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<ReportMeetingParty, ReportMeetingGate>>
export type ReportMeetingState = keyof typeof reportMeetingStates

/** It was held, the result stands, and whoever reported has reported. */
export const reportedIn = ['counted', 'closed'] as const satisfies readonly ReportMeetingState[]
/** Everyone may read of it. */
export const publicIn = [
  'noticed',
  'open',
  'rating',
  'counting',
  ...reportedIn,
] as const satisfies readonly ReportMeetingState[]
