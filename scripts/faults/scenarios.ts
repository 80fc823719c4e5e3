import { kill } from './kill'
import type { Scenario } from './scenario'

/** A line for each way to hurt the house. */
export const scenarios: readonly Scenario[] = [kill]
