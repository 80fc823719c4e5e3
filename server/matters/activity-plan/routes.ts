import type { OutputOf } from '../../../shared/grammar/endpoint'
import { sayPlan } from '../../../shared/matters/activity-plan/done'
import * as api from '../../../shared/matters/activity-plan/endpoints'
import type { ActivityPlanState } from '../../../shared/matters/activity-plan/table'
import { beijingDay } from '../../../shared/rules/days'
import { mayDo } from '../../../shared/permissions'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { countedIn, kind } from './kind'
import { startPlan } from './start'

export function routes(bind: Bind) {
  bind.read(api.listActivityPlans, ({ reader, actor }) => listPlans(reader, actor))
  bind.read(api.showActivityPlan, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.writeThenShow(
    api.planYear,
    async ({ tx, actor, input, now }) => ({ id: await startPlan(tx, actor, input.year, now) }),
    ({ reader, actor, id, now }) => view(reader, actor, id, now),
  )
  for (const [action, endpoint] of Object.entries(api.activityPlanSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

/** One a year. */
async function listPlans(
  reader: Reader,
  { townId, roles }: Actor,
): Promise<OutputOf<typeof api.listActivityPlans>> {
  const decided = mayDo('planYear', roles) ? '' : " AND m.state <> 'draft'"
  const rows = await reader.query<{ id: string; year: number; state: ActivityPlanState }[]>(
    `SELECT p.id, p.year, m.state FROM activity_plan p JOIN matter m ON m.id = p.id
     WHERE p.town_id = ?${decided} ORDER BY p.year DESC LIMIT 100`,
    [townId],
  )
  return { plans: rows.map((row) => ({ ...row, year: Number(row.year) })) }
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.ActivityPlanView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { record } = standing
  const { counted, unplanned } = countedIn(record, beijingDay(now))
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{
      year: record.year,
      decidedHow: record.decidedHow,
      says: sayPlan(counted, unplanned.length),
      unplanned,
    },
    items: counted.map(({ item: { position: _, changedWhy: _why, ...item }, done, missed }) => ({
      ...item,
      ...{ done, missed },
    })),
    changed: record.changed.map((item) => ({
      ...{ id: item.id, title: item.title, kind: item.kind, times: item.times },
      why: item.changedWhy ?? '',
    })),
  }
}
