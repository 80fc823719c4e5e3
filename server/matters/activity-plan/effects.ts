import type * as z from 'zod/mini'
import type { ActivityPlanAction, activityPlanActions } from '../../../shared/matters/activity-plan/table'
import { changedTo, mostItems, mostTimes, spokenItem } from '../../../shared/matters/activity-plan/words'
import { wrongField } from '../../../shared/words/refusals'
import { ActivityPlan } from '../../database/entities/matters/activity-plan'
import { PlanItem } from '../../database/entities/matters/plan-item'
import { newId } from '../../database/id'
import type { Effect, StepOf } from '../../engine/kind'
import { refuseUndecided } from '../../features/people/presidium-decides'
import type { ActivityPlanRecord, ItemRow } from './record'

type FormOf<A extends ActivityPlanAction> = z.output<(typeof activityPlanActions)[A]['input']>
type Typed = FormOf<'addItem'>
type Step = StepOf<ActivityPlanRecord>

/** What a step changes besides the state. */
export const effects: { readonly [A in ActivityPlanAction]?: Effect<ActivityPlanRecord> } = {
  async adopt({ tx, record, form }) {
    const { decidedHow } = form as FormOf<'adopt'>
    await refuseUndecided(tx, record.townId, decidedHow, { unitId: null })
    await tx.update(ActivityPlan, { id: record.id }, { decidedHow })
  },
  async addItem({ tx, record, form }) {
    if (record.items.length >= mostItems)
      throw wrongField('title', `计划最多 ${mostItems} 项，请把相近的合成一项。`)
    const typed = form as Typed
    const last = record.items.at(-1)?.position ?? 0
    await tx.insert(PlanItem, rowOf(record.id, typed, last + 1))
    return { reason: spokenItem(typed) }
  },
  async removeItem(step) {
    const { itemId } = step.form as FormOf<'removeItem'>
    const item = itemIn(step, itemId)
    await step.tx.delete(PlanItem, { id: item.id })
    return { reason: item.title }
  },
  async changeItem(step) {
    const { itemId, reason, ...typed } = step.form as FormOf<'changeItem'>
    const item = itemIn(step, itemId)
    await step.tx.update(PlanItem, { id: item.id }, { changedWhy: reason })
    await step.tx.insert(PlanItem, rowOf(step.record.id, typed, item.position))
    return { reason: changedTo(item.title, typed, reason) }
  },
  async explain(step) {
    const { itemId, reason } = step.form as FormOf<'explain'>
    const item = itemIn(step, itemId)
    await step.tx.update(PlanItem, { id: item.id }, { because: reason })
    return { reason: `${item.title}：${reason}` }
  },
}

/** @throws Refusal `bad_input` where the plan has no such line */
function itemIn({ record }: Step, itemId: string): ItemRow {
  const item = record.items.find(({ id }) => id === itemId)
  if (item === undefined) throw wrongField('itemId', '计划里没有这一项，请重新选择。')
  return item
}

/** @throws Refusal `bad_input` about months that end before they begin, or no time at all */
function rowOf(activityPlanId: string, { title, kind, times, ...typed }: Typed, position: number): PlanItem {
  const [firstMonth, lastMonth] = [Number(typed.firstMonth), Number(typed.lastMonth)]
  if (times === 0) throw wrongField('times', `至少办 1 次，最多 ${mostTimes} 次。`)
  if (lastMonth < firstMonth) throw wrongField('lastMonth', '“到几月”不能在“从几月”前面。')
  return {
    ...{ id: newId(), activityPlanId, position, title, kind, times, firstMonth, lastMonth },
    ...{ because: null, changedWhy: null },
  }
}
