import type { StateRow } from '../../grammar/matter'

/** Where a report stands after it was given, and who stands to it; before that it is part of its meeting. */
export type DutyReportParty = 'reportingDeputy' | 'congressOffice' | 'presidium' | 'system'

export const dutyReportStates = {
  delivered: {
    label: '等反馈函',
    plain: '述职评议会开过了。镇人大办把选民的意见理成一封反馈函，送给代表。',
    step: 'gather',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'reportLetterWorkingDays' },
    says: {
      dueSoon: '{subject}：反馈函请在{deadline}前送给代表。',
      overdue: '{subject}：反馈函过了{deadline}还没有送，请今天就送。',
      overdueToOthers: '{subject}：反馈函过了{deadline}还没有送，请提醒一下。',
    },
  },
  letterSent: {
    label: '等代表回应',
    plain: '反馈函送到了，还有 {count} 条意见没有回应。请代表一条一条回应，打电话说也行。',
    step: 'gather',
    waitsFor: 'reportingDeputy',
    limit: { day: 'answerBy' },
    late: 'deputy',
    says: {
      dueSoon: '{subject}还有 {count} 条没有回应，请在{deadline}前回应；打电话告诉镇人大办也行。',
      overdue: '{subject}还有 {count} 条没有回应，过了{deadline}，请尽快回应；打电话告诉镇人大办也行。',
      overdueToOthers: '{subject}还有 {count} 条没有回应，过了{deadline}，请问一问，可以代他登记。',
    },
  },
  responded: {
    label: '等公布',
    plain: '意见都有了回应。镇人大办看过以后公布，里面不能有选民的姓名和电话。',
    step: 'gather',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'reportLetterWorkingDays' },
    says: {
      dueSoon: '{subject}有了回应，请在{deadline}前看过、公布。',
      overdue: '{subject}有了回应，过了{deadline}还没有公布，请今天就看。',
      overdueToOthers: '{subject}有了回应，过了{deadline}还没有公布，请提醒一下。',
    },
  },
  closed: {
    label: '公布了',
    plain: '选民的意见和代表的回应公布了，核对过的谁都看得到。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
  nothingSaid: {
    label: '没有意见',
    plain: '选民没有提意见，不用回应。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<DutyReportParty>>
export type DutyReportState = keyof typeof dutyReportStates
