import { gatedActions, openActions } from '../../shared/grammar/decide'
import { fill } from '../../shared/words/messages'
import type { Party } from '../../shared/words/parties'
import type { Step } from '../../shared/words/words'
import type { Reader } from '../database/source'
import type { Kind, MatterRecord } from './kind'
import type { MatterStanding } from './standing'
import { readTimeline } from './timeline'

/** What the view of every matter has: where it stands, what may be done now by whoever asks, and what was done. */
export async function presentMatter<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>(reader: Reader, kind: Kind<S, A, P, G, R>, standing: MatterStanding<S, P, G, R>) {
  const { table } = kind
  const { record, due, turn, parties, at } = standing
  const state = table.states[record.state]
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    plain: fill(state.plain, kind.words(record, at.now)),
    step: state.step satisfies Step,
    waitsFor: turn,
    due: due === null ? null : { on: due.on, urgency: due.urgency },
    actions: openActions(table, standing),
    gated: gatedActions(table, standing),
    timeline: await readTimeline<A>(reader, table, record.id, parties),
  }
}
