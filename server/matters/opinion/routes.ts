import {
  listMyOpinions as listMineEndpoint,
  opinionSteps,
  type OpinionView,
  showOpinion,
  writeOpinion,
} from '../../../shared/matters/opinion/endpoints'
import { numberOf } from '../../../shared/words/messages'
import type { Tx } from '../../database/source'
import { act } from '../../engine/act'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { traceView } from '../../features/audit-log/trace-view'
import { kind } from './kind'
import { listMyOpinions, presentOpinion, viewOpinion } from './queries'
import { sendOpinion } from './send'

export function routes(bind: Bind, { limits }: RouteParts) {
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

  bind.tracedRead(showOpinion, async ({ reader, actor, params, now }) => {
    const answer = await viewOpinion(reader, actor, params.id, now)
    return {
      show: () => answer,
      trace: showsPhone(answer) ? (tx) => tracePhone(tx, actor, answer, now) : undefined,
    }
  })

  for (const [action, endpoint] of Object.entries(opinionSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      const standing = await act(tx, kind, actor, params.id, action, input, now)
      const answer = await presentOpinion(tx, standing, now)
      if (showsPhone(answer)) await tracePhone(tx, actor, answer, now)
      return answer
    })
  }
}

const showsPhone = ({ resident }: OpinionView) => typeof resident?.phone === 'string'

const tracePhone = (tx: Tx, actor: Actor, { id }: OpinionView, now: Date) =>
  traceView(tx, actor, { what: '看了群众留言里的电话', about: [numberOf(id)] }, now)
