import type { AnyTable } from '../../../shared/grammar/matter'
import type { MatterView } from '../../../shared/grammar/matter-view'
import { parties } from '../../../shared/words/parties'

/** Whether the one who looks is whom the matter waits for: a step of nobody else is open to them. */
const isMine = (table: AnyTable, { waitsFor, actions }: MatterView) =>
  actions.some((name) => {
    const by = table.actions[name]?.by ?? []
    return by.length === 1 && by[0] === waitsFor
  })

/** `您`, the name of whom it waits for, or what they are to it; nobody where it rests or goes on by itself. */
export const awaitedIn = (table: AnyTable, view: MatterView, named?: string | null) =>
  view.waitsFor === null || view.waitsFor === 'system'
    ? null
    : isMine(table, view)
      ? '您'
      : (named ?? parties[view.waitsFor])

/** Who is awaited when this step is taken from where the matter stands; nothing where the form has a say in it. */
export function followsFrom(table: AnyTable, state: string, step: string): string | null {
  const move = table.actions[step]?.moves[state]
  const next = typeof move === 'string' && move !== state ? table.states[move]?.waitsFor : null
  return next && next !== 'system' ? `之后等${parties[next]}。` : null
}

/**
 * Since when it is their turn: since it came into this state; where it waits for somebody else inside of the state, since
 * the last step. Unknown to whoever reads of no steps.
 */
export function turnSince(table: AnyTable, { state, waitsFor, timeline }: MatterView): string | null {
  if (waitsFor === null) return null
  const isOfState = table.states[state]?.waitsFor === waitsFor
  const begun = timeline.filter(({ action }) => !isOfState || comesInto(table, action, state))
  return begun[begun.length - 1]?.at ?? null
}

const comesInto = (table: AnyTable, action: string, state: string) =>
  action === 'start'
    ? table.first === state
    : Object.entries(table.actions[action]?.moves ?? {}).some(
        ([from, to]) => from !== state && leadsTo(to, state),
      )

const leadsTo = (to: unknown, state: string): boolean =>
  typeof to === 'object' && to !== null ? Object.values(to).some((one) => leadsTo(one, state)) : to === state

/** The last step that somebody else has taken: what one answers to. */
export const lastOfOthers = <E extends { by: string; action: string }>(
  timeline: readonly E[],
  own: readonly string[],
): E | undefined =>
  [...timeline]
    .reverse()
    .find(({ by, action }) => action !== 'start' && !own.some((name) => by.endsWith(name)))
