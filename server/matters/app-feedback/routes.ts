import * as api from '../../../shared/matters/app-feedback/endpoints'
import { act } from '../../engine/act'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { kind } from './kind'
import { listCountyAppFeedback, listMyAppFeedback, viewAppFeedback } from './queries'
import { keepAppFeedback } from './write'

export function routes(bind: Bind, { limits }: RouteParts) {
  bind.read(api.listMyAppFeedback, ({ reader, actor, query }) =>
    listMyAppFeedback(reader, actor, query.cursor),
  )
  bind.read(api.showAppFeedback, ({ reader, actor, params, now }) =>
    viewAppFeedback(reader, actor, params.id, now),
  )
  bind.accountRead(api.listCountyAppFeedback, ({ reader, accountId, params, query, now }) =>
    listCountyAppFeedback(reader, accountId, params.county, query, now),
  )
  bind.writeThenShow(
    api.writeAppFeedback,
    ({ tx, actor, input, now }) => keepAppFeedback(tx, actor, input, now),
    ({ reader, actor, id, now }, written) =>
      viewAppFeedback(reader, written ? { ...actor, residentId: written.residentId } : actor, id, now),
    async (actor) => {
      await limits('opinion', actor.accountId)
      await limits('opinionADay', actor.accountId)
    },
  )
  for (const [action, endpoint] of Object.entries(api.appFeedbackSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => viewAppFeedback(reader, actor, id, now),
    )
}
