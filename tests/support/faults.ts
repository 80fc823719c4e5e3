import type { Ground, Scenario } from '../../scripts/faults/scenario'
import { engineOfTests, mariadbOfTests } from './database'

/** The small form of a scenario, on the engine of this test project. */
export const groundOf = ({ times }: Scenario): Ground => ({
  engine: engineOfTests,
  ...(engineOfTests === 'mariadb' ? { mariadb: mariadbOfTests() } : {}),
  times: times.small,
  say: () => {},
})
