import type { MigrationInterface, QueryRunner } from 'typeorm'
import { digest, idColumn, instant } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const startCodes = table(
  'start_code',
  [
    key('id', idColumn),
    column('code_digest', digest),
    column('expires_at', instant),
    maybe('ended_at', instant),
  ],
  [index('start_code_digest', 'code_digest')],
)

export class StartCodes1795219205330 implements MigrationInterface {
  name = 'StartCodes1795219205330'

  async up(runner: QueryRunner) {
    await runner.createTable(startCodes)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(startCodes)
  }
}
