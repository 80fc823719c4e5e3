import {
  listAgeing as listAgeingEndpoint,
  showAnnualReport,
  showCountyFigures,
  showFigures,
  showPublicReport,
  takeAnnualReport,
} from '../../../shared/api/figures'
import { annualPaper } from '../../../shared/papers/annual-words'
import { word } from '../../../shared/papers/paper'
import { beijingDay } from '../../../shared/rules/days'
import { writeWord } from '../../gateways/word/write-word'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { readLetterhead } from '../papers/letterhead'
import { listAgeing, readAnnualReport, readCountyFigures, readFigures, readPublicReport } from './apart'

export function routes(bind: Bind, { apart }: RouteParts) {
  bind.read(showFigures, ({ actor, query, now }) => apart(readFigures, actor.townId, query, now))

  bind.accountRead(showCountyFigures, ({ accountId, params, query, now }) =>
    apart(readCountyFigures, accountId, params.county, query, now),
  )

  bind.read(listAgeingEndpoint, ({ actor, query, now }) => apart(listAgeing, actor, query, now))

  bind.read(showAnnualReport, ({ actor, query, now }) =>
    apart(readAnnualReport, actor.townId, query.year, now),
  )

  bind.publicRead(showPublicReport, ({ params, query, now }) =>
    apart(readPublicReport, params.town, query.year, now),
  )

  bind.read(takeAnnualReport, async ({ reader, actor, query, now, context }) => {
    const report = await apart(readAnnualReport, actor.townId, query.year, now)
    const paper = annualPaper(query.year, report, await readLetterhead(reader, actor.townId), beijingDay(now))
    context.attachment(`${paper.title}.docx`)
    context.type = word
    context.set('Cache-Control', 'private, no-store')
    return writeWord(paper)
  })
}
