import { activityPlanSteps, showActivityPlan } from '../../../../shared/matters/activity-plan/endpoints'
import { type ActivityPlanState, activityPlanTable } from '../../../../shared/matters/activity-plan/table'
import { newId } from '../../../../server/database/id'
import { ActivityPlan } from '../../../../server/database/entities/matters/activity-plan'
import { PlanItem } from '../../../../server/database/entities/matters/plan-item'
import { begin } from '../../../../server/engine/begin'
import { refresh } from '../../../../server/engine/refresh'
import { kind } from '../../../../server/matters/activity-plan/kind'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

export const plannedItem = {
  ...{ title: '视察乡村道路', kind: 'inspection', times: 2 },
  ...{ firstMonth: '3', lastMonth: '5' },
} as const

/** No two plans are of one year: those that are under way lie ahead, those that are over lie behind. */
let [ahead, behind] = [2100, 2020]
const yearOf = (state: ActivityPlanState) =>
  state === 'draft' || state === 'adopted' ? (ahead += 1) : (behind -= 1)

/** A plan with one line, of a year that no other has. */
export async function newActivityPlan(
  server: TestServer,
  town: TestTown,
  {
    state = 'draft',
    items = 1,
    year = yearOf(state),
    because = null,
  }: { state?: ActivityPlanState; items?: number; year?: number; because?: string | null } = {},
) {
  const id = newId()
  const itemId = newId()
  const now = server.clock.now()
  await server.database.transaction(async (tx) => {
    await tx.insert(ActivityPlan, { id, townId: town.id, year, decidedHow: null })
    if (items > 0)
      await tx.insert(PlanItem, {
        ...{ id: itemId, activityPlanId: id, position: 1, title: plannedItem.title, kind: plannedItem.kind },
        ...{ times: 2, firstMonth: 3, lastMonth: 5, because, changedWhy: null },
      })
    await begin(tx, kind, { id, townId: town.id }, { party: 'congressOffice', personId: town.office.id }, now)
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, activityPlanTable.kind, town.id, id, now)
  })
  return { id, itemId }
}

const itemOf = new Map<string, string>()
const wanted: Readonly<Record<string, { state: ActivityPlanState; items?: number; because?: string }>> = {
  'draft, empty': { state: 'draft', items: 0 },
  draft: { state: 'draft' },
  adopted: { state: 'adopted' },
  ended: { state: 'ended' },
  'ended, explained': { state: 'ended', because: '大雪封山。' },
  closed: { state: 'closed' },
}

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const [name, { state, ...more }] of Object.entries(wanted)) {
    const { id, itemId } = await newActivityPlan(server, town, { state, ...more })
    itemOf.set(id, itemId)
    made.push({ id, name, state, version: 0 })
  }
  return made
}

const follows = ['deputy', 'coSigner', 'otherDeputy', 'leader', 'formerDeputy', 'secretary']
const finds: readonly string[] = [
  ...follows,
  'office',
  'presidium',
  'unit',
  'unitLeader',
  'unitHead',
  'coUnit',
]

export const activityPlanStory: Story = {
  table: activityPlanTable,
  steps: activityPlanSteps,
  show: showActivityPlan,
  live,
  standing(who: Who, { state }: Matter) {
    if (!finds.includes(who)) return 'not_allowed'
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return ['presidium']
    // Of the deputies of the matrix these are in a group, whose members read what was decided.
    return state !== 'draft' && ['deputy', 'leader'].includes(who) ? ['groupMember'] : 'not_found'
  },
  shut(action, { name, state }) {
    if (name === 'draft, empty' && ['adopt', 'removeItem'].includes(action)) return 'plan_empty'
    if (action === 'close' && name === 'ended') return 'plan_unexplained'
    return action === 'endYear' && state === 'adopted' ? 'year_runs' : undefined
  },
  form(_, action, { id }) {
    const itemId = itemOf.get(id)
    if (action === 'adopt') return { decidedHow: '第 3 次主席团会议' }
    if (action === 'addItem') return plannedItem
    if (action === 'changeItem') return { itemId, ...plannedItem, reason: '汛期推后。' }
    if (action === 'explain') return { itemId, reason: '汛期，没有去成。' }
    return action === 'removeItem' ? { itemId } : {}
  },
  facts: () => ({}),
}
