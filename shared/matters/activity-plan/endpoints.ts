import * as z from 'zod/mini'
import { stateNames } from '../../grammar/decide'
import { get, post } from '../../grammar/endpoint'
import { amount, id } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { activityPlanActions, activityPlanFolder as folder, activityPlanTable } from './table'
import { plannedKinds, type PlannedKind } from './words'

const kind = z.enum(Object.keys(plannedKinds) as PlannedKind[])

export const activityPlanView = z.strictObject({
  ...matterView(activityPlanTable),
  year: z.int(),
  decidedHow: z.nullable(z.string()),
  /** 计划 18 次，办了 8 次…… */
  says: z.string(),
  items: z.array(
    z.strictObject({
      id: id(),
      title: z.string(),
      kind,
      times: z.int(),
      firstMonth: z.int(),
      lastMonth: z.int(),
      done: z.int(),
      /** Its months are over, and so many times are missing. */
      missed: z.int(),
      /** Why it was not done, once the year is over. */
      because: z.nullable(z.string()),
    }),
  ),
  /** Lines that were changed after the plan was decided, as they were, with the reason. */
  changed: z.array(z.strictObject({ id: id(), title: z.string(), kind, times: z.int(), why: z.string() })),
  /** What was held beside the plan. */
  unplanned: z.array(z.strictObject({ kind, on: z.iso.date() })),
})
export type ActivityPlanView = z.output<typeof activityPlanView>

export const planYear = post(folder, {
  who: 'planYear',
  says: '排一年的活动计划，一年一份',
  input: z.strictObject({ year: amount('哪一年', 2100) }),
  output: activityPlanView,
})

export const listActivityPlans = get(folder, {
  who: 'followMeetings',
  says: '历年的活动计划，今年的在前；代表看得到定了的',
  output: z.strictObject({
    plans: z.array(z.strictObject({ id: id(), year: z.int(), state: z.enum(stateNames(activityPlanTable)) })),
  }),
})

export const showActivityPlan = get(`${folder}/:id`, {
  who: 'followWork',
  says: '一年的活动计划：每项办了几次，过了没办的，计划外的；都是自己数的',
  output: activityPlanView,
})

/** One for each row of the table. */
export const activityPlanSteps = stepEndpoints(activityPlanActions, folder, 'followWork', activityPlanView)
