import type { AskGate } from '../../grammar/ask'
import type { StateRow } from '../../grammar/matter'
import type { LateSentences } from '../../words/messages'

/** Where an activity can stand, and who stands to it. The steps are in `joining.ts` and `holding.ts`. */
export type ActivityParty =
  'convener' | 'expected' | 'attendee' | 'inspectedUnit' | 'congressOffice' | 'presidium' | 'system'
export type ActivityGate =
  | ('inspects' | 'takesPart' | 'questionsListed' | 'somethingFound')
  | 'ofGroup'
  | 'hasAccepted'
  | 'hasDeclined'
  | 'dayCame'
  | 'rollCalled'
  | AskGate<'join'>

const saysOfPlanned: LateSentences = {
  dueSoon: '{subject}定在{latest}，办完了请点名、点“办完了”。',
  overdue: '{subject}（{latest}）还没有记：请点名，点“办完了”；没有办成的，改期或者取消。',
  overdueToOthers: '{subject}（{latest}）还没有记，请问一问，也可以代为点名。',
}
const saysOfHeld: LateSentences = {
  dueSoon: '{subject}的报告请在{deadline}前写好：看到了什么、学到了什么，写几句就行。',
  overdue: '{subject}的报告逾期（{deadline}）没有写，请今天就写。',
  overdueToOthers: '{subject}的报告逾期（{deadline}）没有写，请提醒一下，也可以代写。',
}

/** To each who comes, on the day before. */
export const saysOnEve: LateSentences = {
  dueSoon: '明天有{subject}：{latest}。来不了请说一声，打电话也行。',
  overdue: '',
}

export const activityStates = {
  planned: {
    label: '发了通知',
    plain: '日子定了，请到的代表都收到了通知。来不来回一声，打电话也行。',
    step: 'gather',
    waitsFor: 'congressOffice',
    waitsInsteadFor: { ofGroup: 'convener' },
    limit: { day: 'lastDay' },
    says: saysOfPlanned,
  },
  held: {
    label: '办完了，等报告',
    plain: '活动办完了，等一份报告：看到了什么、学到了什么。写好以后到了的代表都收到。',
    step: 'gather',
    waitsFor: 'congressOffice',
    waitsInsteadFor: { ofGroup: 'convener' },
    limit: { workingDays: 'activityReportWorkingDays' },
    says: saysOfHeld,
  },
  reporting: {
    label: '交办了，等整改',
    plain: '发现的问题交给了单位，都有了结果，这次视察就办结。',
    step: 'gather',
    waitsFor: 'congressOffice',
    limit: { day: 'lastDueOn' },
    says: {
      dueSoon: '{subject}发现的问题快到整改的日子了（{deadline}），请催一催单位。',
      overdue: '{subject}发现的问题过了整改的日子（{deadline}）还没有都改好，请催一催单位。',
      overdueToOthers: '{subject}发现的问题过了整改的日子（{deadline}）还没有都改好，请提醒一下。',
    },
  },
  closed: {
    label: '办结了',
    plain: '活动办完了，报告也写好了。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
  calledOff: {
    label: '取消了',
    plain: '这次活动不办了，请到的代表都收到了消息。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<ActivityParty, ActivityGate>>
export type ActivityState = keyof typeof activityStates

/** It was held, and whoever was there was there. */
export const activityCountsIn = ['held', 'reporting', 'closed'] as const satisfies readonly ActivityState[]
