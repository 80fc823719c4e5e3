import { beijingDay } from '../../../shared/rules/days'
import { ToldHow } from '../../database/entities/opinion/told-how'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { kind } from './kind'

/**
 * A resident's matter has ended: from now on somebody owes them the word of it, first the deputy; the office where the
 * deputy cannot, or where it has answered itself.
 */
export async function beginTelling(
  tx: Tx,
  { townId, opinionId, byOffice }: { townId: string; opinionId: string; byOffice: boolean },
  now: Date,
) {
  const id = newId()
  const nothingYet = { how: null, toldOn: null, toldById: null, inWords: null, said: null }
  const [last] = await tx.query<{ no: number | null }[]>(
    'SELECT MAX(end_no) AS no FROM told_how WHERE resident_opinion_id = ?',
    [opinionId],
  )
  const endNo = Number(last?.no ?? 0) + 1
  await tx.insert(ToldHow, {
    ...{ endNo, id, townId, residentOpinionId: opinionId, openForId: opinionId, endedOn: beijingDay(now) },
    ...{ ...nothingYet, because: null, tried: null },
  })
  const state = byOffice ? 'withOffice' : 'owed'
  await begin(tx, kind, { id, townId }, { state, party: 'system', personId: null }, now)
}
