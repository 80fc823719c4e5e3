import * as z from 'zod/mini'
import { amount, choice, day, line, maybe, paragraph, pickedMany } from '../../grammar/fields'
import { defineMatter } from '../../grammar/matter'
import { holding } from './holding'
import { joinAsks, joining } from './joining'
import { activityKindWords, openTo } from './kinds'
import { type ActivityGate, type ActivityParty, type ActivityState, activityStates as states } from './states'

export { type ActivityGate, type ActivityParty, type ActivityState } from './states'

export const activityFolder = '/towns/:town/activities'

/** An activity goes and does; which kinds there are stands in `kinds.ts`. */
export const activityActions = { ...joining, ...holding }
export type ActivityAction = keyof typeof activityActions

export const activityTable = defineMatter<ActivityState, ActivityAction, ActivityParty, ActivityGate>({
  kind: 'activity',
  word: '代表活动',
  first: 'planned',
  states,
  actions: activityActions,
  asks: joinAsks.plans,
  gates: {
    ...joinAsks.gates,
    ofGroup: 'not_your_step',
    hasAccepted: 'join_not_accepted',
    hasDeclined: 'join_not_declined',
    dayCame: 'activity_ahead',
    rollCalled: 'activity_roll_missing',
  },
  announced: ['rollCalled'],
})

/** 发活动通知. */
export const activityForm = z.strictObject({
  activityKind: choice('什么活动', activityKindWords),
  title: line('活动名称', 60, { help: '例如“看敬老院消防”。' }),
  day: day('哪天', 'counted', { help: '已经办过、照纸上补记的，填办的那天。' }),
  until: maybe(day('到哪天结束', 'counted', { help: '只有一天的不用填。' })),
  meetAt: line('几点集合', 10, { help: '例如 8:30，或者“早上八点半”。' }),
  place: line('在哪里集合', 60),
  purpose: paragraph('去做什么', 500, { help: '请到的代表都看得到。' }),
  openTo: choice('请谁参加', openTo),
  groupIds: maybe(pickedMany('哪些小组', 'group', 40, { shownWhen: [{ field: 'openTo', is: 'groups' }] })),
  deputyIds: maybe(
    pickedMany('哪些代表', 'deputies', 300, { shownWhen: [{ field: 'openTo', is: 'named' }] }),
  ),
  answerBy: maybe(day('哪天前回话', 'counted', { help: '不填就是活动前一天。' })),
  capacity: maybe(amount('最多几个人', 300, { help: '没有限制的不用填；满了的按回话先后排队。' })),
  shortNoticeReason: maybe(line('为什么通知得急', 100, { onceAsked: true })),
})

/** What is said of a new one. */
export const announcedTells = {
  expected: '{latest}，有{subject}，来不来请回个话，打电话也行。',
} as const
