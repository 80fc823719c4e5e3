import { away } from './away'
import { bomb } from './bomb'
import { canary } from './canary'
import { cluster } from './cluster'
import { fill } from './fill'
import { kill } from './kill'
import { lock } from './lock'
import { odd } from './odd'
import type { Scenario } from './scenario'
import { stop } from './stop'

/** A line for each way to hurt the house. */
export const scenarios: readonly Scenario[] = [kill, fill, lock, away, cluster, stop, bomb, odd, canary]
