import * as api from '../../../shared/matters/group-ballot/endpoints'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { readAppraisals } from './queries'
import { castVote } from './vote'

export function routes(bind: Bind, { env }: RouteParts) {
  const { secretKey } = env
  bind.read(api.listAppraisals, ({ reader, actor }) => readAppraisals(reader, actor))
  bind.writeThenShow(
    api.castVote,
    ({ tx, actor, params, input, now }) => castVote(tx, secretKey, actor, params.ballot, input.rating, now),
    ({ reader, actor }) => readAppraisals(reader, actor),
  )
}
