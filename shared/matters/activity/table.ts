import * as z from 'zod/mini'
import { amount, choice, day, line, maybe, paragraph, picked, pickedMany } from '../../grammar/fields'
import { defineMatter } from '../../grammar/matter'
import { holding } from './holding'
import { inspecting } from './inspecting'
import { joinAsks, joining } from './joining'
import { activityKindWords, inspectingKinds, openTo } from './kinds'
import { type ActivityGate, type ActivityParty, type ActivityState, activityStates as states } from './states'

export { type ActivityGate, type ActivityParty, type ActivityState } from './states'

export const activityFolder = '/towns/:town/activities'

/** An activity goes and does; which kinds there are stands in `kinds.ts`. */
export const activityActions = { ...joining, ...holding, ...inspecting }
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
    inspects: 'not_an_inspection',
    takesPart: 'stands_aside',
    questionsListed: 'questions_missing',
    somethingFound: 'nothing_found_here',
  },
  facts: { found: ['none', 'some'], rectified: ['some', 'all'] },
  announced: ['rollCalled', 'questionsListed'],
})

const whenInspecting = inspectingKinds.map((is) => ({ field: 'activityKind', is }))
const whenLaw = [{ field: 'activityKind', is: 'lawEnforcementInspection' }]
const toldAhead = { told: '提前告诉', untold: '不提前告诉' } as const

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
  sites: maybe(paragraph('看哪几处，一行一处', 800, { help: '1 到 12 处。', shownWhen: whenInspecting })),
  unitId: maybe(picked('看哪个单位', 'unit', { help: '没有固定单位的不用填。', shownWhen: whenInspecting })),
  unannounced: maybe(choice('提前告诉单位吗', toldAhead, { shownWhen: whenInspecting })),
  law: maybe(line('检查哪部法', 60, { shownWhen: whenLaw })),
  articles: maybe(paragraph('查哪几条，一行一条', 1500, { help: '1 到 20 条。', shownWhen: whenLaw })),
  shortNoticeReason: maybe(line('为什么通知得急', 100, { onceAsked: true })),
})

/** What is said of a new one. */
export const announcedTells = {
  expected: '{latest}，有{subject}，来不来请回个话，打电话也行。',
} as const

/** What the unit hears that is looked at, unless the visit is not announced to it. */
export const inspectedUnitTells = {
  start: '{latest}，有代表来视察：{subject}，请安排人介绍情况。',
  move: '代表视察改了日子：{subject}，{latest}，请安排人介绍情况。',
  callOff: '代表视察取消了：{subject}（{latest}）。',
} as const
