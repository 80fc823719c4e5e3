import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A suggestion that was put on the shelf ended when it was closed: the half-year of its end, its line in the ledger and
 * the last word about it go by that day.
 */
export class ShelvedMattersEndedWhenTheyEnded1795219203100 implements MigrationInterface {
  name = 'ShelvedMattersEndedWhenTheyEnded1795219203100'

  up = (runner: QueryRunner) => endedAt(runner, 'closed')
  down = (runner: QueryRunner) => endedAt(runner, 'archived')
}

/** As long as the matter stands on the shelf, by the step that led it into this state. */
async function endedAt(runner: QueryRunner, state: 'closed' | 'archived') {
  const last = `SELECT MAX(e.recorded_at) FROM matter_event e WHERE e.matter_id = matter.id
    AND e.kind = 'suggestion' AND e.to_state = '${state}' AND e.from_state <> e.to_state`
  await runner.query(
    `UPDATE matter SET state_since = (${last})
     WHERE kind = 'suggestion' AND state = 'archived' AND (${last}) IS NOT NULL`,
  )
}
