import type { InputOf } from '../../../shared/grammar/endpoint'
import type { takeBackElected as endpoint } from '../../../shared/api/term'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { endRows } from '../../engine/registers/keep'
import { allRows } from '../../engine/registers/rows'
import type { Actor } from '../../http/actor'
import { registerNamed } from '../registers/found'

/**
 * The whole list that waits for the first session; each row of it can be restored. Who came into the register with the
 * list stays there.
 * @throws Refusal `nothing_changed` where nobody waits, `stale` where it is not the list that was looked at
 */
export async function takeBackElected(
  tx: Tx,
  actor: Actor,
  { version, form: { why } }: InputOf<typeof endpoint>,
  now: Date,
) {
  const kept = registerNamed('electedDeputy')
  const waiting = (await allRows(tx, kept, actor.townId)).filter(({ endedOn }) => endedOn === null)
  if (waiting.length === 0) throw new Refusal('nothing_changed', {}, '新一届名单上没有人，不用撤下。')
  if (version !== waiting.reduce((sum, row) => sum + row.version + 1, 0))
    throw new Refusal('stale', {}, `名单刚刚有人改过，现在有 ${waiting.length} 位。请看过现在的名单再办。`)
  const ended = { endedOn: beijingDay(now), endedKind: null, endedWhy: why, endedPaper: null }
  await endRows(tx, kept, actor, waiting, ended, now)
}
