import { createInvite, listDeputies, listRoster, listUnits } from '../../../shared/api/people'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { knownTown } from '../towns/known-town'
import { issueInvite } from './invites'
import { publicDeputies } from './public-deputies'
import { readRoster, readUnits } from './queries'

export function routes(bind: Bind, { env }: RouteParts) {
  const { secretKey } = env
  bind.publicRead(listDeputies, async ({ reader, params }) => {
    await knownTown(reader, params.town)
    return { deputies: await publicDeputies(reader, params.town) }
  })

  bind.read(listUnits, async ({ reader, actor }) => ({ units: await readUnits(reader, actor.townId) }))

  bind.read(listRoster, ({ reader, actor, query, now }) =>
    readRoster(reader, actor.townId, query.bound, query.cursor, now),
  )

  bind.write(createInvite, ({ tx, actor, params, now }) =>
    issueInvite(tx, secretKey, actor.townId, params.id, now, actor.person?.id ?? null),
  )
}
