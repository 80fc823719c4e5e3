import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, digest, instant } from '../columns'
import { column, index, key, table } from '../tables'

const useCount = table(
  'use_count',
  [key('used_by', digest), column('used', count), column('ends_at', instant)],
  [index('use_count_ends', 'ends_at')],
)

/** Limits that a restart must not lift are counted in the database, by all instances together. */
export class CreateUseCounts1795219201605 implements MigrationInterface {
  name = 'CreateUseCounts1795219201605'

  async up(runner: QueryRunner) {
    await runner.createTable(useCount)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(useCount)
  }
}
