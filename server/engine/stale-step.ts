import type { AnyTable } from '../../shared/grammar/matter'
import { beijingDay } from '../../shared/rules/days'
import { saySteppedSince } from '../../shared/words/changed-since'
import type { Party } from '../../shared/words/parties'
import { Refusal } from '../../shared/words/refusals'
import type { Reader } from '../database/source'
import { readTimeline } from './timeline'

/**
 * Whoever comes second is told who was first and what they did, as far as the history would show it to them.
 * @param matter as it is now
 */
export async function staleStep(
  reader: Reader,
  table: AnyTable & { actions: Readonly<Record<string, unknown>> },
  matter: { record: { id: string; state: string }; parties: ReadonlySet<Party> },
  seen: number,
  now: Date,
): Promise<Refusal> {
  const { record, parties } = matter
  const events = await readTimeline<string>(reader, table, record.id, parties, seen)
  const done = events.flatMap(({ action, at, by, note }) => {
    const label = table.actions[action]?.label
    return label === undefined ? [] : [{ at, by, what: `“${label}”`, changes: [], why: note }]
  })
  const state = table.states[record.state]?.label ?? ''
  return done.length === 0
    ? new Refusal('stale')
    : new Refusal('stale', {}, saySteppedSince(done, state, beijingDay(now)))
}
