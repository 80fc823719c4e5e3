import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { act } from '../../engine/act'
import { systemOf } from '../../engine/kind'
import { standingOf } from '../../engine/standing'
import type { Actor } from '../../http/actor'
import { kind as toldHow } from '../told-how/kind'
import { kind } from './kind'

/**
 * Whoever wrote has read how it ended, which tells them of it; where they were told before, that stays.
 * @throws Refusal `not_found` where whoever asks has no part in it, `not_your_step` where they did not write it
 */
export async function noteEndSeen(tx: Tx, actor: Actor, id: string, now: Date) {
  const { record, parties } = await standingOf(tx, kind, actor, id, now)
  if (!parties.has('resident')) throw new Refusal('not_your_step')
  const { townId, state, untoldId } = record
  if (state === 'closed' && untoldId !== null)
    await act(tx, toldHow, systemOf(townId), untoldId, 'opened', { form: {} }, now)
  return { done: true } as const
}
