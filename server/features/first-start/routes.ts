import { beginHere as beginEndpoint, openTown as openEndpoint } from '../../../shared/api/first-start'
import { askerOf } from '../../http/address'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { beginHere } from './begin-here'
import { openTown } from './open-town'
import { isStartCode } from './start-code'

export function routes(bind: Bind, { database, limits, env }: RouteParts) {
  bind.accountWrite(
    beginEndpoint,
    ({ tx, accountId, input, now }) => beginHere(tx, env.secretKey, accountId, input, now),
    async (accountId, { input, context, now }) => {
      const asker = askerOf(context)
      await limits('wrongInvite', asker, 0)
      await limits('invite', accountId)
      const isOpen = await isStartCode(database.reader, env.secretKey, input.code, now)
      if (!isOpen) await limits('wrongInvite', asker)
    },
  )

  bind.accountWrite(openEndpoint, ({ tx, accountId, params, input, now }) =>
    openTown(tx, env.secretKey, { accountId, countyId: params.county }, input, now),
  )
}
