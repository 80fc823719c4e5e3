import * as api from '../../../shared/matters/activity/endpoints'
import { whoKeeps } from '../../../shared/matters/activity/joining'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { tellTogether } from '../../engine/tell'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { detailsOf, listActivities } from './queries'
import { startActivity } from './start'

export function routes(bind: Bind) {
  bind.writeThenShow(
    api.announceActivity,
    async ({ tx, actor, input, now }) => ({
      id: await tellTogether(tx, () => startActivity(tx, actor, input, now)),
    }),
    ({ reader, actor, id, now }) => view(reader, actor, id, now),
  )

  bind.read(api.listActivities, ({ reader, actor, query }) => listActivities(reader, actor, query.cursor))

  bind.read(api.showActivity, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(api.activitySteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

async function view(reader: Reader, asker: Actor, id: string, now: Date): Promise<api.ActivityView> {
  const standing = await standingOf(reader, kind, asker, id, now)
  const keeps = whoKeeps.some((party) => standing.parties.has(party))
  // What each has said of coming stands with their name, and why only for whoever keeps it.
  const { asks: _, ...shown } = await viewMatter(reader, kind, standing, now)
  return { ...shown, ...detailsOf(standing.record, keeps) }
}
