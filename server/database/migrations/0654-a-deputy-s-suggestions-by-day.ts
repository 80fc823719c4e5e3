import type { MigrationInterface, QueryRunner } from 'typeorm'
import { index } from '../tables'

const before = index('suggestion_lead_deputy', 'lead_deputy_id')
const after = index('suggestion_lead_deputy', 'lead_deputy_id', 'submitted_at')

/** What a deputy has proposed is read by the days of a term. */
export class ADeputysSuggestionsByDay1795219206540 implements MigrationInterface {
  name = 'ADeputysSuggestionsByDay1795219206540'

  async up(runner: QueryRunner) {
    await runner.dropIndex('suggestion', before)
    await runner.createIndex('suggestion', after)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('suggestion', after)
    await runner.createIndex('suggestion', before)
  }
}
