import type { InputOf } from '../../../shared/grammar/endpoint'
import type { mergeUnit as endpoint } from '../../../shared/api/units'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { historyOf } from '../../engine/registers/history'
import { endRow } from '../../engine/registers/keep'
import { rowById } from '../../engine/registers/rows'
import { staleSince } from '../../engine/settings'
import type { Actor } from '../../http/actor'
import { openOfUnit } from '../places/open-of-unit'
import { unitsToGive } from '../places/reach'
import { registerNamed } from '../registers/found'
import { mergedInto } from './said'
import { succeed } from './succeed'

/**
 * 并入: what is open goes to the other unit, what has ended stays where it was, and the unit ends on that day.
 * @returns how many went over. @throws Refusal `not_found`, `stale`, `nothing_changed`, `bad_input`, `nobody_there`
 */
export async function mergeUnit(
  tx: Tx,
  actor: Actor,
  unitId: string,
  { version, form }: InputOf<typeof endpoint>,
  now: Date,
): Promise<number> {
  const { townId } = actor
  const kept = registerNamed('handlingUnit')
  const { intoUnitId, endedOn } = form
  if (intoUnitId === unitId) throw wrongField('intoUnitId', '请选另一个单位，不能并入它自己。')
  await unitsToGive(tx, townId, [intoUnitId], form.nobodyConfirmed === true)
  const [from, into] = [await rowById(tx, kept, townId, unitId), await rowById(tx, kept, townId, intoUnitId)]
  if (from.version !== version) throw staleSince(await historyOf(tx, kept, actor, unitId, version), now)
  if (from.endedOn !== null) throw new Refusal('nothing_changed')
  const open = await openOfUnit(tx, townId, unitId)
  const reason = mergedInto(String(from.values.name), String(into.values.name))
  await succeed(tx, townId, open, { fromUnitId: unitId, toUnitId: intoUnitId, reason }, now)
  await endRow(tx, kept, actor, unitId, { version, form: { endedOn, endedWhy: reason } }, now)
  await tx.query('UPDATE handling_unit SET merged_into_id = ? WHERE town_id = ? AND id = ?', [
    intoUnitId,
    townId,
    unitId,
  ])
  return open.length
}
