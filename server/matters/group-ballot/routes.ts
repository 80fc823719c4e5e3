import * as api from '../../../shared/matters/group-ballot/endpoints'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { readAppraisals } from './queries'
import { castVote } from './vote'

export function routes(bind: Bind, { env }: RouteParts) {
  const { secretKey } = env
  bind.read(api.listAppraisals, ({ reader, actor }) => readAppraisals(reader, actor))
  bind.write(api.castVote, async ({ tx, actor, params, input, now }) => {
    await castVote(tx, secretKey, actor, params.ballot, input.rating, now)
    return readAppraisals(tx, actor)
  })
}
