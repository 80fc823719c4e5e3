import {
  listAgeing as listAgeingEndpoint,
  showAnnualReport,
  showCountyFigures,
  showFigures,
} from '../../../shared/api/figures'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { listAgeing, readAnnualReport, readCountyFigures, readFigures } from './apart'

export function routes(bind: Bind, { apart }: RouteParts) {
  bind.read(showFigures, ({ actor, query, now }) => apart(readFigures, actor.townId, query, now))

  bind.accountRead(showCountyFigures, ({ accountId, params, query, now }) =>
    apart(readCountyFigures, accountId, params.county, query, now),
  )

  bind.read(listAgeingEndpoint, ({ actor, query, now }) => apart(listAgeing, actor, query, now))

  bind.read(showAnnualReport, ({ actor, query, now }) =>
    apart(readAnnualReport, actor.townId, query.year, now),
  )
}
