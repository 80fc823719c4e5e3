import * as api from '../../../shared/matters/resolution/endpoints'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'

export function routes(bind: Bind) {
  bind.read(api.showResolution, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(api.resolutionSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.ResolutionView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { meetingId, meeting, what, whose, dueOn, times, result } = standing.record
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ meeting: { id: meetingId, name: meeting }, what, whose, dueOn, times, result },
  }
}
