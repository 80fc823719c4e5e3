import { gatedActions, openActions } from '../../shared/grammar/decide'
import { dueOf, spanOf } from '../../shared/grammar/due'
import type { Limit, Move, StateRow } from '../../shared/grammar/matter'
import { type Profile } from '../../shared/rules/profiles'
import { spokenSpan } from '../../shared/rules/spans'
import { fill } from '../../shared/words/messages'
import type { Party } from '../../shared/words/parties'
import type { Reader } from '../database/source'
import { isoInstant } from '../database/sql'
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
  const actions = openActions(table, standing)
  return {
    id: record.id,
    version: record.version,
    state,
    plain: fill(plain, kind.words(record, now)),
    step: step,
    waitsFor: turn,
    due: due === null ? null : { on: due.on, urgency: due.urgency },
    actions,
    gated: gatedActions(table, standing),
    ...limitsAfter(kind, standing, actions),
    ...(table.asks === undefined || [...parties].every((party) => party === 'resident')
      ? {}
      : { asks: viewAsks(table, record, now) }),
    timeline: await readTimeline<A>(reader, table, record.id, parties),
  }
}

/** How much time whoever is awaited next has, and until when, were each of these steps taken now. */
function limitsAfter<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>({ table }: Kind<S, A, P, G, R>, { record, state, at }: MatterStanding<S, P, G, R>, actions: readonly A[]) {
  const { rules, now, calendar } = at
  const limits = actions.flatMap((action) => {
    const { moves, keepsTime } = table.actions[action]
    const to: Move<S> | undefined = moves[state]
    if (typeof to !== 'string' || to === state) return []
    const row: StateRow<P, G> = table.states[to]
    const length = lengthOf(row.limit, rules)
    const since = keepsTime === true ? new Date(isoInstant(record.stateSince)) : now
    const due = length === null ? null : dueOf(row, since, null, rules, now, calendar)
    return length === null || due === null ? [] : [{ action, length, on: due.on }]
  })
  return limits.length === 0 ? {} : { limits }
}

/** As it is spoken: `10 个工作日`; null where it is hours, another clock or a day of the matter itself that counts. */
const lengthOf = (limit: Limit | null, profile: Profile): string | null =>
  limit === null || typeof limit === 'string' || 'day' in limit || 'hours' in limit
    ? null
    : spokenSpan(spanOf(limit, profile))
