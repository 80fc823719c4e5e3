import type { Party } from '../words/parties'
import type { ActionRow, AnyTable, StateRow } from './matter'

/** What the check of a table knows of the half of its kind that asks a database. */
export interface StandsBehind {
  /** Who can hold a matter of the kind, or is told by its effects. */
  parties: readonly Party[]
  /** Words in its public lines are checked. */
  checksLines: boolean
}

/** What a row says that another one does not bear out. */
export type Say = (row: string, wrong: string) => void

export const stateRow = (table: AnyTable, state: string) => table.states[state] as StateRow<Party, string>
export const actionRow = (table: AnyTable, action: string) =>
  table.actions[action] as ActionRow<string, Party, string>
export const nameOfState = (table: AnyTable, state: string) =>
  `状态“${stateRow(table, state).label}”（${state}）`
export const nameOfStep = (table: AnyTable, action: string) =>
  `步骤“${actionRow(table, action).label}”（${action}）`

/** Every party whose turn it can be in a state. */
export const turnsOf = ({ waitsFor, waitsInsteadFor = {} }: StateRow<Party, string>): Party[] => [
  ...new Set([...(waitsFor === null ? [] : [waitsFor]), ...(Object.values(waitsInsteadFor) as Party[])]),
]
