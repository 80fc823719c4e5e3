import * as api from '../../../shared/matters/site-review/endpoints'
import type { Bind } from '../../http/bind'
import { act } from '../../engine/act'
import { kind as siteReview } from './kind'
import { planSiteReview } from './plan'
import { listReviewable, listSiteReviews, viewOf, viewSiteReview } from './queries'

export function routes(bind: Bind) {
  bind.read(api.listSiteReviews, ({ reader, actor, query, now }) =>
    listSiteReviews(reader, actor.townId, query.cursor, now),
  )
  bind.read(api.listReviewable, async ({ reader, actor }) => ({
    matters: await listReviewable(reader, actor.townId),
  }))
  bind.read(api.showSiteReview, ({ reader, actor, params, now }) =>
    viewSiteReview(reader, actor, params.id, now),
  )
  bind.writeThenShow(
    api.planSiteReview,
    async ({ tx, actor, input, now }) => ({ id: await planSiteReview(tx, actor, input, now) }),
    ({ reader, actor, id, now }) => viewSiteReview(reader, actor, id, now),
  )
  for (const [action, endpoint] of Object.entries(api.siteReviewSteps)) {
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, siteReview, actor, params.id, action, input, now),
      async ({ reader, actor, id, now }, taken) =>
        taken === undefined
          ? viewSiteReview(reader, actor, id, now)
          : viewOf(reader, actor, await taken.standing(reader)),
    )
  }
}
