import {
  listMyOpinions as listMineEndpoint,
  listOpinions,
  opinionSteps,
  showOpinion,
  writeOpinion,
} from '../../../shared/api/opinions'
import type { OpinionAction } from '../../../shared/opinion-workflow'
import type { Bind } from '../../http/bind'
import type { Limits } from '../../http/limits'
import { actOnOpinion } from './act'
import { listMyOpinions, listOpinionWork, viewOpinion } from './queries'
import { sendOpinion } from './send'

export function opinionRoutes(bind: Bind, limits: Limits) {
  bind.write(
    writeOpinion,
    async ({ tx, actor, input, now }) => {
      const { id, residentId } = await sendOpinion(tx, actor, input, now)
      return viewOpinion(tx, { ...actor, residentId }, id, now)
    },
    async (actor) => {
      await limits('opinion', actor.accountId)
      await limits('opinionADay', actor.accountId)
    },
  )

  bind.read(listMineEndpoint, ({ reader, actor, query, now }) =>
    listMyOpinions(reader, actor, query.cursor, now),
  )

  bind.read(listOpinions, ({ reader, actor, query, now }) =>
    listOpinionWork(reader, actor, query.lane, query.cursor, now),
  )

  bind.read(showOpinion, ({ reader, actor, params, now }) => viewOpinion(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(opinionSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      await actOnOpinion(tx, actor, params.id, action as OpinionAction, input, now)
      return viewOpinion(tx, actor, params.id, now)
    })
  }
}
