import { showOwnGoals } from '../../../shared/api/duty-goals'
import { showDutyBook, showOwnDutyBook } from '../../../shared/api/duty-books'
import { listDutyFiles, showDutyFile, showOwnDutyFile } from '../../../shared/api/duty-files'
import { showPublicDuties } from '../../../shared/api/public-duties'
import { mayDo } from '../../../shared/permissions'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import type { Bind } from '../../http/bind'
import { rulesOf } from '../../../shared/rules/rules'
import { leadsGroup } from '../people/leads-group'
import { readPublicDuties } from './public-duties'
import { readOwnGoals } from './own-goals'
import { readBook } from './read-book'
import { readFile } from './read-file'
import { readTownRules } from '../rules/rule-set'
import { filesWithin, mustReach, reachOfFiles } from './who-reads'

export function routes(bind: Bind) {
  // Made of nearly every table of the town, so that keeping it would mean making it anew all day.
  bind.publicRead(
    showPublicDuties,
    ({ reader, params, now }) => readPublicDuties(reader, params.town, params.id, now),
    { kept: false },
  )

  bind.read(showOwnDutyFile, async ({ reader, actor, query, now }) => {
    if (actor.person === null) throw new Refusal('not_bound')
    const whose = { townId: actor.townId, personId: actor.person.id, ...periodOf(query, now) }
    return {
      ...(await readFile(reader, whose, true)),
      leads: await leadsGroup(reader, actor),
    }
  })

  bind.read(showDutyFile, async ({ reader, actor, params, query, now }) => {
    const { townId } = actor
    await mustReach(reader, townId, await reachOfFiles(reader, actor), params.id)
    const isOwn = actor.person?.id === params.id
    return readFile(reader, { townId, personId: params.id, ...periodOf(query, now) }, isOwn)
  })

  bind.read(showOwnGoals, async ({ reader, actor, now }) => {
    const { townId, person, groupId } = actor
    if (person === null) throw new Refusal('not_bound')
    const { goalSets } = rulesOf(await readTownRules(reader, townId))
    return readOwnGoals(reader, { townId, personId: person.id, groupId }, goalSets, beijingDay(now))
  })

  bind.read(showOwnDutyBook, ({ reader, actor, query, now }) => {
    const { townId, person } = actor
    if (person === null) throw new Refusal('not_bound')
    return readBook(reader, { townId, personId: person.id }, query, true, now)
  })

  bind.read(showDutyBook, async ({ reader, actor, params, query, now }) => {
    const { townId } = actor
    await mustReach(reader, townId, await reachOfFiles(reader, actor), params.id)
    const isOwn = actor.person?.id === params.id
    return readBook(reader, { townId, personId: params.id }, query, isOwn, now)
  })

  bind.read(listDutyFiles, async ({ reader, actor }) => ({
    files: await filesWithin(reader, actor.townId, await reachOfFiles(reader, actor)),
    office: mayDo('keepAllRecords', actor.roles),
  }))
}

/** This year where nothing is said. @throws Refusal `bad_input` */
function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }, now: Date) {
  const year = (to ?? from ?? beijingDay(now)).slice(0, 4)
  const period = { from: from ?? `${year}-01-01`, to: to ?? `${year}-12-31` }
  if (period.to < period.from) throw wrongField('to', '结束的日期在开始以前，请改一下。')
  return period
}
