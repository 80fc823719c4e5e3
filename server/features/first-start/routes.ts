import { beginHere as beginEndpoint, openTown as openEndpoint } from '../../../shared/api/first-start'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { countTries } from '../people/count-tries'
import { beginHere } from './begin-here'
import { openTown } from './open-town'
import { isStartCode } from './start-code'

export function routes(bind: Bind, { database, limits, env }: RouteParts) {
  bind.accountWrite(
    beginEndpoint,
    ({ tx, accountId, input, now }) => beginHere(tx, env.secretKey, accountId, input, now),
    countTries(limits, (code, now) => isStartCode(database.reader, env.secretKey, code, now)),
  )

  bind.accountWrite(openEndpoint, ({ tx, accountId, params, input, now }) =>
    openTown(tx, env.secretKey, { accountId, countyId: params.county }, input, now),
  )
}
