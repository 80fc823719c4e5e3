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
  bind.writeThenShow(
    api.disqualifyUnit,
    ({ tx, actor, params, query, input, now }) =>
      disqualifyUnit(tx, actor, params.unit, { year: query.year, ...input }, now),
    ({ reader, actor, query, now }) => readAwardStandings(reader, actor, 'all', query.year, now),
  )
  bind.writeThenShow(
    api.appealDisqualification,
    ({ tx, actor, params, input, now }) => actOnDecision(tx, actor, params.id, 'appeal', input, now),
    ({ reader, actor, query, now }) => readAwardStandings(reader, actor, 'own', query.year, now),
  )
  bind.writeThenShow(
    api.answerAppeal,
    ({ tx, actor, params, input, now }) => actOnDecision(tx, actor, params.id, 'answer', input, now),
    ({ reader, actor, query, now }) => readAwardStandings(reader, actor, 'all', query.year, now),
  )
}
