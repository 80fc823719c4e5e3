import { showGuide } from '../../../shared/api/guides'
import { rulesOf } from '../../../shared/rules/rules'
import { guideFor } from '../../../shared/words/guides'
import type { Bind } from '../../http/bind'
import { readTownRules } from '../rules/rule-set'
import { knownTown } from '../towns/known-town'

export function routes(bind: Bind) {
  bind.publicRead(showGuide, async ({ reader, params, query }) => {
    const { id } = await knownTown(reader, params.town)
    return guideFor(query.reader, rulesOf(await readTownRules(reader, id)))
  })
}
