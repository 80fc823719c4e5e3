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
