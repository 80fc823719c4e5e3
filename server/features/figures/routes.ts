import {
  listAgeing as listAgeingEndpoint,
  showAnnualReport,
  showCountyFigures,
  showFigures,
} from '../../../shared/api/figures'
import type { Bind } from '../../http/bind'
import { listAgeing } from './ageing'
import { readAnnualReport } from './annual-report'
import { readCountyFigures } from './county'
import { readFigures } from './queries'

export function routes(bind: Bind) {
  bind.read(showFigures, ({ reader, actor, query, now }) => readFigures(reader, actor.townId, query, now))

  bind.accountRead(showCountyFigures, ({ reader, accountId, params, query, now }) =>
    readCountyFigures(reader, accountId, params.county, query, now),
  )

  bind.read(listAgeingEndpoint, ({ reader, actor, query, now }) => listAgeing(reader, actor, query, now))

  bind.read(showAnnualReport, ({ reader, actor, query, now }) =>
    readAnnualReport(reader, actor.townId, query.year, now),
  )
}
