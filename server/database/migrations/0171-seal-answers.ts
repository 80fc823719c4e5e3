import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn, instant } from '../columns'
import { index, maybe } from '../tables'

const columns = [maybe('answer_until', instant), maybe('made_id', idColumn)]

/**
 * Answers to retries are kept sealed and no longer than they are of use. Those of before stood in clear and go; what
 * they were about stays, so that a retry still has no second effect.
 */
export class SealAnswers1795219201701 implements MigrationInterface {
  name = 'SealAnswers1795219201701'

  async up(runner: QueryRunner) {
    await runner.addColumns(
      'idempotency_key',
      columns.map((column) => new TableColumn(column)),
    )
    await runner.createIndex('idempotency_key', index('idempotency_key_answer', 'answer_until'))
    const anyId = '_'.repeat(26)
    await runner.query(
      `UPDATE idempotency_key SET made_id = SUBSTR(answer, 8, 26) WHERE answer LIKE '{"id":"${anyId}"%'`,
    )
    await runner.query('UPDATE idempotency_key SET answer = NULL')
  }

  async down(runner: QueryRunner) {
    await runner.query('DELETE FROM idempotency_key WHERE answer IS NOT NULL')
    await runner.dropIndex('idempotency_key', 'idempotency_key_answer')
    await runner.dropColumns(
      'idempotency_key',
      columns.map(({ name }) => name),
    )
  }
}
