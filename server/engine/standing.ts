import { openActions, type Standing, turnOf } from '../../shared/grammar/decide'
import { type Due, dueOf } from '../../shared/grammar/due'
import type { Calendar } from '../../shared/rules/calendar'
import { beijingDay, type Day } from '../../shared/rules/days'
import { rulesOf } from '../../shared/rules/rules'
import { parties as allParties, type Party } from '../../shared/words/parties'
import { Refusal } from '../../shared/words/refusals'
import type { Reader } from '../database/source'
import { isoInstant, marks } from '../database/sql'
import { atOnce, part, readTogether } from '../database/together'
import { partyOfHouse } from './body'
import { type Holder, holdersOf } from './holders'
import { dueOfAsk, gatesOfAsks } from './asks/facts'
import { keptOf, keptParts } from './kept'
import type { Asker, At, Holders, Kind, MatterRecord } from './kind'
import { calendarDays, calendarOf, knownCalendar } from './read-calendar'

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
  about?: { moves: boolean },
): Promise<MatterStanding<S, P, G, R>> {
  return withPart(await standingNow(reader, kind, asker, id, now, about))
}

/** @throws Refusal `not_found` where the asker has no part in it */
export function withPart<Standing extends { parties: ReadonlySet<Party> }>(standing: Standing): Standing {
  if (standing.parties.size === 0) throw new Refusal('not_found')
  return standing
}

/** The same for somebody who may have no part in it. */
export async function standingNow<
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
  { moves } = { moves: false },
): Promise<MatterStanding<S, P, G, R>> {
  const [record, { holders, calendar }] = await atOnce(reader, () =>
    Promise.all([
      kind.read(reader, asker.townId, id),
      readAround<P>(reader, asker, [id], moves ? id : undefined),
    ]),
  )
  if (record === undefined) throw new Refusal('not_found')
  return standingIn(kind, record, asker, holders.get(id) ?? new Map<P, Holder>(), calendar, now)
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

/** As whom somebody stands to each of several matters; those to which one stands as nobody are not in it. */
type Around<P extends Party> = ReadonlyMap<string, ReadonlyMap<P, Holder>>

/**
 * What decides beside the record: as which parties somebody stands to these matters, and the calendar of the town.
 * @param moves one of them that is about to move: what is written of it is read along
 */
export async function readAround<P extends Party>(
  reader: Reader,
  asker: Asker,
  ids: readonly string[],
  moves?: string,
): Promise<{ holders: Around<P>; calendar: Calendar }> {
  const mine = 'system' in asker ? [] : holdersOf(asker)
  const known = knownCalendar(reader, asker.townId)
  const { held, kept, told, ...days } = await readTogether(reader, {
    held: mine.length === 0 || ids.length === 0 ? undefined : heldPart<P>(asker.townId, mine, ids),
    ...keptParts(moves),
    ...calendarDays(asker.townId, known),
  })
  if (moves !== undefined) keptOf(reader, moves, { kept, told })
  const calendar = known ?? calendarOf(reader, asker.townId, days)
  if ('system' in asker)
    return {
      calendar,
      holders: new Map(ids.map((id) => [id, new Map([[partyOfHouse(asker) as P, 'system']])])),
    }
  return {
    calendar,
    holders: new Map(
      [...new Set(held.map(({ id }) => id))].map((id) => [
        id,
        inOrder(held.filter((row) => row.id === id).map(({ party, holder }) => [party, holder])),
      ]),
    ),
  }
}

const heldPart = <P extends Party>(townId: string, mine: readonly Holder[], ids: readonly string[]) =>
  part<{ id: string; party: P; holder: Holder }>({
    columns: { id: 'h.matter_id', party: 'h.party', holder: 'h.holder' },
    from: `FROM matter_holder h
      WHERE h.matter_id IN (${marks(ids)}) AND h.holder IN (${marks(mine)}) AND h.town_id = ?`,
    order: 'h.matter_id, h.holder',
    parameters: [...ids, ...mine, townId],
  })

/** As which parties somebody is among those who hold a matter, and through which holder. */
export function partiesAmong<P extends Party>(holders: Holders<P>, asker: Asker): ReadonlyMap<P, Holder> {
  if ('system' in asker) return new Map([[partyOfHouse(asker) as P, 'system']])
  const mine = holdersOf(asker)
  const all = Object.entries(holders) as [P, readonly Holder[]][]
  return inOrder(
    all.flatMap(([party, those]) =>
      those
        .filter((holder) => mine.includes(holder))
        .sort()
        .map((holder) => [party, holder] as const),
    ),
  )
}

/** In the order of the vocabulary, so that of several the same one acts on every engine. */
function inOrder<P extends Party>(held: readonly (readonly [P, Holder])[]): ReadonlyMap<P, Holder> {
  const order = Object.keys(allParties)
  return new Map([...held].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)))
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
