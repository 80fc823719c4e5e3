import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A deputy who has answered, or made a suggestion of it, waits for somebody else. Who holds these opinions is derived anew
 * when the server starts.
 */
export class WhoeverAnsweredWaits1795219205360 implements MigrationInterface {
  name = 'WhoeverAnsweredWaits1795219205360'

  up = (runner: QueryRunner) => deriveAnew(runner)
  down = (runner: QueryRunner) => deriveAnew(runner)
}

const deriveAnew = (runner: QueryRunner) =>
  runner.query(
    `UPDATE matter SET next_at = '1970-01-01 00:00:00.000'
     WHERE kind = 'opinion' AND state IN ('replied', 'inSuggestion')`,
  )
