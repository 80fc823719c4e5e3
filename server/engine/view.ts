import { gatedActions, openActions } from '../../shared/grammar/decide'
import { fill } from '../../shared/words/messages'
import type { Party } from '../../shared/words/parties'
import type { Reader } from '../database/source'
import { viewAsks } from './asks/view'
import type { Kind, MatterRecord } from './kind'
import type { MatterStanding } from './standing'
import { readTimeline } from './timeline'

/** What every view of a matter has, of whatever kind: where it stands, what may be done now, and what was done. */
export async function viewMatter<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>(reader: Reader, kind: Kind<S, A, P, G, R>, standing: MatterStanding<S, P, G, R>, now: Date) {
  const { table } = kind
  const { record, state, due, turn, parties } = standing
  const { plain, step } = table.states[state]
  return {
    id: record.id,
    version: record.version,
    state,
    plain: fill(plain, kind.words(record, now)),
    step: step,
    waitsFor: turn,
    due: due === null ? null : { on: due.on, urgency: due.urgency },
    actions: openActions(table, standing),
    gated: gatedActions(table, standing),
    ...(table.asks === undefined || [...parties].every((party) => party === 'resident')
      ? {}
      : { asks: viewAsks(table, record, now) }),
    timeline: await readTimeline<A>(reader, table, record.id, parties),
  }
}
