import { drawBits } from './chance'
import { type Fault } from './fault-shapes'
import { type State } from './state'

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

/** Draws only for a fault that depends on chance, so that the others leave the sequence of the seed alone. */
function strikes(state: State, { probability }: Fault): boolean {
  return probability === undefined || drawBits(state) < probability * 2 ** 32
}

/** The oldest fault waiting for this path, used up by one call unless it is left to chance. */
export function takeFault(state: State, path: string): Fault | undefined {
  const fault = state.faults.find((one) => matches(one.path, path) && strikes(state, one))
  if (!fault) return undefined
  if (fault.probability !== undefined && fault.times === undefined) return fault
  const left = (fault.times ?? 1) - 1
  if (left > 0) fault.times = left
  else state.faults.splice(state.faults.indexOf(fault), 1)
  return fault
}
