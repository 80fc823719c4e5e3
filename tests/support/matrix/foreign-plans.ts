import { activityPlanSteps } from '../../../shared/matters/activity-plan/endpoints'
import type { ActivityPlanState } from '../../../shared/matters/activity-plan/table'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Row } from './foreign-row'
import { newActivityPlan, plannedItem } from './stories/activity-plan'

/** The line that a step of a plan names is one of that plan. */
export function rowsOfPlans(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const ways: readonly [keyof typeof activityPlanSteps, ActivityPlanState, object][] = [
    ['removeItem', 'draft', {}],
    ['changeItem', 'adopted', { ...plannedItem, reason: '汛期推后。' }],
    ['explain', 'ended', { reason: '汛期，没有去成。' }],
  ]
  return ways.map(([action, state, form]): Row => [
    `activityPlanSteps.${action}`,
    ['form', 'itemId'],
    async () => (await newActivityPlan(begun().server, begun().elsewhere, { state })).itemId,
    async () => {
      const { server, town } = begun()
      const { id, itemId } = await newActivityPlan(server, town, { state })
      return {
        ...{ endpoint: activityPlanSteps[action], params: { town: town.id, id }, person: town.office },
        input: { version: 0, form: { itemId, ...form } },
      }
    },
  ])
}
