import * as api from '../../../shared/api/figures'
import { showPersonTimes } from '../../../shared/api/person-times'
import { annualPaper } from '../../../shared/papers/annual-words'
import { word } from '../../../shared/papers/paper'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { writeWord } from '../../gateways/word/write-word'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { readLetterhead } from '../papers/letterhead'
import { giveReport, givenPaper } from './given-reports'
import {
  listAgeing,
  readAnnualFigures,
  readAnnualReport,
  readCountyFigures,
  readFigures,
  readMonth,
  readPersonTimes,
  readPublicReport,
  readTold,
} from './apart'

export function routes(bind: Bind, { apart }: RouteParts) {
  bind.read(api.showFigures, ({ actor, query, now }) => apart(readFigures, actor.townId, query, now))

  bind.read(api.showMonth, ({ actor, now }) => apart(readMonth, actor.townId, now))

  bind.read(showPersonTimes, ({ actor, query, now }) => apart(readPersonTimes, actor.townId, query.year, now))

  bind.read(api.showToldFigures, ({ actor, now }) => apart(readTold, actor.townId, now))

  bind.accountRead(api.showCountyFigures, ({ accountId, params, query, now }) =>
    apart(readCountyFigures, accountId, params.county, query, now),
  )

  bind.read(api.listAgeing, ({ actor, query, now }) => apart(listAgeing, actor, query, now))

  bind.read(api.showAnnualReport, ({ actor, query, now }) =>
    apart(readAnnualReport, actor.townId, query.year, now),
  )

  bind.writeAfter(
    api.giveReport,
    ({ actor, input, now }) => apart(readPublicReport, actor.townId, input.year, now),
    ({ tx, actor, input, prepared, now }) => {
      if (actor.person === null) throw new Refusal('not_allowed')
      return giveReport(tx, { townId: actor.townId, personId: actor.person.id }, input.year, prepared, now)
    },
  )

  bind.publicRead(api.showPublicReport, ({ params, query, now }) =>
    apart(readPublicReport, params.town, query.year, now),
  )

  bind.read(api.takeAnnualReport, async ({ reader, actor, query, now, context }) => {
    const { year, given } = query
    const paper =
      given === undefined
        ? annualPaper(
            year,
            await apart(readAnnualFigures, actor.townId, year, now),
            await readLetterhead(reader, actor.townId),
            beijingDay(now),
          )
        : await givenPaper(reader, actor.townId, year, given)
    context.attachment(`${paper.title}.docx`)
    context.type = word
    context.set('Cache-Control', 'private, no-store')
    return writeWord(paper)
  })
}
