import type { InputOf } from '../../../shared/grammar/endpoint'
import type { startPoster as endpoint } from '../../../shared/matters/poster/endpoints'
import { addMonths, beijingDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { Poster } from '../../database/entities/matters/poster'
import { newId } from '../../database/id'
import { isDuplicate } from '../../database/sql-errors'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import type { Actor } from '../../http/actor'
import { kind } from './kind'

/** Hangs the first issue at a station that has none. @returns its id */
export async function startPoster(
  tx: Tx,
  { townId, person }: Actor,
  { stationId, every }: InputOf<typeof endpoint>,
  now: Date,
): Promise<string> {
  const id = newId()
  const asOf = beijingDay(now)
  const everyMonths = Number(every)
  const first = { issueNo: 1, asOf, everyMonths, nextOn: addMonths(asOf, everyMonths) }
  try {
    await tx.insert(Poster, {
      id,
      townId,
      liaisonStationId: stationId,
      hangingStationId: stationId,
      ...first,
    })
  } catch (error) {
    if (isDuplicate(error))
      throw wrongField('stationId', '这个站点已经贴着海报，请打开它印下一期，或者选别的站点。')
    throw error
  }
  await begin(tx, kind, { id, townId }, { party: 'congressOffice', personId: person?.id ?? null }, now)
  return id
}
