import {
  createInvite,
  endBinding as endBindingEndpoint,
  endOwnBinding,
  listDeputies,
  listUnits,
  mergePersons as mergeEndpoint,
  showPerson,
} from '../../../shared/api/people'
import { Refusal } from '../../../shared/words/refusals'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { knownTown } from '../towns/known-town'
import { endBinding } from './binding'
import { issueInvite } from './invites'
import { mergePersons } from './merging/merge-persons'
import { readPerson } from './person-page'
import { publicDeputies, villagesOfDeputies } from './public-deputies'
import { unitsToPick } from './queries'

export function routes(bind: Bind, { env }: RouteParts) {
  const { secretKey } = env
  bind.publicRead(listDeputies, async ({ reader, params }) => {
    await knownTown(reader, params.town)
    const deputies = await publicDeputies(reader, params.town)
    const villages = await villagesOfDeputies(reader, params.town)
    return { deputies: deputies.map((one) => ({ ...one, villages: villages.get(one.id) ?? [] })) }
  })

  bind.read(listUnits, async ({ reader, actor }) => ({ units: await unitsToPick(reader, actor.townId) }))

  bind.read(showPerson, ({ reader, actor, params, now }) => readPerson(reader, actor.townId, params.id, now))

  bind.write(endBindingEndpoint, async ({ tx, actor, params, input, now }) => {
    await endBinding(tx, actor, params.id, input.why, now)
    return { done: true as const }
  })

  bind.write(endOwnBinding, async ({ tx, actor, now }) => {
    if (actor.person === null) throw new Refusal('not_bound')
    await endBinding(tx, actor, actor.person.id, null, now)
    return { done: true as const }
  })

  bind.write(mergeEndpoint, async ({ tx, actor, params, input, now }) => {
    await mergePersons(tx, actor, params.id, input, now)
    return { done: true as const }
  })

  bind.write(createInvite, ({ tx, actor, params, now }) =>
    issueInvite(tx, secretKey, actor.townId, params.id, now, actor.person?.id ?? null),
  )
}
