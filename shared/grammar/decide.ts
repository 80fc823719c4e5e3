import { fill } from '../words/messages'
import { type AskPlan, gateOf } from './ask'
import { notYet } from './not-yet'
import { own } from './own'
import type { Party } from '../words/parties'
import { Refusal, type RefusalCode, refusals } from '../words/refusals'
import type { ActionRow, MatterTable, Move } from './matter'

/** How one person stands to one matter right now: all that a table needs to decide. */
export interface Standing<S extends string, P extends Party, G extends string> {
  state: S
  parties: ReadonlySet<P>
  /** Gates that are open. */
  open: ReadonlySet<G>
  /**
   * What a step may lead by besides its form: where the matter came from, what the town's rules say; and words for
   * the sentence of a closed gate.
   */
  facts?: Readonly<Record<string, string>>
}

const isParty = <S extends string, P extends Party, G extends string>(
  row: ActionRow<S, P, G>,
  parties: ReadonlySet<P>,
) => row.by.some((party) => parties.has(party))

/** The ask whose answer everybody waits for. */
export const askAwaited = <S extends string, P extends Party>(
  table: { asks?: Readonly<Record<string, AskPlan<S, P>>> },
  state: S,
  open: ReadonlySet<string>,
): AskPlan<S, P> | undefined =>
  Object.entries(table.asks ?? {}).find(
    ([name, { stops, in: states }]) =>
      stops === true && states.includes(state) && open.has(gateOf(name, 'open')),
  )?.[1]

/** Whose turn it is: who is asked and waited for, else the party of the state, or who an open gate puts in its place. */
export function turnOf<S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
  state: S,
  open: ReadonlySet<G>,
): P | null {
  const asked = askAwaited(table, state, open)
  if (asked !== undefined) return asked.to
  const row = table.states[state]
  const instead = Object.entries(row.waitsInsteadFor ?? {}) as [G, P][]
  return instead.find(([gate]) => open.has(gate))?.[1] ?? row.waitsFor
}

/** The steps that this person may take now, in the order of the table. */
export function openActions<S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
  standing: Standing<S, P, G>,
): A[] {
  return actionNames(table).filter((name) => {
    const row = table.actions[name]
    return (
      isParty(row, standing.parties) &&
      row.moves[standing.state] !== undefined &&
      row.needs.every((gate) => standing.open.has(gate))
    )
  })
}

/** The steps that would be this person's, were it not for a closed gate worth telling of, and what it waits for. */
export function gatedActions<S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
  standing: Standing<S, P, G>,
): { action: A; because: RefusalCode }[] {
  return actionNames(table).flatMap((name) => {
    const row = table.actions[name]
    if (!isParty(row, standing.parties) || row.moves[standing.state] === undefined) return []
    const closed = row.needs.find((gate) => !standing.open.has(gate))
    return closed === undefined || !table.announced.includes(closed)
      ? []
      : [{ action: name, because: table.gates[closed] }]
  })
}

/**
 * Applies the table to one step and answers the state it leads to.
 * @throws Refusal `not_your_step`, `wrong_state` with what comes first, or the refusal of the first closed gate
 */
export function decide<S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
  action: A,
  standing: Standing<S, P, G>,
  input: Readonly<Record<string, unknown>>,
): S {
  const row = table.actions[action]
  if (!isParty(row, standing.parties)) throw new Refusal('not_your_step')
  const move = row.moves[standing.state]
  if (move === undefined) throw new Refusal('wrong_state', {}, notYet(table, action, standing))
  for (const gate of row.needs) {
    const code = table.gates[gate]
    if (!standing.open.has(gate)) throw new Refusal(code, {}, fill(refusals[code][1], standing.facts ?? {}))
  }
  let at: Move<S> | undefined = move
  for (const name of row.decidedBy ?? []) {
    if (typeof at !== 'object') break
    const answer = input[name] ?? standing.facts?.[name]
    at = typeof answer === 'string' ? own(at, answer) : undefined
  }
  if (typeof at !== 'string') throw new Refusal('bad_input')
  return at
}

export const actionNames = <A extends string>(table: { actions: Readonly<Record<A, unknown>> }) =>
  Object.keys(table.actions) as A[]
export const stateNames = <S extends string>(table: { states: Readonly<Record<S, unknown>> }) =>
  Object.keys(table.states) as S[]
