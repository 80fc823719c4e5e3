import type { InputOf } from '../../../shared/grammar/endpoint'
import type { splitUnit as endpoint } from '../../../shared/api/units'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { historyOf } from '../../engine/registers/history'
import { addRow } from '../../engine/registers/keep'
import { rowById } from '../../engine/registers/rows'
import { staleSince } from '../../engine/settings'
import type { Actor } from '../../http/actor'
import { openOfUnit } from '../places/open-of-unit'
import { registerNamed } from '../registers/found'
import { splitOff } from './said'
import { succeed } from './succeed'

/**
 * 分设: a new unit comes out of one that goes on, with those open matters that were picked. It has nobody yet, which the
 * register says until somebody is bound.
 * @throws Refusal `not_found`, `stale`, `wrong_state` of a unit that has ended, `bad_input`
 */
export async function splitUnit(
  tx: Tx,
  actor: Actor,
  unitId: string,
  { version, form }: InputOf<typeof endpoint>,
  now: Date,
): Promise<{ id: string; moved: number }> {
  const { townId } = actor
  const kept = registerNamed('handlingUnit')
  const from = await rowById(tx, kept, townId, unitId)
  if (from.version !== version) throw staleSince(await historyOf(tx, kept, actor, unitId, version), now)
  if (from.endedOn !== null) throw new Refusal('wrong_state')
  const { matterIds = [], ...values } = form
  const open = await openOfUnit(tx, townId, unitId)
  const picked = open.filter((one) => matterIds.includes(one.id))
  if (picked.length !== new Set(matterIds).size)
    throw wrongField('matterIds', '选的事里有已经办完或改由别的单位办的，请重新选。')
  const id = await addRow(tx, kept, actor, values, now)
  const reason = splitOff(String(from.values.name), values.name)
  await succeed(tx, townId, picked, { fromUnitId: unitId, toUnitId: id, reason }, now)
  return { id, moved: picked.length }
}
