import { openActions, type Standing, turnOf } from '../../shared/grammar/decide'
import { type Due, dueOf } from '../../shared/grammar/due'
import type { Calendar } from '../../shared/rules/calendar'
import { beijingDay, type Day } from '../../shared/rules/days'
import { rulesOf } from '../../shared/rules/rules'
import { parties as allParties, type Party } from '../../shared/words/parties'
import { Refusal } from '../../shared/words/refusals'
import type { Reader } from '../database/source'
import { isoInstant, marks } from '../database/sql'
import { type Holder, holdersOf } from './holders'
import { dueOfAsk, gatesOfAsks } from './asks/facts'
import type { Asker, At, Kind, MatterRecord } from './kind'
import { readCalendar } from './read-calendar'

/** How somebody stands to a matter, with the matter itself: all that a view, a list or a step needs. */
export type MatterStanding<S extends string, P extends Party, G extends string, R> = Standing<S, P, G> & {
  record: R
  /** Whose turn it is. */
  turn: P | null
  due: Due | null
  at: At
  /** As whom of the holders one stands to it. */
  holders: ReadonlyMap<P, Holder>
}

/**
 * Reads a matter and how the asker stands to it.
 * @throws Refusal `not_found` where it is none of the asker's business, or of another town
 */
export async function standingOf<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>(
  reader: Reader,
  kind: Kind<S, A, P, G, R>,
  asker: Asker,
  id: string,
  now: Date,
): Promise<MatterStanding<S, P, G, R>> {
  const record = await kind.read(reader, asker.townId, id)
  if (record === undefined) throw new Refusal('not_found')
  const holders = await partiesOf<P>(reader, asker, id)
  if (holders.size === 0) throw new Refusal('not_found')
  const calendar = await readCalendar(reader, asker.townId)
  return standingIn(kind, record, asker, holders, calendar, now)
}

/** The same of a matter that has been read, by the parties that are known. */
export function standingIn<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>(
  kind: Kind<S, A, P, G, R>,
  record: R,
  asker: Asker | null,
  holders: ReadonlyMap<P, Holder>,
  calendar: Calendar,
  now: Date,
): MatterStanding<S, P, G, R> {
  const when = { now, today: beijingDay(now), rules: rulesOf(record), calendar, asker }
  const at: At = { ...when, due: dueIn(kind, record, { ...when, due: null }) }
  const gates: Readonly<Partial<Record<string, boolean>>> = kind.gates(record, at)
  const open = new Set([
    ...(Object.keys(gates) as G[]).filter((gate) => gates[gate]),
    ...(gatesOfAsks(kind, record, at) as ReadonlySet<string> as ReadonlySet<G>),
  ])
  const facts = kind.facts?.(record, at)
  return {
    record,
    state: record.state,
    parties: new Set(holders.keys()),
    holders,
    open,
    ...(facts === undefined ? {} : { facts }),
    turn: turnOf(kind.table, record.state, open),
    due: at.due,
    at,
  }
}

function dueIn<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>(kind: Kind<S, A, P, G, R>, record: R, at: At): Due | null {
  const own = dueOfAsk(kind, record, at) ?? kind.due?.(record, at)
  if (own !== undefined) return own
  const dayOf = (name: string) => (record as unknown as Record<string, Day | null>)[name] ?? null
  return dueOf(
    kind.table.states[record.state],
    new Date(isoInstant(record.stateSince)),
    kind.deadlineOn?.(record) ?? null,
    at.rules,
    at.now,
    at.calendar,
    dayOf,
  )
}

/** As which parties somebody stands to one matter, and through which holder. */
export const partiesOf = async <P extends Party>(
  reader: Reader,
  asker: Asker,
  id: string,
): Promise<ReadonlyMap<P, Holder>> =>
  (await partiesIn<P>(reader, asker, [id])).get(id) ?? new Map<P, Holder>()

/** The same of several matters; those to which one stands as nobody are not in it. */
export async function partiesIn<P extends Party>(
  reader: Reader,
  asker: Asker,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<P, Holder>>> {
  if ('system' in asker) return new Map(ids.map((id) => [id, new Map([['system' as P, 'system']])]))
  const mine = holdersOf(asker)
  const rows = await reader.query<{ id: string; party: P; holder: Holder }[]>(
    `SELECT matter_id AS id, party, holder FROM matter_holder
     WHERE matter_id IN (${marks(ids)}) AND holder IN (${marks(mine)}) AND town_id = ?`,
    [...ids, ...mine, asker.townId],
  )
  const order = Object.keys(allParties)
  // In the order of the vocabulary, so that of several the same one acts on every engine.
  rows.sort((one, other) => order.indexOf(one.party) - order.indexOf(other.party))
  const found = new Map<string, Map<P, Holder>>()
  for (const { id, party, holder } of rows) {
    const parties = found.get(id) ?? new Map<P, Holder>()
    found.set(id, parties.set(party, holder))
  }
  return found
}

/** The one step that leads on for a party: the last of its primary ones, for a table is in the order of a life. */
export function nextStep<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>(kind: Kind<S, A, P, G, R>, standing: MatterStanding<S, P, G, R>, party: P): A | null {
  const steps = openActions(kind.table, { ...standing, parties: new Set([party]) })
  return steps.filter((name) => kind.table.actions[name].tone === 'primary').pop() ?? null
}
