import { bomb } from './bomb'
import { kill } from './kill'
import type { Scenario } from './scenario'
import { stop } from './stop'

/** A line for each way to hurt the house. */
export const scenarios: readonly Scenario[] = [kill, stop, bomb]
