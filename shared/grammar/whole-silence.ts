import type { Party } from '../words/parties'
import { actionNames } from './decide'
import { ladderOf, type LadderPlan, ladders } from './ladder'
import type { AnyTable } from './matter'
import { actionRow, nameOfState, type Say, stateRow, turnsOf } from './whole-rows'

/**
 * Held by several, and filled anew where somebody is gone: while such a post is awaited the ladder climbs to the one above,
 * which `whole-limits.ts` sees to. One person, one unit or one group may stay silent for good.
 */
const posts: readonly Party[] = ['congressOffice', 'presidium', 'system']

/** Whose silence would stop everything: each state that waits for somebody has a way on without them. */
export function faultsOfSilence(table: AnyTable, state: string, say: Say) {
  const row = stateRow(table, state)
  for (const turn of turnsOf(row)) {
    if (posts.includes(turn) || isQuiet(table, state, turn)) continue
    if (waysOn(table, state, turn).length === 0)
      say(
        nameOfState(table, state),
        `等 ${turn} 办，它一直不办就停在这里，请补一步别人可以走的（insteadOf），或到期由时钟走（byClock）。`,
      )
  }
}

/** The steps that others, or the clock, can take where this party is silent. */
export const waysOn = (table: AnyTable, state: string, silent: Party): string[] =>
  actionNames(table).filter((name) => {
    const { by, moves, byClock, insteadOf } = actionRow(table, name)
    return (
      moves[state] !== undefined &&
      (byClock === true || (insteadOf?.includes(silent) === true && by.some((party) => party !== silent)))
    )
  })

/** Nobody is harmed while it lies. */
function isQuiet(table: AnyTable, state: string, turn: Party) {
  const ladder = ladderOf(stateRow(table, state), turn)
  return ladder !== undefined && (ladders[ladder] as LadderPlan).quiet === true
}
