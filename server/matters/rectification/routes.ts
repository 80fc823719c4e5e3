import * as api from '../../../shared/matters/rectification/endpoints'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'

export function routes(bind: Bind) {
  bind.read(api.showRectification, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(api.rectificationSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.RectificationView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { inspection, site, seen, problem, lawArticle, unitId, unit, dueOn, result } = standing.record
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ inspection, site, seen, problem, lawArticle, dueOn, result, unit: { id: unitId, name: unit } },
  }
}
