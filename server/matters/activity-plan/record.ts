import type { Gathering, PlanItem } from '../../../shared/matters/activity-plan/done'
import type { ActivityPlanState } from '../../../shared/matters/activity-plan/table'
import { plannedKinds, type PlannedKind } from '../../../shared/matters/activity-plan/words'
import type { Day } from '../../../shared/rules/days'
import { instantText, quoted } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'

export interface ItemRow extends PlanItem {
  position: number
  because: string | null
  changedWhy: string | null
}

interface PlanRow extends MatterRecord<ActivityPlanState> {
  year: number
  decidedHow: string | null
}

/** One plan with its lines, what was held in its year, and the groups whose members read it. */
export interface ActivityPlanRecord extends PlanRow {
  /** Those that hold. */
  items: ItemRow[]
  changed: ItemRow[]
  held: Gathering[]
  groups: { id: string }[]
  /** Until when it is to be decided, its last day, and until when it is to be closed. */
  draftBy: Day
  endsOn: Day
  closeBy: Day
}

const kinds = quoted(Object.keys(plannedKinds))

/** @param year of the plan, which nobody knows before the plan is read: the days are compared with it in the statement */
const heldParts = (townId: string, id: string) => ({
  meetings: part<Gathering>({
    columns: { kind: 'v.meeting_kind', on: 'COALESCE(v.day, v.held_by)' },
    from: `FROM activity_plan p JOIN meeting v ON v.town_id = p.town_id
        AND v.held_by BETWEEN CONCAT(p.year, '-01-01') AND CONCAT(p.year, '-12-31')
      JOIN matter m ON m.id = v.id AND m.state IN ('ended', 'drafted', 'approved')
      WHERE p.town_id = ? AND p.id = ? AND v.meeting_kind IN (${kinds})`,
    order: 'v.held_by, v.id',
    parameters: [townId, id],
  }),
  activities: part<Gathering>({
    columns: { kind: 'v.activity_kind', on: 'v.day' },
    from: `FROM activity_plan p JOIN activity v ON v.town_id = p.town_id
        AND v.day BETWEEN CONCAT(p.year, '-01-01') AND CONCAT(p.year, '-12-31')
      JOIN matter m ON m.id = v.id AND m.state IN ('held', 'reporting', 'closed')
      WHERE p.town_id = ? AND p.id = ? AND v.deputy_group_id IS NULL AND v.activity_kind IN (${kinds})`,
    order: 'v.day, v.id',
    parameters: [townId, id],
  }),
})

export async function readActivityPlan(
  reader: Reader,
  townId: string,
  id: string,
): Promise<ActivityPlanRecord | undefined> {
  const { found, items, groups, meetings, activities } = await readTogether(reader, {
    found: part<PlanRow>({
      columns: {
        ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
        stateSince: instantText('m.state_since'),
        ...{ year: 'p.year', decidedHow: 'p.decided_how' },
        ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
      },
      from: `FROM activity_plan p JOIN matter m ON m.id = p.id JOIN town t ON t.id = p.town_id
        LEFT JOIN rule_set rs ON rs.id = t.rule_set_id WHERE p.town_id = ? AND p.id = ?`,
      order: 'p.id',
      parameters: [townId, id],
    }),
    items: part<ItemRow & { kind: PlannedKind }>({
      columns: {
        ...{ id: 'i.id', title: 'i.title', kind: 'i.kind', times: 'i.times', position: 'i.position' },
        ...{ firstMonth: 'i.first_month', lastMonth: 'i.last_month' },
        ...{ because: 'i.because', changedWhy: 'i.changed_why' },
      },
      from: 'FROM plan_item i WHERE i.activity_plan_id = ?',
      order: 'i.position, i.id',
      parameters: [id],
    }),
    groups: part<{ id: string }>({
      columns: { id: 'g.id' },
      from: 'FROM deputy_group g WHERE g.town_id = ? AND g.ended_on IS NULL',
      order: 'g.position, g.id',
      parameters: [townId],
    }),
    ...heldParts(townId, id),
  })
  const [plan] = found
  if (plan === undefined) return undefined
  const year = Number(plan.year)
  return {
    ...{ ...plan, year, groups, held: [...meetings, ...activities] },
    items: items.filter(({ changedWhy }) => changedWhy === null).map(numbered),
    changed: items.filter(({ changedWhy }) => changedWhy !== null).map(numbered),
    ...{ draftBy: `${year}-03-31`, endsOn: `${year}-12-31`, closeBy: `${year + 1}-01-31` },
  }
}

const numbered = (row: ItemRow): ItemRow => ({
  ...row,
  ...{ times: Number(row.times), position: Number(row.position) },
  ...{ firstMonth: Number(row.firstMonth), lastMonth: Number(row.lastMonth) },
})
