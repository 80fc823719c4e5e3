import { type Fault } from './fault-shapes'
import { type State } from './state'

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

/** The oldest fault waiting for this path, used up by one call. */
export function takeFault(state: State, path: string): Fault | undefined {
  const fault = state.faults.find((one) => matches(one.path, path))
  if (!fault) return undefined
  const left = (fault.times ?? 1) - 1
  if (left > 0) fault.times = left
  else state.faults.splice(state.faults.indexOf(fault), 1)
  return fault
}
