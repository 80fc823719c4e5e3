import * as api from '../../../shared/matters/site-review/endpoints'
import type { SiteReviewAction } from '../../../shared/matters/site-review/table'
import type { Bind } from '../../http/bind'
import { actOnReview } from './act'
import { planSiteReview } from './plan'
import { listReviewable, listSiteReviews, viewSiteReview } from './queries'

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
  bind.write(api.planSiteReview, async ({ tx, actor, input, now }) => {
    const id = await planSiteReview(tx, actor, input, now)
    return viewSiteReview(tx, actor, id, now)
  })
  for (const [action, endpoint] of Object.entries(api.siteReviewSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      await actOnReview(tx, actor, params.id, action as SiteReviewAction, input, now)
      return viewSiteReview(tx, actor, params.id, now)
    })
  }
}
