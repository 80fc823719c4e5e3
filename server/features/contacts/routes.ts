import { showContactFigures, showOwnDuties } from '../../../shared/api/contacts'
import { beijingDay, quarterOf } from '../../../shared/rules/days'
import { mayDo } from '../../../shared/permissions'
import { showTwoWayContacts } from '../../../shared/api/two-way-contacts'
import { halfYearOf } from '../../../shared/rules/half-years'
import { rulesOf } from '../../../shared/rules/rules'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { leadsGroup } from '../people/leads-group'
import { readTownRules } from '../rules/rule-set'
import { readContactFigures } from './apart'
import { readOwnDuties } from './own-duties'
import { readOwnContacts, readUncontacted } from './two-way-contacts'

export function routes(bind: Bind, { apart }: RouteParts) {
  bind.read(showOwnDuties, async ({ reader, actor, now }) => {
    const { townId, person } = actor
    // Whoever works in the office and is no deputy owes none of it.
    if (person === null || !actor.roles.includes('deputy')) return { duties: [], leads: false }
    const rules = rulesOf(await readTownRules(reader, townId))
    return {
      duties: await readOwnDuties(reader, { townId, personId: person.id }, rules, beijingDay(now)),
      leads: await leadsGroup(reader, actor),
    }
  })

  bind.read(showTwoWayContacts, async ({ reader, actor, now }) => {
    const { townId, person, roles } = actor
    const since = quarterOf(beijingDay(now))
    return {
      since,
      mine: person === null ? [] : await readOwnContacts(reader, { townId, personId: person.id, since }),
      open: mayDo('followContacts', roles) ? await readUncontacted(reader, { townId, since }) : null,
    }
  })

  bind.read(showContactFigures, async ({ reader, actor, query, now }) => {
    const { contactVoters } = rulesOf(await readTownRules(reader, actor.townId))
    const half = query.half ?? halfYearOf(beijingDay(now))
    // Names of villages stay in the town.
    const withPlaces = mayDo('followContacts', actor.roles)
    return apart(readContactFigures, actor.townId, half, { contactVoters, withPlaces })
  })
}
