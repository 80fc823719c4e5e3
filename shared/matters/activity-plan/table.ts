import * as z from 'zod/mini'
import { amount, choice, line, picked } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'
import { decidedHow } from '../suggestion/rows/together'
import { months, mostTimes, plannedKinds } from './words'

/** 年度活动计划: decided by the presidium in the first months; what was done of it counts itself. */
export type ActivityPlanParty = 'congressOffice' | 'presidium' | 'groupMember' | 'system'
export type ActivityPlanGate = 'itemsThere' | 'yearOver' | 'allExplained'

export const activityPlanFolder = '/towns/:town/activity-plans'

const source =
  'Catalogue 153: the presidium plans the activities of a year and sees them done; 浙江 26: the plan may be made public'

const states = {
  draft: {
    label: '正在排',
    plain: '一项一项加上，主席团会议定了就成为今年的计划。',
    step: 'gather',
    waitsFor: 'congressOffice',
    limit: { day: 'draftBy' },
    late: 'upkeep',
    says: {
      dueSoon: '',
      overdue: '{subject}到了{deadline}还没有定下来，请提交主席团会议。',
      overdueToOthers: '{subject}到了{deadline}还没有定下来。',
    },
  },
  adopted: {
    label: '定了，正在办',
    plain: '会议开了、活动办了，自己算进来，不用填。',
    step: 'gather',
    waitsFor: 'system',
    limit: { day: 'endsOn' },
    late: 'machine',
    says: {
      dueSoon: '',
      overdue: '{subject}这一年过完了，请看还有哪些没有办。',
      overdueToOthers: '{subject}这一年过完了，请看还有哪些没有办。',
    },
  },
  ended: {
    label: '过完了，等收尾',
    plain: '没有办成的每项写一句为什么，写完就可以收尾。',
    step: 'gather',
    waitsFor: 'congressOffice',
    limit: { day: 'closeBy' },
    late: 'upkeep',
    says: {
      dueSoon: '',
      overdue: '{subject}到了{deadline}还没有收尾：没有办成的每项写一句为什么。',
      overdueToOthers: '{subject}到了{deadline}还没有收尾。',
    },
  },
  closed: { label: '收尾了', plain: '这一年的计划收尾了。', step: 'gather', waitsFor: null, limit: null },
} as const satisfies Record<string, StateRow<ActivityPlanParty, ActivityPlanGate>>
export type ActivityPlanState = keyof typeof states

/** One line of the plan, as it is typed. */
const item = {
  title: line('做什么', 60, { help: '例如“视察乡村道路”。' }),
  kind: choice('哪一种', plannedKinds),
  times: amount('办几次', mostTimes),
  firstMonth: choice('从几月', months),
  lastMonth: choice('到几月', months),
}
const itemId = picked('哪一项', 'asked')

export const activityPlanActions = {
  adopt: {
    label: '主席团定了',
    tone: 'primary',
    by: ['congressOffice', 'presidium'],
    moves: { draft: 'adopted' },
    needs: ['itemsThere'],
    input: z.strictObject({ decidedHow }),
    tells: { groupMember: '{subject}定了，打开看看有哪些会、哪些活动。' },
    source,
  },
  addItem: {
    label: '加一项',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { draft: 'draft' },
    needs: [],
    input: z.strictObject(item),
    tells: {},
    source,
  },
  removeItem: {
    label: '去掉一项',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { draft: 'draft' },
    needs: ['itemsThere'],
    input: z.strictObject({ itemId }),
    tells: {},
    source,
  },
  changeItem: {
    label: '改一项',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { adopted: 'adopted' },
    needs: [],
    input: z.strictObject({ itemId, ...item, reason: line('为什么改', 100) }),
    tells: {},
    source: `${source}; what was decided is changed with a reason, and both stay`,
  },
  endYear: {
    label: '这一年过完了',
    tone: 'quiet',
    by: ['system'],
    moves: { adopted: 'ended' },
    needs: ['yearOver'],
    byClock: true,
    input: nothing,
    tells: { congressOffice: '{subject}这一年过完了，没有办成的每项写一句为什么，然后收尾。' },
    source,
  },
  explain: {
    label: '写为什么没办成',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { ended: 'ended' },
    needs: [],
    input: z.strictObject({ itemId, reason: line('为什么', 100) }),
    tells: {},
    source,
  },
  close: {
    label: '收尾',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { ended: 'closed' },
    needs: ['allExplained'],
    input: nothing,
    tells: {},
    source,
  },
} as const satisfies Record<string, ActionRow<ActivityPlanState, ActivityPlanParty, ActivityPlanGate>>
export type ActivityPlanAction = keyof typeof activityPlanActions

export const activityPlanTable = defineMatter<
  ActivityPlanState,
  ActivityPlanAction,
  ActivityPlanParty,
  ActivityPlanGate
>({
  kind: 'activityPlan',
  word: '年度活动计划',
  folder: activityPlanFolder,
  first: 'draft',
  states,
  actions: activityPlanActions,
  gates: { itemsThere: 'plan_empty', yearOver: 'year_runs', allExplained: 'plan_unexplained' },
  announced: ['itemsThere', 'allExplained'],
})
