import { proposeVisits, showSilence } from '../../../shared/api/silence'
import { beijingDay } from '../../../shared/rules/days'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { leadsGroup } from '../people/leads-group'
import { readProposedVisits, readSilence } from './apart'

const nothing = { messages: 0, withoutVillage: 0, withoutPeople: [], tooFew: false, villages: [], months: [] }

export function routes(bind: Bind, { apart }: RouteParts) {
  bind.read(showSilence, async ({ reader, actor, now }) => {
    const { townId, roles } = actor
    const seesAll = roles.includes('congressOffice') || roles.includes('presidiumMember')
    // A deputy who leads a group sees its villages; whoever leads none has none to plan visits for.
    if (!seesAll && !(await leadsGroup(reader, actor))) return nothing
    return apart(readSilence, townId, seesAll ? null : actor.groupId, beijingDay(now))
  })

  bind.read(proposeVisits, async ({ actor, now }) => {
    const { townId, roles, groupId } = actor
    const villages =
      groupId === null || !roles.includes('deputy')
        ? []
        : await apart(readProposedVisits, townId, groupId, beijingDay(now))
    return { villages }
  })
}
