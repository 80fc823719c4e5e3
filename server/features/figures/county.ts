import type { FigureGroup, showCountyFigures } from '../../../shared/api/figures'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { mayDo } from '../../../shared/permissions'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { actorIn } from '../../http/actor'
import { countSilent } from '../silence/count-silent'
import type { Period } from './cohort'
import { add, figuresOf, nothing, readFigures } from './queries'

/**
 * All towns of a county, a row each. Every town is asked for itself, and only where this account may follow its
 * figures: staff of another county see none. @throws Refusal `not_allowed`
 */
export async function readCountyFigures(
  reader: Reader,
  accountId: string,
  countyId: string,
  period: Period,
  now: Date,
): Promise<OutputOf<typeof showCountyFigures>> {
  const towns = await reader.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM town WHERE county_id = ? ORDER BY name, id',
    [countyId],
  )
  const groups: FigureGroup[] = []
  const silence: OutputOf<typeof showCountyFigures>['silence'] = []
  for (const { id, name } of towns) {
    const { roles } = await actorIn(reader, accountId, id)
    if (!mayDo('followCounty', roles)) throw new Refusal('not_allowed')
    const { total } = await readFigures(reader, id, period, now)
    groups.push({ key: id, name, partOf: null, ...total })
    silence.push({ id, name, counted: await countSilent(reader, id, beijingDay(now)) })
  }
  if (towns.length === 0) throw new Refusal('not_allowed')
  return { total: figuresOf(groups.map(({ counts }) => counts).reduce(add, nothing)), groups, silence }
}
