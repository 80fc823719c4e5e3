import * as api from '../../../shared/matters/award-standing/endpoints'
import type { Bind } from '../../http/bind'
import { actOnDecision, disqualifyUnit } from './decide'
import { readAwardStandings } from './queries'

export function routes(bind: Bind) {
  bind.read(api.listAwardStandings, ({ reader, actor, query, now }) =>
    readAwardStandings(reader, actor, 'all', query.year, now),
  )
  bind.read(api.showOwnAwardStanding, ({ reader, actor, query, now }) =>
    readAwardStandings(reader, actor, 'own', query.year, now),
  )
  bind.write(api.disqualifyUnit, async ({ tx, actor, params, query, input, now }) => {
    await disqualifyUnit(tx, actor, params.unit, { year: query.year, ...input }, now)
    return readAwardStandings(tx, actor, 'all', query.year, now)
  })
  bind.write(api.appealDisqualification, async ({ tx, actor, params, query, input, now }) => {
    await actOnDecision(tx, actor, params.id, 'appeal', input, now)
    return readAwardStandings(tx, actor, 'own', query.year, now)
  })
  bind.write(api.answerAppeal, async ({ tx, actor, params, query, input, now }) => {
    await actOnDecision(tx, actor, params.id, 'answer', input, now)
    return readAwardStandings(tx, actor, 'all', query.year, now)
  })
}
