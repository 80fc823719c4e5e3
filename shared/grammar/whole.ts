import { refusals } from '../words/refusals'
import { actionNames, stateNames } from './decide'
import { targetsOf } from './moves'
import type { AnyTable } from './matter'
import { faultsOfAsk, faultsOfLimit } from './whole-limits'
import { faultsOfSilence } from './whole-silence'
import { actionRow, nameOfState, type Say, type StandsBehind, stateRow, turnsOf } from './whole-rows'
import { faultsOfStep } from './whole-steps'

/**
 * Whether a table is whole: what the types cannot see, because it lies between two rows. A server whose table lies does not
 * start, and says where; a test asks the same.
 * @returns everything that is wrong with it, a sentence each
 */
export function faultsOf(table: AnyTable, behind?: StandsBehind): string[] {
  const faults: string[] = []
  const say: Say = (row, wrong) =>
    void faults.push(`“${table.word}”（${table.kind}）的表前后不一致，${row}：${wrong}`)
  faultsOfGraph(table, say)
  faultsOfTurns(table, behind, say)
  for (const state of stateNames(table)) {
    faultsOfLimit(table, state, say)
    faultsOfSilence(table, state, say)
  }
  for (const ask of Object.keys(table.asks ?? {})) faultsOfAsk(table, ask, behind, say)
  for (const action of actionNames(table)) faultsOfStep(table, action, behind, say)
  faultsOfGates(table, say)
  return faults
}

/** Every state is reached from the first, and left again where somebody is awaited. */
function faultsOfGraph(table: AnyTable, say: Say) {
  const reached = new Set<string>([table.first])
  for (const from of reached)
    for (const action of actionNames(table))
      for (const to of targetsOf(actionRow(table, action).moves[from])) reached.add(to)
  for (const to of reached)
    if (table.states[to] === undefined) say(`步骤通向“${to}”`, '表里没有这个状态，请补上状态或改步骤。')
  for (const state of stateNames(table)) {
    const name = nameOfState(table, state)
    if (!reached.has(state)) say(name, '没有一步走得到这里，请补一步或删掉这个状态。')
    const leaves = actionNames(table).some((action) =>
      targetsOf(actionRow(table, action).moves[state]).some((to) => to !== state),
    )
    if (stateRow(table, state).waitsFor !== null && !leaves)
      say(name, '有人等着办，却没有一步走得出去，请补一步。')
  }
}

/** Whoever is awaited can act, stands to the matter, and has a limit; where nobody is, there is none. */
function faultsOfTurns(table: AnyTable, behind: StandsBehind | undefined, say: Say) {
  for (const state of stateNames(table)) {
    const row = stateRow(table, state)
    const name = nameOfState(table, state)
    if (row.limit !== null && row.waitsFor === null) say(name, '有期限，却没有写等谁办。')
    if (row.limit === null && row.waitsFor !== null) say(name, '写了等谁办，却没有期限。')
    for (const party of turnsOf(row)) {
      const canAct = actionNames(table).some(
        (action) =>
          actionRow(table, action).by.includes(party) && actionRow(table, action).moves[state] !== undefined,
      )
      if (!canAct) say(name, `等 ${party} 办，却没有一步归它办。`)
      if (party !== 'system' && behind !== undefined && !behind.parties.includes(party))
        say(name, `等 ${party} 办，这种事里却没有人是它（kind.ts 的 holders）。`)
    }
  }
}

/** Whoever finds a gate closed reads a sentence that says what to do, or how it stands. */
function faultsOfGates(table: AnyTable, say: Say) {
  const named = [
    ...actionNames(table).flatMap((action) => actionRow(table, action).needs),
    ...stateNames(table).flatMap((state) => Object.keys(stateRow(table, state).waitsInsteadFor ?? {})),
    ...table.announced,
  ]
  for (const gate of new Set([...named, ...Object.keys(table.gates)])) {
    const code = table.gates[gate]
    const sentence =
      code === undefined ? undefined : (refusals[code] as readonly [number, string] | undefined)?.[1]
    if (sentence === undefined) say(`条件 ${gate}`, '没有写不成立时的拒绝，请在 gates 里补上。')
    else if (!/^.{6,}。$/.test(sentence)) say(`条件 ${gate}`, `拒绝 ${code} 没有说清怎么办。`)
    // An ask brings all of its gates, whether they are used or not.
    if (!named.includes(gate) && !gate.includes('.')) say(`条件 ${gate}`, '没有一行用到它，请删掉。')
  }
}
